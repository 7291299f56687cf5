package org.optimizer.transform.driving;

/**
 * a₄: the slope of the least-squares line through five speeds 1 s apart, that is over 4 s (a Savitzky–Golay filter of order
 * 1; A. Savitzky and M. Golay, Analytical Chemistry 36, 1964). Noise σ of speed becomes √0.1·σ of acceleration.
 */
final class Slope {
    /** Samples on either side of the one whose slope it is. */
    static final int REACH = 2;

    private Slope() {}

    static void fill(double[] mps, double[] slope, int size) {
        for (int sample = 0; sample < size; sample++) {
            slope[sample] = sample < REACH || sample >= size - REACH
                    ? 0
                    : (2 * (mps[sample + 2] - mps[sample - 2]) + (mps[sample + 1] - mps[sample - 1])) / 10;
        }
    }
}
