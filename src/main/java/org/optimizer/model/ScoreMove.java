package org.optimizer.model;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A driver's week under two rulebooks.
 *
 * @param gained events that only the second counts
 * @param lost events that only the first counts
 * @param harder events of both that the second calls harder
 */
public record ScoreMove(
        String driverId,
        VehicleClass league,
        Optional<BigDecimal> scoreBefore,
        Optional<BigDecimal> scoreAfter,
        Optional<Integer> rankBefore,
        Optional<Integer> rankAfter,
        int gained,
        int lost,
        int harder,
        int milder) {

    public boolean changesRank() {
        return !rankBefore.equals(rankAfter);
    }

    public boolean changesScore() {
        return !scoreBefore.equals(scoreAfter);
    }
}
