package org.optimizer.model;

import java.time.LocalDate;

/**
 * What a scoring finds of one driver on one vehicle's day.
 *
 * @param driverId empty for trips without a driver
 * @param factsHash over what scorings read of the vehicle's day; empty for facts older than hashes
 */
public record ScoredDay(String vehicleId, LocalDate day, String driverId, String factsHash, double distanceKm) {}
