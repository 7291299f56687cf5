package org.optimizer.model;

/**
 * How fast and how steadily a trip was driven, kept by whole km/h so that a cruise speed or an eco cap can be changed
 * for a past week without a single fix.
 *
 * @param secondsAtKmh index v = seconds driven at v ≤ speed &lt; v + 1 km/h (moving only)
 * @param windowsFromKmh index v = number of 60 s windows whose lowest speed is v ≤ speed &lt; v + 1 km/h
 * @param windowVarianceFromKmh index v = sum over those windows of the noise-corrected variance of speed, (km/h)²
 */
public record SpeedProfile(double[] secondsAtKmh, int[] windowsFromKmh, double[] windowVarianceFromKmh) {

    /** Seconds at or above a speed of whole km/h. */
    public double secondsFrom(int kmh) {
        double sum = 0;
        for (int v = Math.max(0, kmh); v < secondsAtKmh.length; v++) {
            sum += secondsAtKmh[v];
        }
        return sum;
    }

    /** Number of 60 s windows that stay at or above a speed of whole km/h. */
    public int windowsFrom(int kmh) {
        int sum = 0;
        for (int v = Math.max(0, kmh); v < windowsFromKmh.length; v++) {
            sum += windowsFromKmh[v];
        }
        return sum;
    }

    /** Sum of the windows' variances, (km/h)². */
    public double varianceFrom(int kmh) {
        double sum = 0;
        for (int v = Math.max(0, kmh); v < windowVarianceFromKmh.length; v++) {
            sum += windowVarianceFromKmh[v];
        }
        return sum;
    }
}
