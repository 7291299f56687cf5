package org.optimizer.transform.driving;

import java.util.Arrays;
import org.optimizer.transform.trips.Fixes;

/**
 * Heights along one track without their noise. A receiver's altitude jumps for single fixes and wavers by some metres from
 * second to second: the median of five fixes takes the jumps, then the mean of 61 (a minute at 1 Hz) the wavering. Near an
 * end both reach as far as there are fixes on either side. A top is flattened by a few metres, which the 100 m between
 * turning points do not notice; slow drift stays, and is less than those.
 *
 * @param fix of each height
 * @param m metres above the sea
 */
record Heights(int[] fix, double[] m) {
    private static final int MEDIAN_REACH = 2;
    private static final int MEAN_REACH = 30;

    /** Of the fixes from the first to the last, both included, that report an altitude. */
    static Heights of(Fixes fixes, int first, int last) {
        int[] fix = new int[last - first + 1];
        double[] reported = new double[fix.length];
        int size = 0;
        for (int index = first; index <= last; index++) {
            double altitudeM = fixes.altitudeM(index);
            if (!Double.isNaN(altitudeM)) {
                fix[size] = index;
                reported[size++] = altitudeM;
            }
        }
        return new Heights(Arrays.copyOf(fix, size), smoothed(Arrays.copyOf(reported, size)));
    }

    /** The smooth line lies within the reported one: where that is flat there is nothing to find. */
    private static double[] smoothed(double[] reported) {
        return rangeM(reported) > TurningPoints.RANGE_M ? means(medians(reported)) : reported;
    }

    private static double rangeM(double[] heights) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double height : heights) {
            least = Math.min(least, height);
            most = Math.max(most, height);
        }
        return heights.length == 0 ? 0 : most - least;
    }

    /** Nothing is sorted nor made for a fix: days are long. */
    private static double[] medians(double[] heights) {
        double[] medians = heights.clone();
        for (int i = 1; i < heights.length - 1; i++) {
            medians[i] = reach(i, heights.length, MEDIAN_REACH) == MEDIAN_REACH
                    ? median(heights[i - 2], heights[i - 1], heights[i], heights[i + 1], heights[i + 2])
                    : median(heights[i - 1], heights[i], heights[i + 1]);
        }
        return medians;
    }

    /** Of the two lower and the two upper of four, the inner ones are those that may be it. */
    private static double median(double a, double b, double c, double d, double e) {
        double lower = Math.max(Math.min(a, b), Math.min(c, d));
        double upper = Math.min(Math.max(a, b), Math.max(c, d));
        return median(lower, upper, e);
    }

    private static double median(double a, double b, double c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }

    private static double[] means(double[] heights) {
        double[] sums = new double[heights.length + 1];
        for (int i = 0; i < heights.length; i++) {
            sums[i + 1] = sums[i] + heights[i];
        }
        double[] means = new double[heights.length];
        for (int i = 0; i < heights.length; i++) {
            int reach = reach(i, heights.length, MEAN_REACH);
            means[i] = (sums[i + reach + 1] - sums[i - reach]) / (2 * reach + 1);
        }
        return means;
    }

    private static int reach(int index, int size, int most) {
        return Math.min(most, Math.min(index, size - 1 - index));
    }
}
