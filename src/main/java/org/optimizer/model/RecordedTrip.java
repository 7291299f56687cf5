package org.optimizer.model;

/**
 * How a trip was recorded, without what was driven.
 *
 * @param medianIntervalS median time between fixes while moving
 * @param dopplerShare share of fixes that carry a speed, 0 to 1
 * @param speedAccuracyMps median reported accuracy of speed; NaN when never reported
 */
public record RecordedTrip(
        String driverId,
        String vehicleId,
        double distanceKm,
        double medianIntervalS,
        double dopplerShare,
        double speedAccuracyMps) {}
