package org.optimizer.model;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Something that a tracker or another system saw: a row of table {@code behaviour_event}, whose key is source and id. What was
 * not said is NaN or empty.
 *
 * @param id what the source calls it
 * @param driverId who drove, where the source says so
 * @param accelerationMps2 at its strongest, braking positive too
 */
public record BehaviourEvent(
        String source,
        String id,
        String vehicleId,
        Optional<String> driverId,
        BehaviourType type,
        Instant at,
        OptionalLong durationMs,
        double accelerationMps2,
        double speedKmh,
        double latitudeDeg,
        double longitudeDeg,
        Instant receivedAt) {}
