package org.optimizer.transform.driving;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.optimizer.model.Manoeuvre;
import org.optimizer.model.ManoeuvreKind;
import org.optimizer.transform.trips.Fixes;
import org.optimizer.transform.trips.Legs;

/** Finds every run of |a₄| at or above the floor: the candidates that rules may call harsh. */
public final class Manoeuvres {
    /** What is below cannot become an event by any threshold, m/s². */
    static final double FLOOR_MPS2 = 0.5;
    /** Runs closer than this are one manoeuvre, s. */
    private static final int MERGE_S = 3;

    private static final double ONE_SIDED_95 = 1.64;
    private static final double SLOPE_NOISE = Math.sqrt(0.1);
    /** Assumed where a receiver does not report the accuracy of its speed, m/s. */
    static final double USUAL_ACCURACY_MPS = 0.3;

    private final Fixes fixes;
    private final Legs legs;
    private final SpeedGrid grid = new SpeedGrid();
    private final List<Manoeuvre> found = new ArrayList<>();

    private Manoeuvres(Fixes fixes, Legs legs) {
        this.fixes = fixes;
        this.legs = legs;
    }

    /** The manoeuvres that peak in one of the day's trips, in order of time. */
    public static List<Manoeuvre> find(Fixes fixes, Legs legs) {
        Manoeuvres manoeuvres = new Manoeuvres(fixes, legs);
        manoeuvres.findAll();
        return manoeuvres.numbered();
    }

    private void findAll() {
        for (int first = 0; first < fixes.size(); ) {
            int last = first;
            while (last + 1 < fixes.size() && !fixes.isCutBefore(last + 1)) {
                last++;
            }
            if (last - first >= Slope.REACH) {
                grid.fill(fixes, first, last);
                findIn(ManoeuvreKind.ACCELERATION, 1);
                findIn(ManoeuvreKind.BRAKING, -1);
            }
            first = last + 1;
        }
    }

    private void findIn(ManoeuvreKind kind, int sign) {
        int from = -1;
        int to = -1;
        for (int sample = 0; sample < grid.size(); sample++) {
            if (sign * grid.slope(sample) < FLOOR_MPS2) {
                continue;
            }
            if (from >= 0 && sample - to >= MERGE_S) {
                add(kind, sign, from, to);
                from = -1;
            }
            from = from < 0 ? sample : from;
            to = sample;
        }
        if (from >= 0) {
            add(kind, sign, from, to);
        }
    }

    private void add(ManoeuvreKind kind, int sign, int from, int to) {
        int peak = peak(sign, from, to);
        int trip = legs.numberAt(grid.timeMs(peak));
        if (trip < 0) {
            return;
        }
        int fix = grid.fix(peak);
        found.add(new Manoeuvre(
                0,
                trip,
                kind,
                Instant.ofEpochMilli(grid.timeMs(from)),
                to - from,
                sign * grid.slope(peak),
                ONE_SIDED_95 * accuracyMps(peak) * SLOPE_NOISE,
                startKmh(from),
                fixes.latitudeDeg(fix),
                fixes.longitudeDeg(fix),
                1,
                accelerations(sign, from, to),
                speeds(from, to)));
    }

    private int peak(int sign, int from, int to) {
        int peak = from;
        for (int sample = from + 1; sample <= to; sample++) {
            if (sign * grid.slope(sample) > sign * grid.slope(peak)) {
                peak = sample;
            }
        }
        return peak;
    }

    /** Median of what the five fixes of a slope report. */
    private double accuracyMps(int peak) {
        double[] reported = new double[2 * Slope.REACH + 1];
        int count = 0;
        for (int sample = peak - Slope.REACH; sample <= peak + Slope.REACH; sample++) {
            double accuracy = fixes.speedAccuracyMps(grid.fix(sample));
            if (!Double.isNaN(accuracy)) {
                reported[count++] = accuracy;
            }
        }
        Arrays.sort(reported, 0, count);
        return count == 0 ? USUAL_ACCURACY_MPS : reported[count / 2];
    }

    private float[] accelerations(int sign, int from, int to) {
        float[] profile = new float[to - from + 1];
        for (int sample = from; sample <= to; sample++) {
            profile[sample - from] = (float) (sign * grid.slope(sample));
        }
        return profile;
    }

    private float[] speeds(int from, int to) {
        float[] profile = new float[to - from + 1];
        for (int sample = from; sample <= to; sample++) {
            profile[sample - from] = (float) startKmh(sample);
        }
        return profile;
    }

    /**
     * Speed where a sample's slope begins. In its middle the vehicle has changed its speed already: who speeds up from 9.9
     * km/h would seem to start at 13.
     */
    private double startKmh(int sample) {
        return grid.mps(sample - Slope.REACH) * 3.6;
    }

    private List<Manoeuvre> numbered() {
        found.sort(Comparator.comparing(Manoeuvre::at).thenComparing(Manoeuvre::kind));
        List<Manoeuvre> numbered = new ArrayList<>(found.size());
        for (Manoeuvre one : found) {
            numbered.add(new Manoeuvre(
                    numbered.size(),
                    one.tripNumber(),
                    one.kind(),
                    one.at(),
                    one.durationS(),
                    one.peakMps2(),
                    one.guardMps2(),
                    one.startSpeedKmh(),
                    one.latitudeDeg(),
                    one.longitudeDeg(),
                    one.stepS(),
                    one.profileMps2(),
                    one.profileKmh()));
        }
        return numbered;
    }
}
