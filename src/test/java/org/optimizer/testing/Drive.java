package org.optimizer.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.optimizer.model.GpsFix;
import org.optimizer.model.Trace;

/** Tells a drive north along a meridian, second by second, and records it as a phone would. */
public final class Drive {
    private static final double METRES_PER_DEGREE = 6_371_008.8 * Math.PI / 180;

    private final List<GpsFix> fixes = new ArrayList<>();
    private final String track;
    private Instant at;
    private double mps;
    private double metres;
    private double accuracyMps = Double.NaN;

    private Drive(Instant at, String track) {
        this.at = at;
        this.track = track;
    }

    public static Drive from(String instant) {
        return new Drive(Instant.parse(instant), "");
    }

    public static Drive from(String instant, String track) {
        return new Drive(Instant.parse(instant), track);
    }

    public Drive speedAccuracy(double metresPerSecond) {
        accuracyMps = metresPerSecond;
        return this;
    }

    /** Without recording anything, the vehicle has this speed from now on. */
    public Drive at(double metresPerSecond) {
        mps = metresPerSecond;
        return this;
    }

    public Drive stand(int seconds) {
        mps = 0;
        return hold(seconds);
    }

    public Drive hold(int seconds) {
        return to(mps, seconds);
    }

    /** Records one fix a second while the speed changes evenly. */
    public Drive to(double metresPerSecond, int seconds) {
        double from = mps;
        for (int second = 0; second < seconds; second++) {
            mps = from + (metresPerSecond - from) * second / seconds;
            record();
            double next = from + (metresPerSecond - from) * (second + 1) / seconds;
            metres += (mps + next) / 2;
            at = at.plusSeconds(1);
        }
        mps = metresPerSecond;
        return this;
    }

    /** Nothing is recorded for some seconds, while the vehicle goes on some metres. */
    public Drive silent(int seconds, double metresDriven) {
        at = at.plusSeconds(seconds);
        metres += metresDriven;
        return this;
    }

    /** The fix that ends a drive. */
    public Drive record() {
        fixes.add(new GpsFix(
                at, track, 45 + metres / METRES_PER_DEGREE, 4.8, mps, Double.NaN, accuracyMps, Double.NaN, Double.NaN));
        return this;
    }

    public double metres() {
        return metres;
    }

    public List<GpsFix> fixes() {
        return fixes;
    }

    public Trace trace() {
        return Trace.of(fixes);
    }

    /** Every n-th fix. */
    public static List<GpsFix> everyNth(List<GpsFix> fixes, int step) {
        List<GpsFix> thinned = new ArrayList<>();
        for (int index = 0; index < fixes.size(); index += step) {
            thinned.add(fixes.get(index));
        }
        return thinned;
    }

    /** The same fixes with noise on their speed. */
    public static List<GpsFix> noisy(List<GpsFix> fixes, double sigmaMps, long seed) {
        Random random = new Random(seed);
        return each(fixes, fix -> withSpeed(fix, Math.max(0, fix.speedMps() + sigmaMps * random.nextGaussian())));
    }

    public static List<GpsFix> each(List<GpsFix> fixes, UnaryOperator<GpsFix> change) {
        return fixes.stream().map(change).toList();
    }

    public static GpsFix withSpeed(GpsFix fix, double mps) {
        return new GpsFix(
                fix.at(),
                fix.track(),
                fix.latitudeDeg(),
                fix.longitudeDeg(),
                mps,
                fix.accuracyM(),
                fix.speedAccuracyMps(),
                fix.bearingDeg(),
                fix.altitudeM());
    }

    /** The same fixes, the one of this index made up by an app. */
    public static List<GpsFix> withMock(List<GpsFix> fixes, int index) {
        List<GpsFix> changed = new ArrayList<>(fixes);
        GpsFix fix = fixes.get(index);
        changed.set(
                index,
                new GpsFix(
                        fix.at(),
                        fix.track(),
                        fix.latitudeDeg(),
                        fix.longitudeDeg(),
                        fix.speedMps(),
                        fix.accuracyM(),
                        fix.speedAccuracyMps(),
                        fix.bearingDeg(),
                        fix.altitudeM(),
                        true));
        return changed;
    }

    public static GpsFix withPosition(GpsFix fix, double latitudeDeg, double longitudeDeg) {
        return new GpsFix(
                fix.at(),
                fix.track(),
                latitudeDeg,
                longitudeDeg,
                fix.speedMps(),
                fix.accuracyM(),
                fix.speedAccuracyMps(),
                fix.bearingDeg(),
                fix.altitudeM());
    }
}
