package org.optimizer.model;

import java.util.Optional;

/**
 * A standstill with what the rules made of it.
 *
 * @param zoneType of the zone it stood in, empty outside any
 * @param shift name of the shift in which it begins, empty outside any
 * @param idleClass such as {@code LOADING}, {@code BREAK}, {@code ROAD_WAIT}
 * @param countsAs such as {@code service}, {@code wait}, {@code idle}, {@code off}
 */
public record JudgedStandstill(
        Standstill standstill,
        Optional<String> zoneType,
        Optional<String> shift,
        String idleClass,
        String countsAs,
        String rule) {}
