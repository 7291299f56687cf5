package org.optimizer.transform.driving;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.optimizer.model.MovementCurve;
import org.optimizer.transform.trips.Fixes;
import org.optimizer.transform.trips.Legs;

/**
 * Finds the clear stops of a recording and the launch after, and the braking before, each: what the method of 2019 compares.
 * A curve's instant is that of its end at the stop.
 */
public final class Curves {
    private static final double CLEAR_STOP_KMH = 2;
    private static final long CLEAR_STOP_MS = 60_000;
    private static final double FAR_END_KMH = 20;
    private static final int SAMPLES = 61;

    private final Fixes fixes;
    private final Legs legs;
    private final List<MovementCurve> curves = new ArrayList<>();

    private Curves(Fixes fixes, Legs legs) {
        this.fixes = fixes;
        this.legs = legs;
    }

    /** The curves whose middle lies in one of the day's trips, in order of time. */
    public static List<MovementCurve> find(Fixes fixes, Legs legs) {
        Curves curves = new Curves(fixes, legs);
        for (int first = 0; first < fixes.size(); first++) {
            if (curves.kmh(first) < CLEAR_STOP_KMH) {
                int last = curves.lastOfStop(first);
                curves.addAround(first, last);
                first = last;
            }
        }
        return curves.curves;
    }

    private int lastOfStop(int first) {
        int last = first;
        while (last + 1 < fixes.size() && Continuity.goesOn(fixes, last) && kmh(last + 1) < CLEAR_STOP_KMH) {
            last++;
        }
        return last;
    }

    private void addAround(int first, int last) {
        if (fixes.timeMs(last) - fixes.timeMs(first) > CLEAR_STOP_MS) {
            add(MovementCurve.Kind.BRAKING, first - SAMPLES + 1, first);
            add(MovementCurve.Kind.LAUNCH, last, last);
        }
    }

    private void add(MovementCurve.Kind kind, int from, int stop) {
        if (!Continuity.isWhole(fixes, from, SAMPLES)) {
            return;
        }
        int trip = legs.numberAt(fixes.timeMs(from + SAMPLES / 2));
        int farEnd = kind == MovementCurve.Kind.LAUNCH ? from + SAMPLES - 1 : from;
        if (trip >= 0 && kmh(farEnd) > FAR_END_KMH && !standsAgain(from, stop)) {
            Instant at = Instant.ofEpochMilli(fixes.timeMs(stop));
            curves.add(new MovementCurve(curves.size(), trip, kind, at, speeds(from)));
        }
    }

    private boolean standsAgain(int from, int stop) {
        for (int index = from; index < from + SAMPLES; index++) {
            if (index != stop && kmh(index) < CLEAR_STOP_KMH) {
                return true;
            }
        }
        return false;
    }

    private float[] speeds(int from) {
        float[] kmh = new float[SAMPLES];
        for (int sample = 0; sample < SAMPLES; sample++) {
            kmh[sample] = (float) kmh(from + sample);
        }
        return kmh;
    }

    private double kmh(int index) {
        return fixes.mps(index) * 3.6;
    }
}
