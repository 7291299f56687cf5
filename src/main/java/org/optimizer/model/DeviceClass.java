package org.optimizer.model;

import java.util.Locale;

/** What a phone says of its speeds: how good the device that recorded a driver's week is. */
public enum DeviceClass {
    PRECISE,
    USUAL,
    POOR,
    NOT_REPORTED;

    private static final double PRECISE_MPS = 0.3;
    private static final double USUAL_MPS = 0.5;
    private static final double FEWEST_SPEEDS = 0.9;

    /**
     * The class of a device: precise up to 0.3 m/s, usual up to 0.5 m/s, else poor; poor too where more than a tenth of the
     * points has no speed.
     *
     * @param speedAccuracyMps NaN when never reported
     * @param dopplerShare share of points with a speed, 0 to 1
     */
    public static DeviceClass of(double speedAccuracyMps, double dopplerShare) {
        if (dopplerShare < FEWEST_SPEEDS) {
            return POOR;
        }
        if (Double.isNaN(speedAccuracyMps)) {
            return NOT_REPORTED;
        }
        return speedAccuracyMps <= PRECISE_MPS ? PRECISE : speedAccuracyMps <= USUAL_MPS ? USUAL : POOR;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
