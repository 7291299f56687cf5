package org.optimizer.transform.scoring;

import java.util.EnumMap;
import java.util.Map;
import org.optimizer.model.ContestRules;
import org.optimizer.model.DriverWeek;
import org.optimizer.model.DrivingEvent;
import org.optimizer.model.Feature;
import org.optimizer.model.ManoeuvreKind;

/** A week as it would be without one of its events, from the figures of the week alone: data that came later change nothing. */
public final class WithoutEvent {
    private WithoutEvent() {}

    /** Whether the event's points can be among those of the week. */
    public static boolean holds(DriverWeek week, DrivingEvent event) {
        return points(week, event) >= event.points();
    }

    private static int points(DriverWeek week, DrivingEvent event) {
        return event.kind() == ManoeuvreKind.BRAKING ? week.brakingPoints() : week.accelerationPoints();
    }

    /**
     * The rate {@code (points + k/100·μ) / ((km + k)/100)} without p points is less by {@code p / ((km + k)/100)}.
     *
     * @param event whose points are in the week
     * @throws IllegalArgumentException when the week has fewer points than the event
     */
    public static DriverWeek of(DriverWeek week, DrivingEvent event, ContestRules rules) {
        boolean braking = event.kind() == ManoeuvreKind.BRAKING;
        int points = event.points();
        if (!holds(week, event)) {
            throw new IllegalArgumentException("week " + week.week() + " of driver " + week.driverId()
                    + ": expected the " + points + " points of the event of " + event.at()
                    + " among those of the week, found "
                    + points(week, event));
        }
        Map<Feature, Double> features = new EnumMap<>(week.features());
        features.computeIfPresent(
                braking ? Feature.BRAKING_POINTS : Feature.ACCELERATION_POINTS,
                (feature, rate) -> rate - points / ((week.eventKm() + rules.shrinkKm()) / 100));
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
                week.accelerationPoints() - (braking ? 0 : points),
                week.brakingPoints() - (braking ? points : 0),
                week.accelerationVariance() - (braking ? 0 : points * points),
                week.brakingVariance() - (braking ? points * points : 0),
                features);
    }
}
