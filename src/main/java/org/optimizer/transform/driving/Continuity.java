package org.optimizer.transform.driving;

import org.optimizer.transform.trips.Fixes;

/** Where a recording goes on, and where it holds every second: the method of 2019 closes no gap by a guess. */
final class Continuity {
    /** A longer interval ends a track, ms. */
    private static final long TRACK_GAP_MS = 120_000;
    /** Steps are 1 s, give or take half. */
    private static final long STEP_MS = 1_000;

    private static final long TOLERANCE_MS = 500;

    private Continuity() {}

    /** Whether the track of a fix goes on to the next one. */
    static boolean goesOn(Fixes fixes, int index) {
        return fixes.intervalMs(index) <= TRACK_GAP_MS && fixes.isSameTrack(index, index + 1);
    }

    /** Whether so many reported speeds from a fix on are there, of one track and a second apart. */
    static boolean isWhole(Fixes fixes, int from, int samples) {
        int last = from + samples - 1;
        if (from < 0 || last >= fixes.size()) {
            return false;
        }
        if (Math.abs(fixes.timeMs(last) - fixes.timeMs(from) - (samples - 1) * STEP_MS) > TOLERANCE_MS) {
            return false;
        }
        for (int index = from; index < last; index++) {
            boolean step = Math.abs(fixes.intervalMs(index) - STEP_MS) < TOLERANCE_MS;
            if (!step || !fixes.isSameTrack(index, index + 1) || !fixes.hasDoppler(index)) {
                return false;
            }
        }
        return fixes.hasDoppler(last);
    }
}
