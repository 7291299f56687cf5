package org.optimizer.transform.scoring;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.optimizer.model.DrivenTrip;
import org.optimizer.model.DriverScore;
import org.optimizer.model.DriverWeek;
import org.optimizer.model.Feature;
import org.optimizer.model.FleetMean;
import org.optimizer.model.Manoeuvre;
import org.optimizer.model.ManoeuvreKind;
import org.optimizer.model.Rulebook;
import org.optimizer.model.SpeedProfile;
import org.optimizer.model.Trip;
import org.optimizer.model.VehicleClass;

/**
 * Thirty artics that drive 60 to 900 km a week: their events come as Poisson counts at rates that are known, in the severities
 * that thresholds at the 90th, 97.5th and 99.5th percentile make (15 strong : 4 harsh : 1 severe), and what is measured from speed
 * scatters by what the rules call doubt.
 */
final class SimulatedFleet {
    static final int DRIVERS = 30;
    private static final double MEAN_POINTS = 2.5;
    private static final double[] PEAKS = {1.05, 1.45, 2.1};
    private static final double[] BRAKING_PEAKS = {1.35, 1.95, 2.5};
    private static final double[] SHARES = {0.75, 0.20, 0.05};
    private static final double POINTS_OF_AN_EVENT = 0.75 + 3 * 0.20 + 6 * 0.05;
    private static final List<FleetMean> MEANS = List.of(new FleetMean(VehicleClass.ARTIC, MEAN_POINTS, MEAN_POINTS));
    private static final int CRUISE_WINDOWS = 100;

    private final Random random;
    private final Rulebook rules;
    private final double spread;

    /**
     * A fleet.
     *
     * @param spread coefficient of variation of the drivers' true rates; 0 for equal drivers
     */
    SimulatedFleet(long seed, Rulebook rules, double spread) {
        this.random = new Random(seed);
        this.rules = rules;
        this.spread = spread;
    }

    /** @param truth the score that the true rates would have, not rounded */
    record Result(DriverScore score, double truth) {
        double km() {
            return score.facts().distanceKm();
        }

        boolean isCovered() {
            return Math.abs(score.score().orElseThrow().doubleValue() - truth)
                    <= score.doubt().orElseThrow().doubleValue();
        }
    }

    /** Another week of all drivers. */
    List<Result> week() {
        List<Result> results = new ArrayList<>(DRIVERS);
        for (int driver = 0; driver < DRIVERS; driver++) {
            results.add(result("d" + driver, 60 + 840.0 * driver / (DRIVERS - 1)));
        }
        return results;
    }

    private Result result(String driver, double km) {
        double acceleration = rate();
        double braking = rate();
        List<Manoeuvre> manoeuvres = new ArrayList<>();
        addEvents(manoeuvres, ManoeuvreKind.ACCELERATION, PEAKS, acceleration * km / 100);
        addEvents(manoeuvres, ManoeuvreKind.BRAKING, BRAKING_PEAKS, braking * km / 100);
        DrivenTrip trip = trip(km, manoeuvres);
        DriverWeek week = DriverWeeks.sum(driver, Week.W43, List.of(trip), MEANS, rules);
        return new Result(DriverScores.of("c1", week, rules), truth(week, acceleration, braking));
    }

    private double rate() {
        return spread == 0 ? MEAN_POINTS : MEAN_POINTS * spread * spread * gamma(1 / (spread * spread));
    }

    /** Gamma distributed with scale 1 (G. Marsaglia and W. Tsang, ACM TOMS 26, 2000). @param shape at least 1 */
    private double gamma(double shape) {
        double d = shape - 1 / 3.0;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double normal = random.nextGaussian();
            double v = Math.pow(1 + c * normal, 3);
            if (v > 0 && Math.log(random.nextDouble()) < normal * normal / 2 + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }

    private void addEvents(List<Manoeuvre> all, ManoeuvreKind kind, double[] peaks, double points) {
        for (int severity = 0; severity < peaks.length; severity++) {
            int count = poisson(points / POINTS_OF_AN_EVENT * SHARES[severity]);
            for (int i = 0; i < count; i++) {
                all.add(Week.manoeuvre(kind, peaks[severity], 0, 40, all.size()));
            }
        }
    }

    private int poisson(double mean) {
        double limit = Math.exp(-mean);
        int count = 0;
        for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
            count++;
        }
        return count;
    }

    /** A feature's value whose points are {@code points} and what the receiver adds. */
    private double measured(double worst, double best, double points) {
        return linear(worst, best, points + rules.contest().doubtPoints() * random.nextGaussian());
    }

    private static double linear(double worst, double best, double points) {
        return worst + (best - worst) * points / 100;
    }

    private DrivenTrip trip(double km, List<Manoeuvre> manoeuvres) {
        Instant start = Week.W43.monday().atStartOfDay().toInstant(ZoneOffset.UTC);
        double metres = 1000 * km;
        Trip trip = new Trip(
                0,
                "t",
                Optional.of("d"),
                start,
                start.plusSeconds(36_000),
                km,
                36_000,
                90,
                0,
                36_000,
                0,
                1,
                1,
                0.3,
                measured(0.12, 0.03, 58) * metres,
                metres,
                measured(0.3, 0.8, 64) * 100,
                100,
                speeds(measured(8, 2, 77), measured(0.2, 0.02, 80)));
        return new DrivenTrip("v", VehicleClass.ARTIC, Week.W43.monday(), trip, manoeuvres);
    }

    private static SpeedProfile speeds(double steadinessKmh, double ecoCapShare) {
        double[] seconds = new double[91];
        seconds[70] = 6000 * (1 - ecoCapShare);
        seconds[90] = 6000 * ecoCapShare;
        int[] windows = new int[91];
        double[] variance = new double[91];
        windows[70] = CRUISE_WINDOWS;
        variance[70] = CRUISE_WINDOWS * steadinessKmh * steadinessKmh;
        return new SpeedProfile(seconds, windows, variance);
    }

    private double truth(DriverWeek week, double acceleration, double braking) {
        DriverWeek ideal = new DriverWeek(
                week.driverId(),
                week.week(),
                week.league(),
                week.distanceKm(),
                week.movingH(),
                week.days(),
                week.coverage(),
                week.kmByClass(),
                week.eventKm(),
                week.accelerationPoints(),
                week.brakingPoints(),
                week.accelerationVariance(),
                week.brakingVariance(),
                Map.of(
                        Feature.ACCELERATION_POINTS,
                        acceleration,
                        Feature.BRAKING_POINTS,
                        braking,
                        Feature.RPA5,
                        linear(0.12, 0.03, 58),
                        Feature.GENTLE_SHARE,
                        linear(0.3, 0.8, 64),
                        Feature.STEADINESS,
                        linear(8, 2, 77),
                        Feature.ECO_CAP_SHARE,
                        linear(0.2, 0.02, 80)));
        return rules.judge(ideal).score().orElseThrow();
    }
}
