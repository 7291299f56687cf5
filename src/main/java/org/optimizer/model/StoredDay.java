package org.optimizer.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What is there of a vehicle's day.
 *
 * @param fetchedAt when it was last asked of the provider; empty when never
 */
public record StoredDay(String vehicleId, LocalDate day, int fixes, Optional<Instant> fetchedAt) {}
