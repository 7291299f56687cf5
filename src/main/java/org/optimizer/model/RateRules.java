package org.optimizer.model;

/**
 * The figures by which counts and marks of providers are judged at a site (table {@code event-rate}).
 *
 * @param accelerationWeight what a harsh acceleration counts
 * @param brakingWeight what a harsh braking counts
 * @param overspeedWeight what an over-speeding counts
 * @param perMiles events are counted for so many miles
 * @param floorKm with less driven a week of marks counts for nothing, and a contest's counts are not ranked
 * @param logInH a log-in on a vehicle that nobody else ends counts for at most so many hours
 */
public record RateRules(
        double accelerationWeight,
        double brakingWeight,
        double overspeedWeight,
        double perMiles,
        double floorKm,
        double logInH) {

    public double weight(MarkKind kind) {
        return switch (kind) {
            case ACCELERATION -> accelerationWeight;
            case DECELERATION -> brakingWeight;
            case SPEED_KEEPING -> overspeedWeight;
        };
    }
}
