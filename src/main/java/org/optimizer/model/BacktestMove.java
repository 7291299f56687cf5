package org.optimizer.model;

import java.util.Optional;

/**
 * A driver's past week under the rules in force and under a change of them.
 *
 * @param smsBefore what the SMS would say, where it would read otherwise; empty where it would not, or there is none
 */
public record BacktestMove(
        String contestId, IsoWeek week, ScoreMove move, Optional<String> smsBefore, Optional<String> smsAfter) {

    public boolean changesSms() {
        return smsBefore.isPresent();
    }
}
