package org.optimizer.model;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A team's place in a week.
 *
 * @param rank 1, 2, 2, 4 …; empty with too few ranked members
 * @param score mean of the ranked members' scores, 0 to 100 with two decimals; empty with too few of them
 * @param rankedMembers how many of the members are ranked in the week
 */
public record TeamStanding(
        String teamId,
        String name,
        Optional<Integer> rank,
        Optional<BigDecimal> score,
        int rankedMembers,
        int members) {}
