package org.optimizer.model;

import java.time.Instant;

/**
 * A log-in that names somebody or something unknown: it waits until it is known.
 *
 * @param vehicle what its source calls the vehicle
 * @param driver what its source calls the driver; empty for a log-out
 * @param reason {@code unknown-vehicle} or {@code unknown-driver}
 * @param source who gave it, such as {@code inbox} or the name of a sender
 */
public record BadgeAside(String vehicle, String driver, Instant at, String reason, String source, Instant seenAt) {}
