package org.optimizer.transform.scoring;

import java.util.OptionalDouble;
import org.optimizer.model.ContestRules;
import org.optimizer.model.DriverWeek;
import org.optimizer.model.FeatureMark;
import org.optimizer.model.Mark;
import org.optimizer.model.WeekVerdict;

/**
 * How far chance may have moved a week's score: counts of events scatter like Poisson counts, what is measured from speed by an
 * amount that the rules give. Variances add up through the weights.
 */
final class Doubt {
    /** Half of the normal distribution's 90 % interval, in standard deviations. */
    private static final double HALF_OF_90_PERCENT = 1.645;

    private final DriverWeek week;
    private final ContestRules rules;

    Doubt(DriverWeek week, ContestRules rules) {
        this.week = week;
        this.rules = rules;
    }

    /** Half of the score's 90 % interval, points of 100; empty without a score. */
    OptionalDouble of(WeekVerdict verdict) {
        if (verdict.score().isEmpty()) {
            return OptionalDouble.empty();
        }
        double variance = verdict.marks().stream().mapToDouble(this::variance).sum();
        return OptionalDouble.of(HALF_OF_90_PERCENT * Math.sqrt(variance));
    }

    private double variance(Mark mark) {
        return mark.parts().stream()
                .mapToDouble(part -> square(mark.weight() * part.weight() * deviation(part)))
                .sum();
    }

    /** Standard deviation of a part, points of 100. */
    private double deviation(FeatureMark part) {
        return switch (part.feature()) {
            case ACCELERATION_POINTS -> eventDeviation(part, week.accelerationVariance());
            case BRAKING_POINTS -> eventDeviation(part, week.brakingVariance());
            case RPA5, GENTLE_SHARE, STEADINESS, ECO_CAP_SHARE -> rules.doubtPoints();
        };
    }

    /**
     * The map of events to points, m = 100·X50/(X50 + x), has the slope m·(100 − m)/(100·x), whatever X50 is; the rate x scatters by
     * the root of its points' variance over the kilometres.
     */
    private double eventDeviation(FeatureMark part, int pointsVariance) {
        if (pointsVariance == 0) {
            return 0;
        }
        double rateDeviation = Math.sqrt(pointsVariance) / ((week.eventKm() + rules.shrinkKm()) / 100);
        return part.points() * (100 - part.points()) / (100 * part.value()) * rateDeviation;
    }

    private static double square(double value) {
        return value * value;
    }
}
