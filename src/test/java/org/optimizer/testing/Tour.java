package org.optimizer.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.optimizer.model.GpsFix;
import org.optimizer.model.Trace;

/** Tells where a vehicle goes, in metres east and north of a place, and records it as a phone would. */
public final class Tour {
    private static final double METRES_PER_DEGREE = 6_371_008.8 * Math.PI / 180;

    private final List<GpsFix> fixes = new ArrayList<>();
    private final double latitudeDeg;
    private final double longitudeDeg;
    private final Instant start;
    private long ms;
    private double east;
    private double north;
    private int everyS = 1;
    private boolean speeds = true;
    private double noiseM;
    private double accuracyM = Double.NaN;
    private Random random = new Random(1);

    private Tour(String instant, double latitudeDeg, double longitudeDeg) {
        this.start = Instant.parse(instant);
        this.latitudeDeg = latitudeDeg;
        this.longitudeDeg = longitudeDeg;
    }

    /** Around 45° north, 4.8° east. */
    public static Tour from(String instant) {
        return around(45, 4.8, instant);
    }

    public static Tour around(double latitudeDeg, double longitudeDeg, String instant) {
        return new Tour(instant, latitudeDeg, longitudeDeg);
    }

    /** Records one fix in so many seconds. */
    public Tour every(int seconds) {
        everyS = seconds;
        return this;
    }

    public Tour withoutSpeeds() {
        speeds = false;
        return this;
    }

    /** Normal noise of this deviation on each coordinate of each fix. */
    public Tour noise(double metres, long seed) {
        noiseM = metres;
        random = new Random(seed);
        return this;
    }

    public Tour accuracy(double metres) {
        accuracyM = metres;
        return this;
    }

    /** Is somewhere at once. */
    public Tour at(double eastM, double northM) {
        east = eastM;
        north = northM;
        return this;
    }

    public Tour stand(int seconds) {
        for (int second = 0; second < seconds; second++) {
            record(0);
            ms += 1000;
        }
        return this;
    }

    /** Straight on at an even speed; the next fix is at the end, or a part of a second's way beyond it. */
    public Tour to(double eastM, double northM, double mps) {
        double metres = Math.hypot(eastM - east, northM - north);
        double fromEast = east;
        double fromNorth = north;
        for (double driven = 0; driven < metres; driven += mps) {
            east = fromEast + (eastM - fromEast) * driven / metres;
            north = fromNorth + (northM - fromNorth) * driven / metres;
            record(mps);
            ms += 1000;
        }
        return at(eastM, northM);
    }

    /** Nothing is recorded for a while. */
    public Tour silent(int seconds) {
        ms += seconds * 1000L;
        return this;
    }

    /** The fix that ends a tour. */
    public Tour record() {
        record(0);
        return this;
    }

    private void record(double mps) {
        if (ms / 1000 % everyS == 0) {
            fixes.add(new GpsFix(
                    start.plusMillis(ms),
                    "",
                    latitudeDeg(north + noiseM * random.nextGaussian()),
                    longitudeDeg(east + noiseM * random.nextGaussian()),
                    speeds ? mps : Double.NaN,
                    accuracyM,
                    Double.NaN,
                    Double.NaN,
                    Double.NaN));
        }
    }

    private double latitudeDeg(double metres) {
        return latitudeDeg + metres / METRES_PER_DEGREE;
    }

    private double longitudeDeg(double metres) {
        double degrees = longitudeDeg + metres / METRES_PER_DEGREE / Math.cos(Math.toRadians(latitudeDeg));
        return Math.IEEEremainder(degrees, 360);
    }

    /** The corners of a rectangle of the tour's plane: latitudes, then longitudes, closed. */
    public double[][] rectangle(double west, double south, double width, double height) {
        double s = latitudeDeg(south);
        double n = latitudeDeg(south + height);
        double w = longitudeDeg(west);
        double e = longitudeDeg(west + width);
        return new double[][] {{s, s, n, n, s}, {w, e, e, w, w}};
    }

    /** Now, in the tour. */
    public Instant now() {
        return start.plusMillis(ms);
    }

    public List<GpsFix> fixes() {
        return fixes;
    }

    public Trace trace() {
        return Trace.of(fixes);
    }
}
