package org.optimizer.transform.scoring.calibration;

import java.util.Arrays;
import java.util.Collection;

/** Percentiles of a list: linear between the values on either side (R. J. Hyndman and Y. Fan, 1996, type 7). */
final class Percentile {
    private final double[] sorted;

    /** @param values at least one */
    Percentile(Collection<Double> values) {
        sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
    }

    /** @param percent 0 to 100 */
    double at(double percent) {
        double place = percent / 100 * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
