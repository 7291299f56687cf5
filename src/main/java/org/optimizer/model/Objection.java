package org.optimizer.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A driver says that one event is not what it looks like.
 *
 * @param severity of the event when he objected, like points and rule
 * @param rule the row that made it an event
 * @param rulebook the version of the rules that the row is in
 * @param words his own
 * @param decided who decided and why; empty while it is open
 */
public record Objection(
        String id,
        String contestId,
        IsoWeek week,
        String driverId,
        EventKey event,
        Severity severity,
        int points,
        String rule,
        String rulebook,
        String words,
        Instant raisedAt,
        State state,
        Optional<Decided> decided) {

    public enum State {
        OPEN,
        /** Upheld before the closing: the week was scored again without the event. */
        UPHELD,
        /** Upheld after the closing: an amendment stands beside the result. */
        AMENDED,
        REFUSED
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }
}
