package org.optimizer.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A row of a source that was not believed.
 *
 * @param id hash of source, vehicle and row: the same row is one reject, however often it comes
 * @param reason kebab-case, such as {@code impossible-speed}
 * @param at time of the fix; empty where it cannot be believed or read
 * @param raw the row, at most {@link #LONGEST_RAW} characters; empty for those of a batch of which only the number is kept, and for a
 *     row that turned out to lie outside working hours
 * @param count how many rows
 * @param receivedAt when it came first
 * @param decided empty as long as nobody decided
 */
public record Reject(
        String id,
        String source,
        String vehicleId,
        String reason,
        Optional<Instant> at,
        Optional<String> raw,
        long count,
        Instant receivedAt,
        State state,
        Optional<Decided> decided) {
    public static final int LONGEST_RAW = 2000;

    /** What became of it. */
    public enum State {
        NEW,
        REPLAYED,
        DISMISSED
    }

    /** How many rejects there are of a kind. */
    public record Sum(State state, String source, String reason, long rows, long fixes) {}
}
