package org.optimizer.model;

import java.time.Instant;
import java.util.Optional;

/** How far the backtest of a change of the rules is. @param weeksTotal of all contests together */
public record Backtest(
        String changeId, State state, int weeksDone, int weeksTotal, Instant startedAt, Optional<Instant> endedAt) {

    /** Where it stands. */
    public enum State {
        RUNNING,
        DONE,
        /** Took longer than it may: what it found so far is there. */
        STOPPED
    }
}
