package org.optimizer.transform.trips;

import org.optimizer.model.Trace;

/** Drops positions that jump away faster than any vehicle and come back. */
final class Spikes {
    /** A jump that does not come back within so many fixes is a change of place. */
    private static final int LONGEST = 5;

    private Spikes() {}

    static int drop(Trace trace, boolean[] dropped, Notes notes) {
        int count = 0;
        int good = -1;
        for (int index = 0; index < trace.size(); index++) {
            if (dropped[index] || !trace.hasPosition(index)) {
                continue;
            }
            int back = good >= 0 && isJump(trace, good, index) ? returnFrom(trace, dropped, good, index) : -1;
            for (; index < back; index++) {
                count += drop(trace, dropped, notes, index);
            }
            good = index;
        }
        return count;
    }

    private static int drop(Trace trace, boolean[] dropped, Notes notes, int index) {
        if (dropped[index]) {
            return 0;
        }
        dropped[index] = true;
        notes.add(Fault.POSITION_SPIKE, trace, index);
        return 1;
    }

    /** The fix that is back near the last good one, with another jump before it; -1 when there is none soon. */
    private static int returnFrom(Trace trace, boolean[] dropped, int good, int first) {
        double awayM = distanceM(trace, good, first);
        int last = Math.min(trace.size() - 1, first + LONGEST);
        int before = first;
        for (int index = first + 1; index <= last; index++) {
            if (dropped[index] || !trace.hasPosition(index)) {
                continue;
            }
            if (isJump(trace, before, index) && distanceM(trace, good, index) < awayM / 2) {
                return index;
            }
            before = index;
        }
        return -1;
    }

    private static boolean isJump(Trace trace, int one, int other) {
        long north = Math.abs((long) trace.latitudeE7()[one] - trace.latitudeE7()[other]);
        long east = Math.abs((long) trace.longitudeE7()[one] - trace.longitudeE7()[other]);
        if (north < 4_000 && east < 4_000) { // 0.0004°: never more than 63 m, so no need to compute
            return false;
        }
        return Distance.isJump(distanceM(trace, one, other), trace.timeMs()[other] - trace.timeMs()[one]);
    }

    private static double distanceM(Trace trace, int one, int other) {
        return Fixes.distanceM(
                trace.latitudeE7()[one],
                trace.longitudeE7()[one],
                trace.latitudeE7()[other],
                trace.longitudeE7()[other]);
    }
}
