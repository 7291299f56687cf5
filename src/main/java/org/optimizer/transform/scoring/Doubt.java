package org.optimizer.transform.scoring;

import java.util.OptionalDouble;
import org.optimizer.model.ContestRules;
import org.optimizer.model.DriverWeek;
import org.optimizer.model.FeatureMark;
import org.optimizer.model.Mark;
import org.optimizer.model.WeekVerdict;

/**
 * How far a week's score may be from the one that the driver's true rates would have: counts of events scatter like Poisson
 * counts, what is measured from speed by an amount that the rules give. Variances add up through the weights.
 *
 * <p>An event mark is that of a rate pulled towards the average. The average driver's kilometres bring no luck, but nor do they
 * say where this driver stands: their points scatter like his own (Gamma prior and Poisson counts: A. Gelman et al., Bayesian Data
 * Analysis, section 2.6). So a week without any event is not one without any doubt.
 */
final class Doubt {
    /** Variance that a point of the average driver brings, points² a point: in the worked example 72 points bring 144. */
    private static final double VARIANCE_OF_A_POINT = 2;

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
            case ACCELERATION_POINTS -> eventDeviation(part, week.accelerationPoints(), week.accelerationVariance());
            case BRAKING_POINTS -> eventDeviation(part, week.brakingPoints(), week.brakingVariance());
            case RPA5, GENTLE_SHARE, STEADINESS, ECO_CAP_SHARE -> rules.doubtPoints();
        };
    }

    /**
     * The map of events to points, m = 100·X50/(X50 + x), has the slope m·(100 − m)/(100·x), whatever X50 is; the rate x scatters by
     * the root of its points' variance over the kilometres. What shrinkage added to the driver's points is the average driver's.
     */
    private double eventDeviation(FeatureMark part, int points, int pointsVariance) {
        double hundredKm = (week.eventKm() + rules.shrinkKm()) / 100;
        double averagePoints = Math.max(0, part.value() * hundredKm - points);
        double variance = pointsVariance + VARIANCE_OF_A_POINT * averagePoints;
        return part.value() == 0
                ? 0
                : part.points() * (100 - part.points()) / (100 * part.value()) * Math.sqrt(variance) / hundredKm;
    }

    private static double square(double value) {
        return value * value;
    }
}
