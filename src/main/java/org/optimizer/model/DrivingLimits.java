package org.optimizer.model;

/**
 * The speeds of a vehicle class that make a cruise (table {@code driving-limits}); the company's own, never a legal limit.
 *
 * @param cruiseFromKmh whole km/h
 * @param ecoCapKmh whole km/h
 * @param cruiseMinutesNeeded below, there is no steadiness and no eco-cap share
 * @param meanAccelerationPoints points per 100 km that count as average until the fleet has a mean of its own
 */
public record DrivingLimits(
        int cruiseFromKmh,
        int ecoCapKmh,
        double cruiseMinutesNeeded,
        double meanAccelerationPoints,
        double meanBrakingPoints) {}
