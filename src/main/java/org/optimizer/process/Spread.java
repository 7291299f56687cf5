package org.optimizer.process;

import java.util.Collection;

/**
 * How values spread: quantiles by linear interpolation between neighbours (type 7 of Hyndman and Fan), because means are
 * ruined by breaks.
 *
 * @param count of the values; the others are NaN when it is 0
 */
public record Spread(int count, double p10, double p25, double median, double p75, double p90) {

    static Spread of(Collection<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return new Spread(
                sorted.length,
                quantile(sorted, 0.10),
                quantile(sorted, 0.25),
                quantile(sorted, 0.50),
                quantile(sorted, 0.75),
                quantile(sorted, 0.90));
    }

    private static double quantile(double[] sorted, double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
