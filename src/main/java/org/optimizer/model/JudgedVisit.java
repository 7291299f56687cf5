package org.optimizer.model;

/**
 * A zone visit with what the rules made of it.
 *
 * @param kind {@code visit} or {@code pass-through}
 */
public record JudgedVisit(ZoneVisit visit, String kind, String rule) {}
