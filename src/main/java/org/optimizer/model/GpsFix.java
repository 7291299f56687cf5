package org.optimizer.model;

import java.time.Instant;

/**
 * One fix at the edge of the product, as a provider or a file gives it. What was not recorded is {@link Double#NaN}.
 *
 * @param track the provider's or the file's own recording ("trip_id"), empty when it has none
 * @param latitudeDeg WGS 84, −90 to 90
 * @param longitudeDeg WGS 84, −180 to 180
 * @param speedMps the receiver's own (Doppler) speed, at least 0
 * @param accuracyM horizontal accuracy, 68 %
 * @param speedAccuracyMps accuracy of the speed, 68 %
 * @param mock whether the device says that an app made the fix up (Android: Location.isMock); false when it says nothing
 */
public record GpsFix(
        Instant at,
        String track,
        double latitudeDeg,
        double longitudeDeg,
        double speedMps,
        double accuracyM,
        double speedAccuracyMps,
        double bearingDeg,
        double altitudeM,
        boolean mock) {

    /** A fix of which nobody says that it was made up. */
    public GpsFix(
            Instant at,
            String track,
            double latitudeDeg,
            double longitudeDeg,
            double speedMps,
            double accuracyM,
            double speedAccuracyMps,
            double bearingDeg,
            double altitudeM) {
        this(at, track, latitudeDeg, longitudeDeg, speedMps, accuracyM, speedAccuracyMps, bearingDeg, altitudeM, false);
    }
}
