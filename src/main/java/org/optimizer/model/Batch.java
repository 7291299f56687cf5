package org.optimizer.model;

import java.time.Instant;
import java.util.List;

/**
 * One week of one contest.
 *
 * @param number 1, 2, 3 …
 * @param revision counts the scorings of the week, from 0 (not scored)
 * @param rulebook version pinned when the week opened
 * @param means what counts as average, by vehicle class; frozen when the week opened, none for a class without closed weeks
 */
public record Batch(
        String contestId,
        IsoWeek week,
        int number,
        State state,
        int revision,
        String rulebook,
        List<FleetMean> means,
        Instant openedAt) {
    public Batch {
        means = List.copyOf(means);
    }

    /** Where the week stands. */
    public enum State {
        OPEN,
        FETCHING,
        EMPTY,
        SCORING,
        IN_REVIEW,
        SENDING,
        CLOSED,
        CANCELLED
    }

    public String businessKey() {
        return week + "/" + contestId;
    }
}
