package org.optimizer.model;

import java.time.Instant;

/** Who decided something, when and why. */
public record Decided(String by, Instant at, String reason) {}
