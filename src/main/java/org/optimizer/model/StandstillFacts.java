package org.optimizer.model;

import java.util.Optional;

/**
 * What the rules are told of a standstill.
 *
 * @param durationS of the whole standstill, also where midnight splits it
 * @param inferred no fixes came meanwhile
 * @param zoneType of the zone it stood in, empty outside any
 * @param longest whether no other standstill of the same zone visit is longer
 * @param engine whether it ran
 */
public record StandstillFacts(
        double durationS, boolean inferred, Optional<String> zoneType, CycleState state, YesNo longest, YesNo engine) {}
