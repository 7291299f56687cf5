package org.optimizer.transform.intake;

import org.optimizer.transform.trips.Gate;

/**
 * Says of a single fix whether it can be true. What only its neighbours show (a jump there and back, two phones, zero in one
 * coordinate) is left to {@link Gate}, which sees the whole day. Nothing is allocated here: it runs for each fix that arrives.
 */
public final class EdgeGate {
    /** Values are stored in whole mm/s: what rounds to a possible one is possible. */
    private static final double HALF = 0.5;

    private static final double MMPS_PER_MPS = 1e3;
    private static final double E7_PER_DEGREE = 1e7;

    private final long latestMs;

    /** @param latestMs a fix after it lies in the future */
    public EdgeGate(long latestMs) {
        this.latestMs = latestMs;
    }

    /** Null when the time can be true. */
    public Flaw ofTime(long epochMs) {
        if (epochMs < Gate.EARLIEST_MS || epochMs >= Gate.LATEST_MS) {
            return Flaw.IMPOSSIBLE_TIME;
        }
        return epochMs > latestMs ? Flaw.FUTURE_TIME : null;
    }

    /** Null when the position can be true, or when there is none but a speed. */
    public static Flaw ofPlace(double latitudeDeg, double longitudeDeg, double speedMps) {
        double latitudeE7 = Math.abs(latitudeDeg) * E7_PER_DEGREE;
        double longitudeE7 = Math.abs(longitudeDeg) * E7_PER_DEGREE;
        if (latitudeE7 <= Gate.LATITUDE_MAX_E7 && longitudeE7 <= Gate.LONGITUDE_MAX_E7) {
            return latitudeE7 < HALF && longitudeE7 < HALF ? Flaw.IMPOSSIBLE_POSITION : null;
        }
        boolean isThere = !Double.isNaN(latitudeDeg) && !Double.isNaN(longitudeDeg);
        if (isThere) {
            return Flaw.IMPOSSIBLE_POSITION;
        }
        return Double.isNaN(speedMps) ? Flaw.EMPTY_FIX : null;
    }

    /** Null when the speed can be true, or was not recorded. */
    public static Flaw ofSpeed(double speedMps) {
        double mmps = speedMps * MMPS_PER_MPS;
        boolean isPossible = mmps >= -HALF && mmps < Gate.FASTEST_MMPS + HALF;
        return isPossible || Double.isNaN(speedMps) ? null : Flaw.IMPOSSIBLE_SPEED;
    }
}
