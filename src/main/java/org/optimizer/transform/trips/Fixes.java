package org.optimizer.transform.trips;

import java.util.Arrays;
import org.optimizer.model.Trace;

/**
 * The fixes that passed the gate, in columns, each with one speed: the reported one, or one derived from positions where
 * none was reported.
 */
public final class Fixes {
    /** An interval longer than this cuts acceleration, ms. */
    public static final int ACCELERATION_GAP_MS = 4_000;
    /** An interval longer than this is a gap: no data, ms. */
    public static final int GAP_MS = 15_000;
    /** Ends of a gap within this distance are at the same place, m. */
    public static final double SAME_PLACE_M = 50;

    /** An interval stands when both its ends are slower, m/s. */
    public static final double STANDING_MPS = 0.5;

    static final byte DOPPLER = 1;
    static final byte CUT = 2;

    private static final double EARTH_RADIUS_M = 6_371_008.8;
    private static final double RADIANS_PER_E7 = Math.PI / 180 / 1e7;
    private static final double SLOW_MPS = 1.0;

    private final Trace trace;
    private final long[] timeMs;
    private final double[] mps;
    private final byte[] flags;

    Fixes(Trace trace, double[] mps, byte[] flags) {
        this.trace = trace;
        this.timeMs = trace.timeMs();
        this.mps = mps;
        this.flags = flags;
    }

    public int size() {
        return timeMs.length;
    }

    public long timeMs(int index) {
        return timeMs[index];
    }

    /** Milliseconds from this fix to the next. */
    public long intervalMs(int index) {
        return timeMs[index + 1] - timeMs[index];
    }

    /** First fix at or after an instant; {@link #size()} when there is none. */
    public int firstAtOrAfter(long ms) {
        int found = Arrays.binarySearch(timeMs, ms);
        return found >= 0 ? found : -found - 1;
    }

    /** Speed, m/s. */
    public double mps(int index) {
        return mps[index];
    }

    public boolean hasDoppler(int index) {
        return (flags[index] & DOPPLER) != 0;
    }

    /** Whether no acceleration may be computed between the fix before and this one. */
    public boolean isCutBefore(int index) {
        return (flags[index] & CUT) != 0;
    }

    public boolean hasPosition(int index) {
        return trace.hasPosition(index);
    }

    public double latitudeDeg(int index) {
        return trace.latitudeDeg(index);
    }

    public double longitudeDeg(int index) {
        return trace.longitudeDeg(index);
    }

    int latitudeE7(int index) {
        return trace.latitudeE7()[index];
    }

    int longitudeE7(int index) {
        return trace.longitudeE7()[index];
    }

    /** Whether the vehicle moved between this fix and the next. */
    public boolean movesAfter(int index) {
        return mps[index] >= STANDING_MPS || mps[index + 1] >= STANDING_MPS;
    }

    /** Reported 68 % accuracy of the speed, m/s; NaN where none was reported. */
    public double speedAccuracyMps(int index) {
        int[] column = trace.speedAccuracyMmps();
        return column == null || column[index] == Trace.ABSENT ? Double.NaN : column[index] / 1e3;
    }

    /** Reported horizontal accuracy, m; NaN where none was reported. */
    public double accuracyM(int index) {
        int[] column = trace.accuracyMm();
        return column == null || column[index] == Trace.ABSENT ? Double.NaN : column[index] / 1e3;
    }

    public boolean reportsSpeedAccuracy() {
        return trace.speedAccuracyMmps() != null;
    }

    /** Metres above the sea, NaN where none was reported. */
    public double altitudeM(int index) {
        int[] column = trace.altitudeMm();
        return column == null || column[index] == Trace.ABSENT ? Double.NaN : column[index] / 1e3;
    }

    int track(int index) {
        return trace.track()[index];
    }

    public boolean isSameTrack(int one, int other) {
        return track(one) == track(other);
    }

    /** The recording's own id, empty when it has none. */
    public String trackName(int index) {
        return trace.tracks().get(trace.track()[index]);
    }

    /** Metres between two fixes that have positions. */
    public double distanceM(int one, int other) {
        return distanceM(latitudeE7(one), longitudeE7(one), latitudeE7(other), longitudeE7(other));
    }

    /** Metres between two places, on a plane that touches the sphere between them: exact to 0.1 % within 100 km. */
    public static double distanceM(int latitudeE7, int longitudeE7, int otherLatitudeE7, int otherLongitudeE7) {
        if (latitudeE7 == otherLatitudeE7 && longitudeE7 == otherLongitudeE7) {
            return 0;
        }
        double north = ((double) otherLatitudeE7 - latitudeE7) * RADIANS_PER_E7;
        double east = ((double) otherLongitudeE7 - longitudeE7) * RADIANS_PER_E7;
        if (Math.abs(east) > Math.PI) {
            east -= Math.copySign(2 * Math.PI, east);
        }
        east *= Math.cos(((double) latitudeE7 + otherLatitudeE7) / 2 * RADIANS_PER_E7);
        return EARTH_RADIUS_M * Math.sqrt(north * north + east * east);
    }

    public boolean isSamePosition(int one, int other) {
        return latitudeE7(one) == latitudeE7(other) && longitudeE7(one) == longitudeE7(other);
    }

    /** Whether the vehicle stood still between this fix and the next, however long ago: same place, or slow at both ends. */
    boolean endsAtSamePlace(int index) {
        return hasPosition(index) && hasPosition(index + 1)
                ? distanceM(index, index + 1) <= SAME_PLACE_M
                : mps[index] < SLOW_MPS && mps[index + 1] < SLOW_MPS;
    }
}
