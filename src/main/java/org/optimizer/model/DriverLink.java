package org.optimizer.model;

import java.time.Instant;

/** What a link opens: one driver's week. */
public record DriverLink(String contestId, IsoWeek week, String driverId, Instant issuedAt) {}
