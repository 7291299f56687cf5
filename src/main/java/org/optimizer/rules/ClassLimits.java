package org.optimizer.rules;

import java.util.Map;
import org.optimizer.model.DrivingLimits;

/** Asks for the speeds of a vehicle class. */
public final class ClassLimits extends Question {
    private final String vehicleClass;
    private DrivingLimits answer;
    private double eventStartKmh;

    ClassLimits(String vehicleClass) {
        this.vehicleClass = vehicleClass;
    }

    public String getVehicleClass() {
        return vehicleClass;
    }

    public void are(
            int cruiseFromKmh,
            int ecoCapKmh,
            double cruiseMinutesNeeded,
            double eventStartKmh,
            double meanAccelerationPoints,
            double meanBrakingPoints,
            String rule) {
        decidedBy(rule);
        this.eventStartKmh = eventStartKmh;
        answer = new DrivingLimits(
                cruiseFromKmh, ecoCapKmh, cruiseMinutesNeeded, meanAccelerationPoints, meanBrakingPoints);
    }

    DrivingLimits answer() {
        return answer;
    }

    double eventStartKmh() {
        return eventStartKmh;
    }

    @Override
    Map<String, Object> outcome() {
        if (answer == null) {
            return Map.of();
        }
        return Map.of(
                "cruise_from_kmh",
                (double) answer.cruiseFromKmh(),
                "eco_cap_kmh",
                (double) answer.ecoCapKmh(),
                "cruise_minutes_needed",
                answer.cruiseMinutesNeeded(),
                "event_start_kmh",
                eventStartKmh,
                "mean_acceleration_points",
                answer.meanAccelerationPoints(),
                "mean_braking_points",
                answer.meanBrakingPoints());
    }
}
