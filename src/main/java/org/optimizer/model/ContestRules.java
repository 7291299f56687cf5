package org.optimizer.model;

/**
 * The figures of a contest that are no mark (table {@code contest}).
 *
 * @param shrinkKm the first kilometres that count as an average driver's
 * @param decay weight of a week against the one after it, 0 to 1
 * @param weeks how many weeks make the global score
 * @param capKm a week's kilometres count at most so many
 * @param rankedWeeksNeeded of the last {@code rankedWeeksOf}
 * @param doubtPoints standard deviation of a part of a mark that is no count of events (GPS quality), points of 100
 * @param meanWeeks closed weeks of which a class's mean is taken
 */
public record ContestRules(
        double shrinkKm,
        double decay,
        int weeks,
        double capKm,
        int rankedWeeksNeeded,
        int rankedWeeksOf,
        double doubtPoints,
        int meanWeeks) {}
