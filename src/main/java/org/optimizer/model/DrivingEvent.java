package org.optimizer.model;

import java.time.Instant;

/**
 * A manoeuvre, or the part of one above the class's lowest threshold, with what the rules say of it.
 *
 * @param rule the row that fired; empty for severity none
 */
public record DrivingEvent(
        String vehicleId,
        ManoeuvreKind kind,
        Instant at,
        double durationS,
        double peakMps2,
        double guardMps2,
        double startSpeedKmh,
        double latitudeDeg,
        double longitudeDeg,
        Severity severity,
        int points,
        String rule) {}
