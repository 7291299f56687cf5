package org.optimizer.transform.driving;

import java.util.Arrays;
import org.optimizer.transform.trips.Fixes;

/**
 * Speed between the fixes of a stretch: a line bent three quarters of the way to the natural cubic spline through them (C. de
 * Boor, A Practical Guide to Splines, 1978, chapter IV). Lines alone cut the peaks off a recording of one fix in 2 s: a real
 * drive kept four fifths of the points that it has at 1 s, and the slower phone won. The whole spline swings beyond the corners
 * of an abrupt manoeuvre. Tangents are found when first asked for; the arrays are used again.
 */
final class SpeedSpline {
    private static final double BEND = 0.75;
    /** Fixes this close are joined by a line, and shape tangents as if so far apart: a doublet's noise is no acceleration. */
    private static final double CLOSE_S = 1;

    private double[] tangent = new double[0];
    private double[] upper = new double[0];
    private int first;
    private int last;
    private boolean solved;

    /** The stretch that the next questions are about: fixes {@code from} to {@code to}, both included, at least two. */
    void over(int from, int to) {
        first = from;
        last = to;
        solved = false;
    }

    /** Speed in m/s so many milliseconds after a fix, before the next one; never below 0. */
    double at(Fixes fixes, int before, long pastMs) {
        double seconds = fixes.intervalMs(before) / 1e3;
        double share = pastMs / 1e3 / seconds;
        double from = fixes.mps(before);
        double to = fixes.mps(before + 1);
        if (seconds <= CLOSE_S) {
            return from + share * (to - from);
        }
        if (!solved) {
            solve(fixes);
        }
        double leaves = seconds * tangent[before - first] - (to - from);
        double arrives = seconds * tangent[before + 1 - first] - (to - from);
        double bend = share * (1 - share) * (leaves * (1 - share) - arrives * share);
        return Math.max(0, from + share * (to - from) + BEND * bend);
    }

    /** Thomas' elimination of the spline's three-term equations: the second derivative is continuous, and 0 at both ends. */
    private void solve(Fixes fixes) {
        int size = last - first + 1;
        if (tangent.length < size) {
            tangent = Arrays.copyOf(tangent, Math.max(size, tangent.length * 3 / 2));
            upper = Arrays.copyOf(upper, tangent.length);
        }
        double inverse = 0;
        double rise = 0;
        for (int knot = 0; knot < size; knot++) {
            double inverseBefore = inverse;
            double riseBefore = rise;
            inverse = knot == size - 1 ? 0 : 1 / seconds(fixes, first + knot);
            rise = knot == size - 1 ? 0 : riseMps(fixes, first + knot) * inverse * inverse;
            double upperBefore = knot == 0 ? 0 : upper[knot - 1];
            double tangentBefore = knot == 0 ? 0 : tangent[knot - 1];
            double pivot = 2 * (inverseBefore + inverse) - inverseBefore * upperBefore;
            upper[knot] = inverse / pivot;
            tangent[knot] = (3 * (riseBefore + rise) - inverseBefore * tangentBefore) / pivot;
        }
        for (int knot = size - 2; knot >= 0; knot--) {
            tangent[knot] -= upper[knot] * tangent[knot + 1];
        }
        solved = true;
    }

    private static double seconds(Fixes fixes, int index) {
        return Math.max(CLOSE_S, fixes.intervalMs(index) / 1e3);
    }

    private static double riseMps(Fixes fixes, int index) {
        return fixes.mps(index + 1) - fixes.mps(index);
    }
}
