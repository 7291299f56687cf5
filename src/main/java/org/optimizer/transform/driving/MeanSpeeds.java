package org.optimizer.transform.driving;

import org.optimizer.transform.trips.Fixes;
import org.optimizer.transform.trips.Leg;

/**
 * Relative positive acceleration and gentle deceleration of a trip, on mean speeds over 5 s of the clock: means are much the
 * same at any sampling up to 10 s, and their noise is small.
 *
 * @param rpaWork Σ v·Δv over rises by more than 0.1 m/s², m²/s²
 * @param rpaDistanceM metres in the seconds that were measured
 * @param gentleLossMps speed lost at 0.05 to 0.5 m/s²
 */
public record MeanSpeeds(double rpaWork, double rpaDistanceM, double gentleLossMps, double totalLossMps) {

    public static MeanSpeeds of(Fixes fixes, Leg leg) {
        Summing summing = new Summing(fixes, leg);
        summing.run();
        return new MeanSpeeds(summing.work, summing.distanceM, summing.gentle, summing.total);
    }

    /** Walks over the fixes; a mean belongs to the trip in which its 5 s begin. */
    private static final class Summing {
        private static final long STEP_MS = 5_000;
        private static final double STEP_S = 5;
        private static final double RISES_MPS2 = 0.1;
        private static final double GENTLE_FROM_MPS2 = 0.05;
        private static final double GENTLE_TO_MPS2 = 0.5;

        private final Fixes fixes;
        private final Leg leg;
        private final long endMs;
        private long stepMs;
        private double area;
        private double before = Double.NaN;
        private boolean done;
        private double work;
        private double distanceM;
        private double gentle;
        private double total;

        Summing(Fixes fixes, Leg leg) {
            this.fixes = fixes;
            this.leg = leg;
            this.endMs = fixes.timeMs(leg.to());
            restart(leg.from());
        }

        void run() {
            for (int index = leg.from(); index < leg.recordingTo() && !done; index++) {
                if (isMeasured(index)) {
                    cross(index);
                } else {
                    restart(index + 1);
                }
            }
        }

        private boolean isMeasured(int index) {
            return fixes.intervalMs(index) <= Fixes.GAP_MS && fixes.hasDoppler(index) && fixes.hasDoppler(index + 1);
        }

        private void restart(int index) {
            stepMs = -Math.floorDiv(-fixes.timeMs(index), STEP_MS) * STEP_MS;
            area = 0;
            before = Double.NaN;
            done = stepMs >= endMs;
        }

        private void cross(int index) {
            long fromMs = Math.max(stepMs, fixes.timeMs(index));
            long toMs = fixes.timeMs(index + 1);
            double mps = speedAt(index, fromMs);
            while (fromMs < toMs && !done) {
                long untilMs = Math.min(toMs, stepMs + STEP_MS);
                double next = speedAt(index, untilMs);
                area += (mps + next) / 2e3 * (untilMs - fromMs);
                mps = next;
                fromMs = untilMs;
                if (fromMs == stepMs + STEP_MS) {
                    endStep();
                }
            }
        }

        private double speedAt(int index, long ms) {
            long past = ms - fixes.timeMs(index);
            long interval = fixes.intervalMs(index);
            if (past == 0) {
                return fixes.mps(index);
            }
            return past == interval
                    ? fixes.mps(index + 1)
                    : fixes.mps(index) + (fixes.mps(index + 1) - fixes.mps(index)) * past / interval;
        }

        /** Standing, a phone's speed is noise: it counts as none. */
        private void endStep() {
            double mean = area / STEP_S;
            mean = mean < Fixes.STANDING_MPS ? 0 : mean;
            if (!Double.isNaN(before)) {
                compare(before, mean);
            }
            done = stepMs >= endMs;
            if (!done) {
                distanceM += mean * STEP_S;
            }
            before = mean;
            stepMs += STEP_MS;
            area = 0;
        }

        private void compare(double first, double second) {
            double mps2 = (second - first) / STEP_S;
            if (mps2 > RISES_MPS2) {
                work += (first + second) / 2 * mps2 * STEP_S;
            } else if (mps2 < 0) {
                total += first - second;
                gentle += -mps2 >= GENTLE_FROM_MPS2 && -mps2 <= GENTLE_TO_MPS2 ? first - second : 0;
            }
        }
    }
}
