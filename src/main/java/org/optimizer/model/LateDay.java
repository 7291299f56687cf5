package org.optimizer.model;

import java.time.LocalDate;

/**
 * A driver's day in a vehicle whose facts are others than those that his week was scored from.
 *
 * @param kmBefore as scored, 0 when he was not known to drive
 * @param kmNow may be the same: new fixes between known ones change how he drove, not how far
 */
public record LateDay(String vehicleId, LocalDate day, String driverId, double kmBefore, double kmNow) {}
