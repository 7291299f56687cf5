package org.optimizer.transform.scoring.relative;

import java.util.LinkedHashMap;
import java.util.Map;

/** Marks of 1 to 10 from a driver's place in the fleet; a low raw score is a good one. */
public final class PercentileMarks {
    private PercentileMarks() {}

    /**
     * Marks of the drivers that have a raw score, in the same order: {@code max(1, 10 − round(p/10))}, p being the share of
     * the fleet below plus half of the share that is equal, oneself included, in percent.
     */
    public static Map<String, Integer> of(Map<String, Double> rawScores) {
        Map<String, Integer> marks = new LinkedHashMap<>();
        rawScores.forEach((driver, raw) -> marks.put(driver, mark(percentile(raw, rawScores))));
        return marks;
    }

    /** The place of a raw score in its fleet, 0 to 100. */
    public static double percentile(double raw, Map<String, Double> fleet) {
        long below = fleet.values().stream().filter(other -> other < raw).count();
        long equal = fleet.values().stream().filter(other -> other == raw).count();
        return 100.0 * (below + equal / 2.0) / fleet.size();
    }

    /** The mark of a place in the fleet. */
    public static int mark(double percentile) {
        return (int) Math.max(1, 10 - Math.round(percentile / 10));
    }
}
