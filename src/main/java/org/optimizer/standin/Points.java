package org.optimizer.standin;

import java.util.Arrays;

/**
 * The points of one track, in columns of whole numbers so that what was recorded is printed without a rounding; a value
 * that was not recorded is {@link #ABSENT}.
 */
final class Points {
    static final long ABSENT = Long.MIN_VALUE;

    private static final int COLUMNS = 7;

    private final long[][] columns = new long[COLUMNS][];
    private int size;

    Points(int expected) {
        for (int column = 0; column < COLUMNS; column++) {
            columns[column] = new long[Math.max(16, expected)];
        }
    }

    /**
     * @param atMs epoch milliseconds
     * @param latE7 1e-7 degrees
     * @param lonE7 1e-7 degrees
     * @param speedMmps millimetres a second
     * @param accuracyMm millimetres
     * @param bearingMdeg thousandths of a degree
     * @param altitudeMm millimetres
     */
    void add(long atMs, long latE7, long lonE7, long speedMmps, long accuracyMm, long bearingMdeg, long altitudeMm) {
        if (size == columns[0].length) {
            grow();
        }
        columns[0][size] = atMs;
        columns[1][size] = latE7;
        columns[2][size] = lonE7;
        columns[3][size] = speedMmps;
        columns[4][size] = accuracyMm;
        columns[5][size] = bearingMdeg;
        columns[6][size] = altitudeMm;
        size++;
    }

    int size() {
        return size;
    }

    long atMs(int row) {
        return columns[0][row];
    }

    long latE7(int row) {
        return columns[1][row];
    }

    long lonE7(int row) {
        return columns[2][row];
    }

    long speedMmps(int row) {
        return columns[3][row];
    }

    long accuracyMm(int row) {
        return columns[4][row];
    }

    long bearingMdeg(int row) {
        return columns[5][row];
    }

    long altitudeMm(int row) {
        return columns[6][row];
    }

    private void grow() {
        for (int column = 0; column < COLUMNS; column++) {
            columns[column] = Arrays.copyOf(columns[column], size * 2);
        }
    }
}
