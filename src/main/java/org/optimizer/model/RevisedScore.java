package org.optimizer.model;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a revision beside the results makes of one driver's week.
 *
 * @param kmBefore as in the results; NaN when he is not in them
 * @param kmAfter NaN when he is not in the revision
 * @param scoreBefore 0 to 100; empty without one
 * @param rankBefore empty when not ranked
 */
public record RevisedScore(
        String driverId,
        VehicleClass league,
        double kmBefore,
        double kmAfter,
        Optional<BigDecimal> scoreBefore,
        Optional<BigDecimal> scoreAfter,
        Optional<Integer> rankBefore,
        Optional<Integer> rankAfter) {

    /** Whether score or place are others than in the results. */
    public boolean changes() {
        return !scoreBefore.equals(scoreAfter) || !rankBefore.equals(rankAfter);
    }
}
