package org.optimizer.model;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * A driver's week in figures, of which the rules make marks.
 *
 * @param league the vehicle class with most of the kilometres
 * @param movingH hours in motion
 * @param days number of site days with at least one trip
 * @param coverage share of the time that should have been recorded and was, 0 to 1
 * @param kmByClass kilometres per sampling class of the trips
 * @param eventKm kilometres of the trips whose events count (class A)
 * @param accelerationPoints points of those events
 * @param accelerationVariance sum of the squares of those points: what chance may have added, points² (a Poisson count of
 *     each kind of event)
 * @param features the values that could be measured; shrinkage is applied already
 */
public record DriverWeek(
        String driverId,
        IsoWeek week,
        VehicleClass league,
        double distanceKm,
        double movingH,
        int days,
        double coverage,
        Map<SamplingClass, Double> kmByClass,
        double eventKm,
        int accelerationPoints,
        int brakingPoints,
        int accelerationVariance,
        int brakingVariance,
        Map<Feature, Double> features) {
    public DriverWeek {
        kmByClass = Map.copyOf(kmByClass);
        features = Map.copyOf(features);
    }

    public OptionalDouble feature(Feature feature) {
        Double value = features.get(feature);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** Share of the distance driven in trips of one of these sampling classes, 0 to 1; 0 without any distance. */
    public double kmShare(SamplingClass... classes) {
        double km = 0;
        for (SamplingClass samplingClass : classes) {
            km += kmByClass.getOrDefault(samplingClass, 0.0);
        }
        return distanceKm == 0 ? 0 : km / distanceKm;
    }
}
