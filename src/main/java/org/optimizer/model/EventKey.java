package org.optimizer.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Which of a driver's events is meant, whatever scoring found it.
 *
 * @param at when it begins, to the millisecond: as tables and forms hold it
 */
public record EventKey(String vehicleId, ManoeuvreKind kind, Instant at) {
    public EventKey {
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }

    public static EventKey of(DrivingEvent event) {
        return new EventKey(event.vehicleId(), event.kind(), event.at());
    }
}
