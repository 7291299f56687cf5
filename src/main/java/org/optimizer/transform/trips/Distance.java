package org.optimizer.transform.trips;

/** How far a vehicle went between two fixes: by its reported speed, or by positions where there is none. */
public final class Distance {
    /** A position farther than this and the fastest drive is not believed, m and m/s. */
    private static final double JUMP_M = 100;

    private static final double FASTEST_MPS = 45;

    private Distance() {}

    /**
     * Metres from a fix to the next.
     *
     * @param longestMs longer intervals are not measured by speed: nobody knows what happened meanwhile
     */
    public static double metres(Fixes fixes, int index, double longestMs) {
        long interval = fixes.intervalMs(index);
        boolean bySpeed = fixes.hasDoppler(index) && fixes.hasDoppler(index + 1);
        if (!bySpeed && fixes.hasPosition(index) && fixes.hasPosition(index + 1)) {
            double metres = fixes.distanceM(index, index + 1);
            return isJump(metres, interval) ? 0 : metres;
        }
        return interval <= longestMs ? (fixes.mps(index) + fixes.mps(index + 1)) / 2e3 * interval : 0;
    }

    /** Whether a position is farther from the one before than any vehicle gets in that time. */
    static boolean isJump(double metres, long intervalMs) {
        return metres > JUMP_M + FASTEST_MPS * intervalMs / 1e3;
    }
}
