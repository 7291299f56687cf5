package org.optimizer.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One week of one contest.
 *
 * @param number 1, 2, 3 …
 * @param revision counts the scorings of the week, from 0 (not scored)
 * @param rulebook version pinned when the week opened
 * @param means what counts as average, by vehicle class; frozen when the week opened, none for a class without closed weeks
 * @param closedAt when its results became final; empty before
 */
public record Batch(
        String contestId,
        IsoWeek week,
        int number,
        State state,
        int revision,
        String rulebook,
        List<FleetMean> means,
        Instant openedAt,
        Optional<Instant> closedAt) {
    public Batch {
        means = List.copyOf(means);
    }

    /** A week that is not closed. */
    public Batch(
            String contestId,
            IsoWeek week,
            int number,
            State state,
            int revision,
            String rulebook,
            List<FleetMean> means,
            Instant openedAt) {
        this(contestId, week, number, state, revision, rulebook, means, openedAt, Optional.empty());
    }

    /** Where the week stands. */
    public enum State {
        OPEN,
        FETCHING,
        EMPTY,
        SCORING,
        IN_REVIEW,
        SENDING,
        /** Results are out, and provisional until the closing time. */
        PUBLISHED,
        /** Results are final. */
        CLOSED,
        CANCELLED;

        /** Whether drivers have scores and places, be it provisional ones. */
        public boolean isScored() {
            return switch (this) {
                case OPEN, FETCHING, SCORING, EMPTY -> false;
                case IN_REVIEW, SENDING, PUBLISHED, CLOSED, CANCELLED -> true;
            };
        }

        /** Whether nothing of the week has to be fetched or scored any more: the next one may be opened. */
        public boolean isPastScoring() {
            return this == EMPTY || isScored();
        }
    }

    public String businessKey() {
        return week + "/" + contestId;
    }
}
