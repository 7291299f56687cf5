package org.optimizer.model;

import java.time.Instant;

/** A driver logged in on a vehicle: what the vehicle does from then on is his, until the next log-in there. */
public record Badge(String vehicleId, String driverId, Instant at) {}
