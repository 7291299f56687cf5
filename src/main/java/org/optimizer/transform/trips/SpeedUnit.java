package org.optimizer.transform.trips;

import org.optimizer.model.Trace;

/** Notices a day whose speeds are in km/h or knots instead of m/s. */
public final class SpeedUnit {
    public static final int MOVING_MMPS = 2_000;
    public static final int ABSURD_MMPS = 40_000;
    private static final double ABSURD_SHARE = 0.05;
    private static final int ABSURD_FIXES = 10;
    /** Distance by position that a comparison needs, m. */
    public static final double ENOUGH_M = 1_000;

    private SpeedUnit() {}

    static boolean isWrong(Trace trace, DayWindow window) {
        int moving = 0;
        int absurd = 0;
        double bySpeedM = 0;
        double byPositionM = 0;
        int previous = -1;
        // one pass over the columns: the sums by speed and by position must cover the same intervals
        for (int index = 0; index < trace.size(); index++) {
            int speed = trace.speedMmps()[index];
            if (!window.contains(trace.timeMs()[index]) || speed == Trace.ABSENT) {
                previous = -1;
                continue;
            }
            moving += speed >= MOVING_MMPS ? 1 : 0;
            absurd += speed > ABSURD_MMPS ? 1 : 0;
            if (previous >= 0 && comparable(trace, previous, index)) {
                double seconds = (trace.timeMs()[index] - trace.timeMs()[previous]) / 1e3;
                bySpeedM += (speed + (double) trace.speedMmps()[previous]) / 2e3 * seconds;
                byPositionM += distanceM(trace, previous, index);
            }
            previous = index;
        }
        return isAbsurd(absurd, moving) || byPositionM > ENOUGH_M && isAnotherUnit(bySpeedM / byPositionM);
    }

    /** Whether reported speed by true speed is near 3.6, that of km/h, or 1.94, that of knots, taken for m/s. */
    public static boolean isAnotherUnit(double ratio) {
        return ratio > 1.8 && ratio < 2.1 || ratio > 3.2 && ratio < 4.0;
    }

    /** Whether too many speeds are faster than any vehicle, of so many that say that it moves. */
    public static boolean isAbsurd(int absurd, int moving) {
        return absurd >= ABSURD_FIXES && absurd >= ABSURD_SHARE * moving;
    }

    private static boolean comparable(Trace trace, int one, int other) {
        return trace.timeMs()[other] - trace.timeMs()[one] <= Fixes.GAP_MS
                && trace.hasPosition(one)
                && trace.hasPosition(other);
    }

    private static double distanceM(Trace trace, int one, int other) {
        return Fixes.distanceM(
                trace.latitudeE7()[one],
                trace.longitudeE7()[one],
                trace.latitudeE7()[other],
                trace.longitudeE7()[other]);
    }
}
