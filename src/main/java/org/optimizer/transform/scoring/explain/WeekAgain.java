package org.optimizer.transform.scoring.explain;

import java.util.EnumMap;
import java.util.Map;
import org.optimizer.model.DriverWeek;
import org.optimizer.model.Feature;
import org.optimizer.model.FleetMean;
import org.optimizer.model.Rulebook;
import org.optimizer.transform.scoring.EventRates;

/** The same week, but for some of its figures. */
final class WeekAgain {
    private WeekAgain() {}

    /** With these events' points, and the rates that come of them. */
    static DriverWeek with(EventSums sums, DriverWeek week, FleetMean average, Rulebook rulebook) {
        Map<Feature, Double> features = new EnumMap<>(Feature.class);
        features.putAll(week.features());
        features.putAll(
                EventRates.of(sums.accelerationPoints(), sums.brakingPoints(), week.eventKm(), average, rulebook));
        return with(sums, features, week);
    }

    /** With another value of one feature. */
    static DriverWeek with(Feature feature, double value, DriverWeek week) {
        Map<Feature, Double> features = new EnumMap<>(Feature.class);
        features.putAll(week.features());
        features.put(feature, value);
        return with(kept(week), features, week);
    }

    static EventSums kept(DriverWeek week) {
        return new EventSums(
                week.accelerationPoints(), week.brakingPoints(), week.accelerationVariance(), week.brakingVariance());
    }

    private static DriverWeek with(EventSums sums, Map<Feature, Double> features, DriverWeek week) {
        return new DriverWeek(
                week.driverId(),
                week.week(),
                week.league(),
                week.distanceKm(),
                week.movingH(),
                week.days(),
                week.coverage(),
                week.kmByClass(),
                week.eventKm(),
                sums.accelerationPoints(),
                sums.brakingPoints(),
                sums.accelerationVariance(),
                sums.brakingVariance(),
                features);
    }
}
