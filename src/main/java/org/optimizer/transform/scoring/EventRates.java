package org.optimizer.transform.scoring;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.optimizer.model.DrivingLimits;
import org.optimizer.model.Feature;
import org.optimizer.model.FleetMean;
import org.optimizer.model.Rulebook;
import org.optimizer.model.VehicleClass;

/** From points and kilometres to the rates that are marked. */
public final class EventRates {
    private EventRates() {}

    /**
     * What counts as average in a class.
     *
     * @param means frozen when the week opened; a class without one takes the default of its driving limits
     */
    public static FleetMean average(VehicleClass league, List<FleetMean> means, Rulebook rulebook) {
        DrivingLimits limits = rulebook.limits(league);
        return means.stream()
                .filter(mean -> mean.vehicleClass() == league)
                .findFirst()
                .orElseGet(() -> new FleetMean(league, limits.meanAccelerationPoints(), limits.meanBrakingPoints()));
    }

    /** Shrunk points per 100 km; none without a kilometre on which events count. */
    public static Map<Feature, Double> of(
            int accelerationPoints, int brakingPoints, double eventKm, FleetMean average, Rulebook rulebook) {
        Map<Feature, Double> rates = new EnumMap<>(Feature.class);
        if (eventKm > 0) {
            Shrinkage shrinkage = new Shrinkage(rulebook.contest().shrinkKm());
            rates.put(
                    Feature.ACCELERATION_POINTS,
                    shrinkage.per100Km(accelerationPoints, eventKm, average.accelerationPoints()));
            rates.put(Feature.BRAKING_POINTS, shrinkage.per100Km(brakingPoints, eventKm, average.brakingPoints()));
        }
        return rates;
    }
}
