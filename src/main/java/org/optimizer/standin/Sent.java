package org.optimizer.standin;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.Predicate;

/**
 * The points of a recording as they are sent: as they were recorded, or as a broken phone or clock makes them.
 *
 * @param rows for each point the row it has in the recording, which its id comes from
 * @param marked rows that are private, or not valid
 */
record Sent(Points points, int[] rows, BitSet marked) {
    private static final long HALF_HOUR_MS = 30 * 60_000;
    private static final long GAP_MS = 5 * 60_000;
    private static final long HOUR_MS = 3_600_000;
    private static final long YEAR_2106_MS = 4_294_967_295_000L;
    private static final long JUMP_E7 = 3_600_000;
    private static final long WILD_MMPS = 250_000;
    private static final int BLOCK = 97;
    private static final long PRIVATE_MS = 10 * 60_000;
    private static final double MPS_A_KNOT = 1852 / 3600.0;

    int size() {
        return rows.length;
    }

    /**
     * @param isRight the unit of speed that the provider promises
     * @param strikes whether a fault does; each is asked once
     */
    static Sent of(Points recorded, FaultKind isRight, Predicate<FaultKind> strikes) {
        int[] rows = order(recorded, strikes);
        Sent sent = new Sent(new Points(rows.length), rows, new BitSet());
        Bend bend = Bend.of(strikes);
        double unit = unit(isRight, strikes);
        for (int row : rows) {
            sent.points.add(
                    bend.atMs(recorded, row),
                    bend.isNowhere(row) ? 0 : recorded.latE7(row) + (bend.isTeleport(row) ? JUMP_E7 : 0),
                    bend.isNowhere(row) ? 0 : recorded.lonE7(row),
                    speed(bend.isWild(row) ? WILD_MMPS : recorded.speedMmps(row), unit),
                    recorded.accuracyMm(row),
                    recorded.bearingMdeg(row),
                    recorded.altitudeMm(row));
        }
        sent.mark(recorded, strikes);
        return sent;
    }

    private static long speed(long mmps, double unit) {
        return mmps == Points.ABSENT ? mmps : Math.round(mmps * unit);
    }

    /** What a speed must be multiplied with so that it looks like another unit in the field of the right one. */
    private static double unit(FaultKind isRight, Predicate<FaultKind> strikes) {
        double rightPerMps = isRight == FaultKind.KNOTS ? 1 / MPS_A_KNOT : 3.6;
        if (strikes.test(FaultKind.MPS)) {
            return 1 / rightPerMps;
        }
        if (strikes.test(FaultKind.KNOTS)) {
            return 1 / MPS_A_KNOT / rightPerMps;
        }
        return strikes.test(FaultKind.KMH) ? 3.6 / rightPerMps : 1;
    }

    /** Which rows are sent, in which order. */
    private static int[] order(Points recorded, Predicate<FaultKind> strikes) {
        boolean hasGaps = strikes.test(FaultKind.GAPS);
        int repeats = strikes.test(FaultKind.TWICE) ? 2 : 1;
        int[] rows = new int[recorded.size() * repeats];
        int size = 0;
        for (int row = 0; row < recorded.size(); row++) {
            boolean isLost = hasGaps && Math.floorMod(recorded.atMs(row), HALF_HOUR_MS) < GAP_MS;
            for (int time = 0; time < repeats && !isLost; time++) {
                rows[size++] = row;
            }
        }
        int[] kept = Arrays.copyOf(rows, size);
        if (strikes.test(FaultKind.SHUFFLED)) {
            turnBlocks(kept);
        }
        return kept;
    }

    /** Each block from its end to its beginning, as a phone that sends its buffer backwards. */
    private static void turnBlocks(int[] rows) {
        for (int from = 0; from < rows.length; from += BLOCK) {
            int to = Math.min(rows.length, from + BLOCK) - 1;
            for (int left = from; left < to; left++, to--) {
                int row = rows[left];
                rows[left] = rows[to];
                rows[to] = row;
            }
        }
    }

    private void mark(Points recorded, Predicate<FaultKind> strikes) {
        boolean isPrivate = strikes.test(FaultKind.PRIVATE);
        boolean isInvalid = strikes.test(FaultKind.INVALID);
        long middleMs = (recorded.atMs(0) + recorded.atMs(recorded.size() - 1)) / 2;
        for (int index = 0; index < rows.length; index++) {
            boolean isInside = Math.abs(recorded.atMs(rows[index]) - middleMs) < PRIVATE_MS;
            marked.set(index, isPrivate && isInside || isInvalid && rows[index] % 50 == 49);
        }
    }

    /** What is done to single rows. */
    private record Bend(
            boolean isAhead, boolean is1970, boolean is2106, boolean teleports, boolean nowhere, boolean wild) {
        static Bend of(Predicate<FaultKind> strikes) {
            return new Bend(
                    strikes.test(FaultKind.CLOCK_AHEAD),
                    strikes.test(FaultKind.YEAR_1970),
                    strikes.test(FaultKind.YEAR_2106),
                    strikes.test(FaultKind.TELEPORTS),
                    strikes.test(FaultKind.NOWHERE),
                    strikes.test(FaultKind.WILD_SPEEDS));
        }

        long atMs(Points recorded, int row) {
            if (is1970 && row % 100 == 50) {
                return row * 1000L;
            }
            if (is2106 && row % 100 == 75) {
                return YEAR_2106_MS - row;
            }
            return recorded.atMs(row) + (isAhead && row > recorded.size() / 2 ? HOUR_MS : 0);
        }

        boolean isTeleport(int row) {
            return teleports && row % 500 == 250;
        }

        boolean isNowhere(int row) {
            return nowhere && row % 200 == 100;
        }

        boolean isWild(int row) {
            return wild && row % 300 == 150;
        }
    }
}
