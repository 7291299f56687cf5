package org.optimizer.model;

import java.util.Optional;

/**
 * One of the three marks of the relative method.
 *
 * @param moves of this week: launches, brakings, visits of cruise zones, or climbs and descents; the week's weight
 * @param raw of this week, low is good, NaN without a move: mean of 1 − r² (0 to 1) for launches and brakings, standard
 *     deviation of speed in km/h for cruise zones, scaled over the drivers (0 to 1) for climbs and descents
 * @param movesToDate from the contest's first day on
 * @param rawToDate mean of the weeks' raw scores, weighted by their moves
 * @param mark 1 to 10, of the raw score to date; empty when there is none
 * @param whyNot the reason when there is no mark; empty otherwise
 */
public record RelativeMark(
        MarkKind kind,
        int moves,
        double raw,
        int movesToDate,
        double rawToDate,
        Optional<Integer> mark,
        Optional<Reason> whyNot) {}
