package org.optimizer.model;

import java.time.Instant;

/**
 * One week of one contest.
 *
 * @param number 1, 2, 3 …
 * @param revision counts the scorings of the week, from 0 (not scored)
 * @param rulebook version pinned when the week opened
 * @param meanAccelerationPoints per 100 km, of the last closed weeks; frozen when the week opened; NaN where there were none
 */
public record Batch(
        String contestId,
        IsoWeek week,
        int number,
        State state,
        int revision,
        String rulebook,
        double meanAccelerationPoints,
        double meanBrakingPoints,
        Instant openedAt) {
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
