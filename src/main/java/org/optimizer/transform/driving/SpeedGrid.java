package org.optimizer.transform.driving;

import java.util.Arrays;
import org.optimizer.transform.trips.Fixes;

/**
 * Speeds at every whole second of one uninterrupted stretch of fixes, and their slopes. The seconds are those of the clock,
 * so that a stretch gives the same wherever its recording is torn. The arrays are used again for the next stretch.
 */
final class SpeedGrid {
    private double[] mps = new double[0];
    private double[] slope = new double[0];
    private int[] fix = new int[0];
    private final SpeedSpline spline = new SpeedSpline();
    private long startS;
    private int size;

    /** Fills in the stretch between two fixes, both included. */
    void fill(Fixes fixes, int first, int last) {
        startS = -Math.floorDiv(-fixes.timeMs(first), 1000L);
        size = Math.max(0, (int) (Math.floorDiv(fixes.timeMs(last), 1000L) - startS + 1));
        reserve(size);
        spline.over(first, last);
        int before = first;
        for (int sample = 0; sample < size; sample++) {
            long ms = timeMs(sample);
            while (before < last && fixes.timeMs(before + 1) <= ms) {
                before++;
            }
            fix[sample] = before;
            mps[sample] = at(fixes, before, ms);
        }
        Slope.fill(mps, slope, size);
    }

    private void reserve(int wanted) {
        if (mps.length < wanted) {
            int capacity = Math.max(wanted, mps.length * 3 / 2);
            mps = Arrays.copyOf(mps, capacity);
            slope = Arrays.copyOf(slope, capacity);
            fix = Arrays.copyOf(fix, capacity);
        }
    }

    private double at(Fixes fixes, int before, long ms) {
        long past = ms - fixes.timeMs(before);
        return past == 0 ? fixes.mps(before) : spline.at(fixes, before, past);
    }

    int size() {
        return size;
    }

    long timeMs(int sample) {
        return (startS + sample) * 1000;
    }

    double mps(int sample) {
        return mps[sample];
    }

    /** Acceleration, m/s²; 0 at the two samples of either end, which have none. */
    double slope(int sample) {
        return slope[sample];
    }

    /** The fix at a sample, or the last one before it. */
    int fix(int sample) {
        return fix[sample];
    }
}
