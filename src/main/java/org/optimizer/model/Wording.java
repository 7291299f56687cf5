package org.optimizer.model;

import java.time.Instant;

/**
 * A driver's SMS as a person worded it.
 *
 * @param text as typed, with placeholders
 * @param proposed what the product proposed at that moment
 */
public record Wording(String driverId, String text, String proposed, String by, Instant at) {}
