package org.optimizer.standin;

import java.util.ArrayList;
import java.util.List;

/** A road in one direction: position, altitude and limit every {@value #STEP_M} m of its length. */
final class Road {
    static final double STEP_M = 5;

    private static final int CURVE_STEPS = 200;
    private static final int COLUMNS = 4;

    private final double[][] cells;

    private Road(double[][] cells) {
        this.cells = cells;
    }

    /**
     * A smooth road (Catmull-Rom curve) through the given points.
     *
     * @param points each: metres east, metres north, altitude in metres, limit in km/h from there on
     */
    static Road through(double[][] points) {
        double[][] fine = new double[(points.length - 1) * CURVE_STEPS + 1][];
        for (int i = 0; i < fine.length; i++) {
            int segment = Math.min(i / CURVE_STEPS, points.length - 2);
            fine[i] = curve(points, segment, (i - segment * CURVE_STEPS) / (double) CURVE_STEPS);
        }
        return new Road(evenly(fine));
    }

    Road reversed() {
        double[][] back = new double[cells.length][];
        for (int i = 0; i < cells.length; i++) {
            back[i] = cells[cells.length - 1 - i];
        }
        return new Road(back);
    }

    double lengthM() {
        return (cells.length - 1) * STEP_M;
    }

    double eastM(double atM) {
        return between(atM, 0);
    }

    double northM(double atM) {
        return between(atM, 1);
    }

    double altitudeM(double atM) {
        return between(atM, 2);
    }

    double limitKmh(double atM) {
        return cells[cell(atM)][3];
    }

    /** Clockwise from north, −π to π. */
    double bearingRad(double atM) {
        double[] here = cells[cell(atM)];
        double[] next = cells[cell(atM) + 1];
        return Math.atan2(next[0] - here[0], next[1] - here[1]);
    }

    private int cell(double atM) {
        return Math.max(0, Math.min(cells.length - 2, (int) (atM / STEP_M)));
    }

    private double between(double atM, int column) {
        int cell = cell(atM);
        double part = atM / STEP_M - cell;
        return cells[cell][column] + part * (cells[cell + 1][column] - cells[cell][column]);
    }

    private static double[] curve(double[][] points, int segment, double t) {
        double[] before = points[Math.max(0, segment - 1)];
        double[] from = points[segment];
        double[] to = points[segment + 1];
        double[] after = points[Math.min(points.length - 1, segment + 2)];
        double[] at = new double[COLUMNS];
        for (int column = 0; column < COLUMNS - 1; column++) {
            double slopeFrom = (to[column] - before[column]) / 2;
            double slopeTo = (after[column] - from[column]) / 2;
            double rise = to[column] - from[column];
            double cubic = slopeFrom + slopeTo - 2 * rise;
            double square = 3 * rise - 2 * slopeFrom - slopeTo;
            at[column] = from[column] + t * (slopeFrom + t * (square + t * cubic));
        }
        at[COLUMNS - 1] = from[COLUMNS - 1];
        return at;
    }

    private static double[][] evenly(double[][] fine) {
        List<double[]> even = new ArrayList<>();
        even.add(fine[0]);
        double[] last = fine[0];
        for (double[] point : fine) {
            double gap = Math.hypot(point[0] - last[0], point[1] - last[1]);
            while (gap >= STEP_M) {
                double part = STEP_M / gap;
                last = new double[] {
                    last[0] + part * (point[0] - last[0]),
                    last[1] + part * (point[1] - last[1]),
                    last[2] + part * (point[2] - last[2]),
                    point[3]
                };
                even.add(last);
                gap = Math.hypot(point[0] - last[0], point[1] - last[1]);
            }
        }
        return even.toArray(double[][]::new);
    }
}
