package org.optimizer.model;

import java.time.Instant;

/**
 * A driver logged in on a vehicle: what the vehicle does from then on is his, until the next log-in there.
 *
 * @param driverId empty for a log-out: nobody's from then on
 */
public record Badge(String vehicleId, String driverId, Instant at) {}
