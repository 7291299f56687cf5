package org.optimizer.transform.scoring;

import java.util.Map;
import org.optimizer.model.DrivenTrip;
import org.optimizer.model.DrivingLimits;
import org.optimizer.model.Feature;
import org.optimizer.model.Rulebook;
import org.optimizer.model.SpeedProfile;

/** How steadily, and how often above the eco cap, a driver cruised; each trip by the limits of its vehicle's class. */
final class CruiseSums {
    private final Rulebook rulebook;
    private int windows;
    private double variance;
    private double cruiseS;
    private double aboveCapS;

    CruiseSums(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    void add(DrivenTrip driven) {
        DrivingLimits limits = rulebook.limits(driven.vehicleClass());
        SpeedProfile speeds = driven.trip().speeds();
        windows += speeds.windowsFrom(limits.cruiseFromKmh());
        variance += speeds.varianceFrom(limits.cruiseFromKmh());
        cruiseS += speeds.secondsFrom(limits.cruiseFromKmh());
        aboveCapS += speeds.secondsFrom(limits.ecoCapKmh());
    }

    /** None below the minutes needed; a window of 60 s that stays at cruise speed is a minute. */
    Map<Feature, Double> features(double minutesNeeded) {
        if (windows == 0 || windows < minutesNeeded || cruiseS <= 0) {
            return Map.of();
        }
        return Map.of(
                Feature.STEADINESS,
                Math.sqrt(Math.max(0, variance / windows)),
                Feature.ECO_CAP_SHARE,
                aboveCapS / cruiseS);
    }
}
