package org.optimizer.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A vehicle stood for at least 60 s.
 *
 * @param zone name of the zone it stood in
 * @param inferred no fixes came meanwhile, but both ends are at the same place
 */
public record Standstill(
        int number,
        Optional<String> driverId,
        Instant start,
        Instant end,
        double latitudeDeg,
        double longitudeDeg,
        Optional<String> zone,
        boolean inferred) {

    /** The same standstill in a zone of this name, or in none. */
    public Standstill in(Optional<String> zoneName) {
        return new Standstill(number, driverId, start, end, latitudeDeg, longitudeDeg, zoneName, inferred);
    }

    public double durationS() {
        return (end.toEpochMilli() - start.toEpochMilli()) / 1000.0;
    }
}
