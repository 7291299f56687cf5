package org.optimizer.model;

import java.time.Instant;

/**
 * A person has looked at a driver of a week before or after its approval.
 *
 * @param driverId empty for the week as a whole
 */
public record ReviewLook(String driverId, String by, Instant first, Instant last, int looks) {}
