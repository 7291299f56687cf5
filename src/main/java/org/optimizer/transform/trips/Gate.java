package org.optimizer.transform.trips;

import java.util.List;
import org.optimizer.model.DataNote;
import org.optimizer.model.Trace;

/**
 * Decides which fixes are believed. It drops as little as possible: what is only doubtful is kept, and acceleration is cut
 * there.
 */
public final class Gate {
    /** 144 km/h: no vehicle of a fleet is faster. */
    public static final int FASTEST_MMPS = 40_000;
    /** Fixes this long before and after the day are read too, so that nothing is torn at midnight. */
    private static final long MARGIN_MS = 3_600_000;

    public static final long EARLIEST_MS = 631_152_000_000L; // 1990-01-01, before there were civil receivers
    public static final long LATEST_MS = 4_102_444_800_000L; // 2100-01-01
    private static final int DEGREE_E7 = 10_000_000;
    public static final int LATITUDE_MAX_E7 = 90 * DEGREE_E7;
    public static final int LONGITUDE_MAX_E7 = 180 * DEGREE_E7;

    private Gate() {}

    /**
     * What passed.
     *
     * @param fixes of the day and of an hour around it
     * @param read number of the day's fixes
     * @param kept number of them that passed
     */
    public record Passed(Fixes fixes, int read, int kept, List<DataNote> notes) {}

    public static Passed pass(Trace recording, DayWindow window) {
        Notes notes = new Notes(window);
        Trace around = around(recording, window);
        Trace believed = believe(genuine(around, window, notes), window, notes);
        Fixes fixes = Speeds.of(believed, notes);
        return new Passed(fixes, countIn(around, window), countIn(believed, window), notes.toList());
    }

    /** The day's fixes, those of the hour before and after, and one more on either side: what its facts depend on. */
    public static Trace around(Trace recording, DayWindow window) {
        Trace before = recording.between(Long.MIN_VALUE, window.fromMs() - MARGIN_MS);
        Trace after = recording.between(window.toMs() + MARGIN_MS, Long.MAX_VALUE);
        long from = before.isEmpty() ? Long.MIN_VALUE : before.timeMs()[before.size() - 1];
        long to = after.isEmpty() ? Long.MAX_VALUE : after.timeMs()[0] + 1;
        return recording.between(from, to);
    }

    private static int countIn(Trace trace, DayWindow window) {
        int count = 0;
        for (long ms : trace.timeMs()) {
            count += window.contains(ms) ? 1 : 0;
        }
        return count;
    }

    /** Comes first: made-up speeds would pass for those of another unit. */
    private static Trace genuine(Trace trace, DayWindow window, Notes notes) {
        if (trace.mock() == null) {
            return trace;
        }
        boolean[] dropped = new boolean[trace.size()];
        int count = MockRecordings.drop(trace, dropped, window, notes);
        return without(trace, dropped, trace.size() - count);
    }

    private static Trace believe(Trace trace, DayWindow window, Notes notes) {
        boolean[] dropped = new boolean[trace.size()];
        if (SpeedUnit.isWrong(trace, window)) {
            dropAll(trace, dropped, notes);
            return Trace.EMPTY;
        }
        int count = dropImpossible(trace, dropped, notes);
        count += SecondRecordings.drop(trace, dropped, notes);
        count += Spikes.drop(trace, dropped, notes);
        return count == 0 ? trace : without(trace, dropped, trace.size() - count);
    }

    private static void dropAll(Trace trace, boolean[] dropped, Notes notes) {
        for (int index = 0; index < trace.size(); index++) {
            dropped[index] = true;
            notes.add(Fault.WRONG_UNIT, trace, index);
        }
    }

    private static int dropImpossible(Trace trace, boolean[] dropped, Notes notes) {
        int count = 0;
        int reference = firstPosition(trace);
        for (int index = 0; index < trace.size(); index++) {
            Fault fault = faultOf(trace, index, reference);
            if (fault != null) {
                dropped[index] = true;
                notes.add(fault, trace, index);
                count++;
            } else if (trace.hasPosition(index)) {
                reference = index;
            }
        }
        return count;
    }

    private static Fault faultOf(Trace trace, int index, int reference) {
        long ms = trace.timeMs()[index];
        if (ms < EARLIEST_MS || ms >= LATEST_MS) {
            return Fault.IMPOSSIBLE_TIME;
        }
        int speed = trace.speedMmps()[index];
        if (trace.hasPosition(index)) {
            if (isImpossiblePosition(trace, index, reference)) {
                return Fault.IMPOSSIBLE_POSITION;
            }
        } else if (speed == Trace.ABSENT) {
            return Fault.EMPTY_FIX;
        }
        return speed != Trace.ABSENT && (speed < 0 || speed > FASTEST_MMPS) ? Fault.IMPOSSIBLE_SPEED : null;
    }

    /** Out of range, at 0/0, or at exactly 0 in one coordinate and far from the fixes around. */
    private static boolean isImpossiblePosition(Trace trace, int index, int reference) {
        int latitude = trace.latitudeE7()[index];
        int longitude = trace.longitudeE7()[index];
        if (Math.abs(latitude) > LATITUDE_MAX_E7 || Math.abs(longitude) > LONGITUDE_MAX_E7) {
            return true;
        }
        if (latitude != 0 && longitude != 0) {
            return false;
        }
        return latitude == longitude || reference >= 0 && isFar(trace, index, reference);
    }

    /** More than a degree away. */
    private static boolean isFar(Trace trace, int one, int other) {
        long north = (long) trace.latitudeE7()[one] - trace.latitudeE7()[other];
        long east = (long) trace.longitudeE7()[one] - trace.longitudeE7()[other];
        return Math.abs(north) > DEGREE_E7 || Math.abs(east) > DEGREE_E7;
    }

    private static int firstPosition(Trace trace) {
        for (int index = 0; index < trace.size(); index++) {
            if (trace.hasPosition(index) && trace.latitudeE7()[index] != 0 && trace.longitudeE7()[index] != 0) {
                return index;
            }
        }
        return -1;
    }

    private static Trace without(Trace trace, boolean[] dropped, int size) {
        int[] kept = new int[size];
        int count = 0;
        for (int index = 0; index < trace.size(); index++) {
            if (!dropped[index]) {
                kept[count++] = index;
            }
        }
        long[] times = new long[size];
        for (int index = 0; index < size; index++) {
            times[index] = trace.timeMs()[kept[index]];
        }
        return new Trace(
                times,
                pick(trace.latitudeE7(), kept),
                pick(trace.longitudeE7(), kept),
                pick(trace.speedMmps(), kept),
                pick(trace.accuracyMm(), kept),
                pick(trace.speedAccuracyMmps(), kept),
                pick(trace.bearingCdeg(), kept),
                pick(trace.altitudeMm(), kept),
                null, // no mock fix is kept
                pick(trace.track(), kept),
                trace.tracks());
    }

    private static int[] pick(int[] column, int[] kept) {
        if (column == null) {
            return null;
        }
        int[] picked = new int[kept.length];
        for (int index = 0; index < kept.length; index++) {
            picked[index] = column[kept[index]];
        }
        return picked;
    }
}
