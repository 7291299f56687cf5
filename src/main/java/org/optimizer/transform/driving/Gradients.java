package org.optimizer.transform.driving;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.optimizer.model.Gradient;
import org.optimizer.transform.trips.Fixes;
import org.optimizer.transform.trips.Legs;

/**
 * Finds the climbs and descents of a recording, from one turning point of its track's height to the next, and measures speed
 * around the middle of each: 30 s to either side of a climb's, 20 s of a descent's. The middle is where half the height is
 * gained or lost, so that a wait in the pit does not move it. Whether the window was driven as a climb or a descent is, is
 * the rules' to say.
 */
public final class Gradients {
    private static final int CLIMB_REACH = 30;
    private static final int DESCENT_REACH = 20;
    private static final double KMH_PER_MPS = 3.6;

    private final Fixes fixes;
    private final Legs legs;
    private final List<Gradient> found = new ArrayList<>();

    private Gradients(Fixes fixes, Legs legs) {
        this.fixes = fixes;
        this.legs = legs;
    }

    /** Those whose middle lies in one of the day's trips, in order of time; none without altitudes or 1 s sampling. */
    public static List<Gradient> find(Fixes fixes, Legs legs) {
        Gradients gradients = new Gradients(fixes, legs);
        int first = 0;
        for (int index = 0; index < fixes.size(); index++) {
            if (index == fixes.size() - 1 || !Continuity.goesOn(fixes, index)) {
                gradients.ofTrack(Heights.of(fixes, first, index));
                first = index + 1;
            }
        }
        return gradients.found;
    }

    private void ofTrack(Heights heights) {
        List<Integer> points = TurningPoints.of(heights.m());
        for (int i = 0; i + 1 < points.size(); i++) {
            int middle = heights.fix()[middle(heights.m(), points.get(i), points.get(i + 1))];
            boolean climbs = heights.m()[points.get(i)] < heights.m()[points.get(i + 1)];
            add(climbs ? Gradient.Kind.CLIMB : Gradient.Kind.DESCENT, middle, climbs ? CLIMB_REACH : DESCENT_REACH);
        }
    }

    /** The first place past half of the height. */
    private static int middle(double[] heightsM, int from, int to) {
        double half = (heightsM[to] - heightsM[from]) / 2;
        int middle = from;
        while ((heightsM[middle] - heightsM[from]) / half < 1) {
            middle++;
        }
        return middle;
    }

    private void add(Gradient.Kind kind, int middle, int reach) {
        int samples = 2 * reach + 1;
        int trip = legs.numberAt(fixes.timeMs(middle));
        if (trip >= 0 && Continuity.isWhole(fixes, middle - reach, samples)) {
            found.add(measured(kind, trip, middle, middle - reach, samples));
        }
    }

    private Gradient measured(Gradient.Kind kind, int trip, int middle, int from, int samples) {
        double min = Double.POSITIVE_INFINITY;
        double max = 0;
        double mean = 0;
        for (int index = from; index < from + samples; index++) {
            min = Math.min(min, kmh(index));
            max = Math.max(max, kmh(index));
            mean += kmh(index) / samples;
        }
        double variance = 0;
        for (int index = from; index < from + samples; index++) {
            variance += (kmh(index) - mean) * (kmh(index) - mean) / samples;
        }
        Instant at = Instant.ofEpochMilli(fixes.timeMs(middle));
        return new Gradient(found.size(), trip, kind, at, samples, min, max, Math.sqrt(variance));
    }

    private double kmh(int index) {
        return fixes.mps(index) * KMH_PER_MPS;
    }
}
