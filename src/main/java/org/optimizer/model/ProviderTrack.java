package org.optimizer.model;

import java.time.Instant;

/** A recording as a provider lists it. */
public record ProviderTrack(String id, Instant start, Instant end) {}
