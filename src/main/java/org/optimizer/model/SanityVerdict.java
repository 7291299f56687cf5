package org.optimizer.model;

/**
 * What the rules make of a figure.
 *
 * @param action what to do, a key of the message files such as {@code check-charger}
 */
public record SanityVerdict(SanitySeverity severity, String action) {}
