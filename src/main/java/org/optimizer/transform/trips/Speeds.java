package org.optimizer.transform.trips;

import org.optimizer.model.Trace;

/** Gives each fix its speed, and says where no acceleration may be computed. */
final class Speeds {
    /** No vehicle accelerates or brakes harder, m/s². */
    private static final double HARDEST_MPS2 = 6;
    /** What is still believed right after a speed that did not change, m/s². */
    private static final double HARDEST_AFTER_FROZEN_MPS2 = 4;

    private static final long FROZEN_MS = 3_000;
    /** Positions this far on either side give a derived speed: 2.5 m of jitter become 0.35 m/s. */
    private static final long HALF_SPAN_MS = 5_000;

    private static final long LONGEST_STEP_MS = 120_000;

    private Speeds() {}

    static Fixes of(Trace trace, Notes notes) {
        double[] mps = new double[trace.size()];
        byte[] flags = new byte[trace.size()];
        for (int index = 0; index < mps.length; index++) {
            int reported = trace.speedMmps()[index];
            if (reported == Trace.ABSENT) {
                mps[index] = derived(trace, index);
            } else {
                mps[index] = reported / 1e3;
                flags[index] = Fixes.DOPPLER;
            }
        }
        cut(trace, mps, flags, notes);
        return new Fixes(trace, mps, flags);
    }

    private static double derived(Trace trace, int index) {
        int from = index;
        while (from > 0 && trace.timeMs()[index] - trace.timeMs()[from] < HALF_SPAN_MS && steps(trace, from - 1)) {
            from--;
        }
        int to = index;
        while (to < trace.size() - 1 && trace.timeMs()[to] - trace.timeMs()[index] < HALF_SPAN_MS && steps(trace, to)) {
            to++;
        }
        return from == to ? 0 : distanceM(trace, from, to) / ((trace.timeMs()[to] - trace.timeMs()[from]) / 1e3);
    }

    private static boolean steps(Trace trace, int index) {
        return trace.hasPosition(index)
                && trace.hasPosition(index + 1)
                && trace.track()[index] == trace.track()[index + 1]
                && trace.timeMs()[index + 1] - trace.timeMs()[index] <= LONGEST_STEP_MS
                && !Distance.isJump(
                        distanceM(trace, index, index + 1), trace.timeMs()[index + 1] - trace.timeMs()[index]);
    }

    private static double distanceM(Trace trace, int one, int other) {
        return Fixes.distanceM(
                trace.latitudeE7()[one],
                trace.longitudeE7()[one],
                trace.latitudeE7()[other],
                trace.longitudeE7()[other]);
    }

    private static void cut(Trace trace, double[] mps, byte[] flags, Notes notes) {
        long unchangedSince = 0;
        for (int index = 0; index < mps.length; index++) {
            if (index == 0 || !isContinuous(trace, flags, index)) {
                flags[index] |= Fixes.CUT;
                unchangedSince = Long.MIN_VALUE / 2; // a recording's first speed may be a stale one
                continue;
            }
            Fault fault = jump(trace, mps, index, unchangedSince);
            if (fault != null) {
                flags[index] |= Fixes.CUT;
                notes.add(fault, trace, index);
            }
            if (mps[index] != mps[index - 1]) {
                unchangedSince = trace.timeMs()[index];
            }
        }
    }

    private static boolean isContinuous(Trace trace, byte[] flags, int index) {
        return trace.timeMs()[index] - trace.timeMs()[index - 1] <= Fixes.ACCELERATION_GAP_MS
                && (flags[index] & flags[index - 1] & Fixes.DOPPLER) != 0
                && trace.track()[index] == trace.track()[index - 1];
    }

    private static Fault jump(Trace trace, double[] mps, int index, long unchangedSince) {
        double seconds = (trace.timeMs()[index] - trace.timeMs()[index - 1]) / 1e3;
        double change = Math.abs(mps[index] - mps[index - 1]);
        if (change > HARDEST_MPS2 * seconds) {
            return Fault.IMPOSSIBLE_ACCELERATION;
        }
        boolean frozen = trace.timeMs()[index - 1] - unchangedSince >= FROZEN_MS;
        return frozen && change > HARDEST_AFTER_FROZEN_MPS2 * seconds ? Fault.FROZEN_SPEED : null;
    }
}
