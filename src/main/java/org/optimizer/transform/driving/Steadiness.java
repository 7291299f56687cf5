package org.optimizer.transform.driving;

import org.optimizer.transform.trips.Fixes;
import org.optimizer.transform.trips.Leg;

/**
 * How steadily a trip was driven: variance of speed in windows of one minute of the clock, less the noise of the receiver,
 * by the window's lowest speed in whole km/h. A window belongs to the trip in which it begins.
 */
public final class Steadiness {
    private static final long WINDOW_MS = 60_000;
    private static final int FEWEST_SAMPLES = 4;
    private static final double KMH_PER_MPS = 3.6;

    private final Fixes fixes;
    private final int[] windows;
    private final double[] variance;

    private Steadiness(Fixes fixes, int size) {
        this.fixes = fixes;
        this.windows = new int[size];
        this.variance = new double[size];
    }

    /**
     * Measures one trip.
     *
     * @param size entries needed: the trip's highest speed in whole km/h and one
     */
    public static Steadiness of(Fixes fixes, Leg leg, int size) {
        Steadiness steadiness = new Steadiness(fixes, size);
        long endMs = fixes.timeMs(leg.to());
        int index = leg.from();
        for (long windowMs = ceil(fixes.timeMs(index)); windowMs < endMs; ) {
            while (fixes.timeMs(index) < windowMs) {
                index++;
            }
            int gap = steadiness.measure(index, windowMs, leg);
            windowMs = gap < 0 ? windowMs + WINDOW_MS : Math.max(windowMs + WINDOW_MS, ceil(fixes.timeMs(gap)));
        }
        return steadiness;
    }

    /** Index v = number of windows whose lowest speed is v ≤ speed &lt; v + 1 km/h. */
    public int[] windows() {
        return windows;
    }

    /** Index v = sum of those windows' variances, (km/h)². */
    public double[] variance() {
        return variance;
    }

    private static long ceil(long ms) {
        return -Math.floorDiv(-ms, WINDOW_MS) * WINDOW_MS;
    }

    /** Adds one window if it is recorded from end to end; gives the fix after a gap in it, −1 without any. */
    private int measure(int first, long windowMs, Leg leg) {
        long endMs = windowMs + WINDOW_MS;
        if (first > leg.from() && !isMeasured(first - 1)) {
            return first;
        }
        double base = fixes.mps(first);
        double lowest = base;
        double sum = 0;
        double squares = 0;
        double noise = 0;
        int count = 0;
        int index = first;
        // the hot loop: sum, squares, noise and lowest speed in one pass; around a base, so that nothing cancels out
        for (; fixes.timeMs(index) < endMs; index++) {
            double mps = fixes.mps(index);
            double accuracy = fixes.speedAccuracyMps(index);
            accuracy = Double.isNaN(accuracy) ? Manoeuvres.USUAL_ACCURACY_MPS : accuracy;
            lowest = Math.min(lowest, mps);
            sum += mps - base;
            squares += (mps - base) * (mps - base);
            noise += accuracy * accuracy;
            count++;
            if (index == leg.recordingTo()) {
                return -1;
            }
            if (!isMeasured(index)) {
                return index + 1;
            }
        }
        if (count >= FEWEST_SAMPLES) {
            add(lowest, (squares - sum * sum / count) / (count - 1) - noise / count);
        }
        return -1;
    }

    private boolean isMeasured(int index) {
        return fixes.intervalMs(index) <= Fixes.GAP_MS && fixes.hasDoppler(index) && fixes.hasDoppler(index + 1);
    }

    private void add(double lowestMps, double corrected) {
        int kmh = Math.min(windows.length - 1, (int) (lowestMps * KMH_PER_MPS));
        windows[kmh]++;
        variance[kmh] += Math.max(0, corrected) * KMH_PER_MPS * KMH_PER_MPS;
    }
}
