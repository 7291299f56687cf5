package org.optimizer.model;

import java.time.Instant;

/** An approver took a driver out of a week, and said why. */
public record Exclusion(String driverId, String reason, String by, Instant at) {}
