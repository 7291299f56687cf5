package org.optimizer.model;

import java.time.Instant;

/**
 * The launch after, or the braking before, a clear stop: what the method of 2019 compares.
 *
 * @param kmh 61 speeds at steps of one second; a launch begins, a braking ends at the stop
 */
public record MovementCurve(int number, int tripNumber, Kind kind, Instant at, float[] kmh) {
    /** Which side of the stop. */
    public enum Kind {
        LAUNCH,
        BRAKING
    }

    /** Speed at the end that is away from the stop, km/h. */
    public float farEndKmh() {
        return kind == Kind.LAUNCH ? kmh[kmh.length - 1] : kmh[0];
    }
}
