package org.optimizer.model;

/**
 * What recorded a driver's week, each figure a mean over his trips weighted by kilometres.
 *
 * @param vehicleId the vehicle with most of the kilometres
 * @param intervalS median time between fixes
 * @param speedAccuracyMps reported accuracy of speed; NaN when no trip reports one
 * @param dopplerShare share of fixes that carry a speed, 0 to 1
 * @param samplingClass the class with most of the kilometres
 */
public record DeviceWeek(
        String driverId,
        IsoWeek week,
        String vehicleId,
        double intervalS,
        double speedAccuracyMps,
        double dopplerShare,
        SamplingClass samplingClass,
        DeviceClass deviceClass) {}
