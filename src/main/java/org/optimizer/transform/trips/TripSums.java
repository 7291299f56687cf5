package org.optimizer.transform.trips;

import java.util.List;

/**
 * A trip's sums over the intervals between its fixes.
 *
 * @param lostS seconds in gaps within the trip, and since the trip before, that no standing still explains
 * @param speedAccuracyMps median; NaN when never reported
 * @param secondsAtKmh index v = seconds in motion at v ≤ speed &lt; v + 1 km/h, as long as the highest speed needs
 */
public record TripSums(
        double distanceM,
        double movingS,
        double maxMps,
        double zeroSpeedS,
        double coveredS,
        double lostS,
        double dopplerShare,
        double speedAccuracyMps,
        double[] secondsAtKmh) {
    /** Speed is trusted over intervals this long, or twice the recording's usual one, ms. */
    private static final double SPEED_HOLDS_MS = 10_000;

    private static final double SPEED_HOLDS_AT_MOST_MS = 120_000;
    private static final double KMH_PER_MPS = 3.6;

    /**
     * Sums one trip.
     *
     * @param lostFrom fix from which on lost time counts: the end of the same driver's trip before, or the trip's first fix
     */
    public static TripSums of(Fixes fixes, Leg leg, List<Stand> stands, int lostFrom) {
        double maxMps = highestMps(fixes, leg);
        double[] secondsAtKmh = new double[(int) (maxMps * KMH_PER_MPS) + 1];
        double longestMs = longestMs(leg);
        double distanceM = 0;
        double movingS = 0;
        double zeroSpeedS = 0;
        double coveredS = 0;
        int doppler = fixes.hasDoppler(leg.to()) ? 1 : 0;
        int nextStand = firstStandAfter(stands, leg.from());
        // the hot loop: one pass over the intervals for all sums
        for (int index = leg.from(); index < leg.to(); index++) {
            while (nextStand < stands.size() && stands.get(nextStand).to() <= index) {
                nextStand++;
            }
            boolean standing =
                    nextStand < stands.size() && stands.get(nextStand).from() <= index;
            long interval = fixes.intervalMs(index);
            double mps = fixes.mps(index);
            double next = fixes.mps(index + 1);
            doppler += fixes.hasDoppler(index) ? 1 : 0;
            if (!standing || drives(fixes, index)) {
                distanceM += Distance.metres(fixes, index, longestMs);
            }
            if (mps == 0 && fixes.hasDoppler(index)) {
                zeroSpeedS += Math.min(interval, leg.beatMs()) / 1e3;
            }
            if (interval <= Fixes.GAP_MS) {
                double seconds = interval / 1e3;
                coveredS += seconds;
                if (fixes.movesAfter(index)) {
                    movingS += seconds;
                    secondsAtKmh[(int) ((mps + next) / 2 * KMH_PER_MPS)] += seconds;
                }
            }
        }
        return new TripSums(
                distanceM,
                movingS,
                maxMps,
                zeroSpeedS,
                coveredS,
                lostS(fixes, lostFrom, leg.to()),
                (double) doppler / (leg.to() - leg.from() + 1),
                speedAccuracyMps(fixes, leg),
                secondsAtKmh);
    }

    /** Longer intervals of a trip are not measured by speed, ms. */
    private static double longestMs(Leg leg) {
        return Math.min(SPEED_HOLDS_AT_MOST_MS, Math.max(SPEED_HOLDS_MS, 2 * leg.beatMs()));
    }

    /** Whether the receiver says that a vehicle at a standstill drives. */
    private static boolean drives(Fixes fixes, int index) {
        return fixes.hasDoppler(index) && fixes.movesAfter(index);
    }

    /** Adds what a trip's distance is made of, interval by interval, at the fix that ends each. */
    static void addMetres(double[] metres, Fixes fixes, Leg leg, List<Stand> stands) {
        double longestMs = longestMs(leg);
        int nextStand = firstStandAfter(stands, leg.from());
        for (int index = leg.from(); index < leg.to(); index++) {
            while (nextStand < stands.size() && stands.get(nextStand).to() <= index) {
                nextStand++;
            }
            boolean standing =
                    nextStand < stands.size() && stands.get(nextStand).from() <= index;
            if (!standing || drives(fixes, index)) {
                metres[index + 1] += Distance.metres(fixes, index, longestMs);
            }
        }
    }

    private static double highestMps(Fixes fixes, Leg leg) {
        double highest = 0;
        for (int index = leg.from(); index <= leg.to(); index++) {
            highest = Math.max(highest, fixes.mps(index));
        }
        return highest;
    }

    private static int firstStandAfter(List<Stand> stands, int index) {
        int stand = 0;
        while (stand < stands.size() && stands.get(stand).to() <= index) {
            stand++;
        }
        return stand;
    }

    private static double lostS(Fixes fixes, int from, int to) {
        double lost = 0;
        for (int index = from; index < to; index++) {
            if (fixes.intervalMs(index) > Fixes.GAP_MS && !fixes.endsAtSamePlace(index)) {
                lost += fixes.intervalMs(index) / 1e3;
            }
        }
        return lost;
    }

    private static double speedAccuracyMps(Fixes fixes, Leg leg) {
        if (!fixes.reportsSpeedAccuracy()) {
            return Double.NaN;
        }
        int[] values = new int[leg.to() - leg.from() + 1];
        int count = 0;
        for (int index = leg.from(); index <= leg.to(); index++) {
            double accuracy = fixes.speedAccuracyMps(index);
            if (!Double.isNaN(accuracy)) {
                values[count++] = (int) Math.round(accuracy * 1e3);
            }
        }
        return count == 0 ? Double.NaN : Median.of(values, count) / 1e3;
    }
}
