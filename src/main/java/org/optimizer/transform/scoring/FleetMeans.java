package org.optimizer.transform.scoring;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.optimizer.model.DriverScore;
import org.optimizer.model.DriverWeek;
import org.optimizer.model.FleetMean;
import org.optimizer.model.VehicleClass;

/** What counts as average in each class: points over kilometres of closed weeks, a ratio of sums. */
public final class FleetMeans {
    private static final double PER_KM = 100;

    private FleetMeans() {}

    /** Means of the classes that have kilometres on which events count, in the order of the classes. */
    public static List<FleetMean> of(Collection<DriverScore> closed) {
        Map<VehicleClass, Sum> sums = new EnumMap<>(VehicleClass.class);
        for (DriverScore score : closed) {
            DriverWeek week = score.facts();
            sums.computeIfAbsent(week.league(), league -> new Sum()).add(week);
        }
        List<FleetMean> means = new ArrayList<>();
        sums.forEach((league, sum) -> {
            if (sum.km > 0) {
                means.add(new FleetMean(league, sum.acceleration / sum.km * PER_KM, sum.braking / sum.km * PER_KM));
            }
        });
        return means;
    }

    private static final class Sum {
        private double km;
        private double acceleration;
        private double braking;

        private void add(DriverWeek week) {
            km += week.eventKm();
            acceleration += week.accelerationPoints();
            braking += week.brakingPoints();
        }
    }
}
