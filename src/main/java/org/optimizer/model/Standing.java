package org.optimizer.model;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A driver's place in a week.
 *
 * @param league vehicle class he is ranked in
 * @param rank 1, 2, 2, 4 …; empty when not ranked
 * @param exAequo whether chance alone may separate him from the leader: their 90 % intervals overlap
 * @param rankedOf how many are ranked in his league
 * @param change places gained (+) or lost (−) since the week before; empty when there is no comparison
 * @param global score over several weeks, 0 to 100 with two decimals
 * @param globalDoubt half of the global score's 90 % interval, points with two decimals; empty without one
 */
public record Standing(
        String driverId,
        VehicleClass league,
        Optional<Integer> rank,
        boolean exAequo,
        int rankedOf,
        Optional<Integer> change,
        Optional<BigDecimal> global,
        Optional<BigDecimal> globalDoubt,
        Optional<Integer> globalRank) {}
