package org.optimizer.model;

/**
 * What a standstill was.
 *
 * @param idleClass such as {@code ROAD_WAIT}
 * @param countsAs such as {@code traffic}
 * @param rule that said so
 */
public record IdleVerdict(String idleClass, String countsAs, String rule) {}
