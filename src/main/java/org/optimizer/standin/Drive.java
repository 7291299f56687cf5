package org.optimizer.standin;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A truck driven along roads: what it truly did, once a second. Speed is the integral of a bounded and jerk-limited
 * acceleration, the place on the road the integral of speed.
 */
final class Drive {
    private static final double STEP_S = 0.25;
    private static final int STEPS_A_SECOND = 4;
    private static final double HARDEST_BRAKE_MPS2 = 2.2;
    private static final double COAST_MPS2 = 0.32;
    private static final double FIRST_GEARS_MPS = 12 / 3.6;
    private static final double FIRST_GEARS_MPS2 = 0.75;
    private static final double PULL_JERK_MPS3 = 0.8;
    private static final double BRAKE_JERK_MPS3 = 2.5;
    private static final double CREEP_MPS = 0.8;
    private static final double WANDER_TIME_S = 20;
    private static final double POWER_EMPTY_W_A_KG = 16;
    private static final double POWER_LOADED_W_A_KG = 9.5;

    private final DrivingStyle style;
    private final SplittableRandom random;
    private double[] eastM = new double[16_384];
    private double[] northM = new double[16_384];
    private double[] altitudeM = new double[16_384];
    private double[] bearingDeg = new double[16_384];
    private double[] speedMps = new double[16_384];
    private int seconds;
    private int steps;

    private Road road = DemoMap.DEPOT_TO_JUNCTION;
    private double atM;
    private double speed;
    private double acceleration;
    private double wander;
    private double pull;
    private boolean isPulling;
    private boolean isLoaded;

    Drive(DrivingStyle style, SplittableRandom random) {
        this.style = style;
        this.random = random;
    }

    int seconds() {
        return seconds;
    }

    double eastM(int second) {
        return eastM[second];
    }

    double northM(int second) {
        return northM[second];
    }

    double altitudeM(int second) {
        return altitudeM[second];
    }

    double bearingDeg(int second) {
        return bearingDeg[second];
    }

    double speedMps(int second) {
        return speedMps[second];
    }

    void load(boolean loaded) {
        isLoaded = loaded;
    }

    /** Stands still. */
    void stand(int standSeconds) {
        speed = 0;
        acceleration = 0;
        for (int step = 0; step < standSeconds * STEPS_A_SECOND; step++) {
            tick();
        }
    }

    /** Drives the whole road, from the speed the truck has. */
    void along(Road next, double endMps) {
        along(next, 0, next.lengthM(), endMps);
    }

    /**
     * Drives a part of a road, from the speed the truck has.
     *
     * @param endMps speed at its end, 0 to stop there
     */
    void along(Road next, double fromM, double toM, double endMps) {
        road = next;
        atM = fromM;
        double[] envelope = envelope(fromM, toM, endMps);
        while (endMps == 0 ? speed >= 0.3 || toM - atM > 1 : atM < toM) {
            step(envelope, fromM, toM, endMps);
        }
        if (endMps == 0) {
            speed = 0;
            acceleration = 0;
        }
    }

    private void step(double[] envelope, double fromM, double toM, double endMps) {
        double ahead = Math.min(atM + speed * 0.6, toM);
        boolean isAtStop = endMps == 0 && toM - atM < 1;
        double wanted = isAtStop ? 0 : wanted(envelope, (ahead - fromM) / Road.STEP_M);
        double target = wanted >= speed ? pullFor(wanted) : Math.max(-HARDEST_BRAKE_MPS2, (wanted - speed) / 0.8);
        double jerk = target > acceleration ? PULL_JERK_MPS3 * Math.max(1, style.pullMps2()) : BRAKE_JERK_MPS3;
        double change = Math.max(-jerk * STEP_S, Math.min(jerk * STEP_S, target - acceleration));
        acceleration += change;
        speed = Math.max(0, speed + acceleration * STEP_S);
        atM += speed * STEP_S;
        tick();
    }

    private double wanted(double[] envelope, double cells) {
        int cell = Math.min(envelope.length - 2, (int) cells);
        double here = envelope[cell] + (cells - cell) * (envelope[cell + 1] - envelope[cell]);
        double swing = road.limitKmh(atM) == DemoMap.CRUISE_LIMIT_KMH ? Math.min(1, here / 15) * wander : 0;
        return Math.max(CREEP_MPS, here + swing);
    }

    /** The acceleration towards a higher speed: each launch has its own level, low gears and engine power bound it. */
    private double pullFor(double wanted) {
        double missing = wanted - speed;
        if (missing > 2 && !isPulling) {
            isPulling = true;
            pull = drawn(style.pullMps2(), style.pullSpread(), 1.8);
        } else if (missing < 0.5) {
            isPulling = false;
        }
        double power = isLoaded ? POWER_LOADED_W_A_KG : POWER_EMPTY_W_A_KG;
        double bound = Math.min(pull, power / Math.max(4, speed) - 0.08);
        bound = speed < FIRST_GEARS_MPS ? Math.min(bound, FIRST_GEARS_MPS2) : bound;
        return Math.min(bound, missing / 3);
    }

    private void tick() {
        wander += STEP_S / WANDER_TIME_S * -wander
                + style.wanderKmh() / 3.6 * Math.sqrt(2 * STEP_S / WANDER_TIME_S) * random.nextGaussian();
        if (steps++ % STEPS_A_SECOND == 0) {
            record();
        }
    }

    private void record() {
        if (seconds == speedMps.length) {
            grow();
        }
        eastM[seconds] = road.eastM(atM);
        northM[seconds] = road.northM(atM);
        altitudeM[seconds] = road.altitudeM(atM);
        bearingDeg[seconds] = Math.toDegrees(road.bearingRad(atM));
        speedMps[seconds] = speed;
        seconds++;
    }

    /**
     * The highest speed at each cell from which the driver still reaches all slower places ahead in his own way: coasting
     * first, then braking. Computed backwards; each slower place has its own braking level.
     */
    private double[] envelope(double fromM, double toM, double endMps) {
        int cells = (int) Math.ceil((toM - fromM) / Road.STEP_M);
        double[] envelope = new double[Math.max(2, cells + 1)];
        double target = endMps;
        double brake = drawn(style.brakeMps2(), style.brakeSpread(), HARDEST_BRAKE_MPS2);
        envelope[envelope.length - 1] = endMps;
        for (int cell = envelope.length - 2; cell >= 0; cell--) {
            double next = envelope[cell + 1];
            double limit = limitMps(Math.min(fromM + cell * Road.STEP_M, toM));
            double loss = next - target < style.brakeSpanMps() ? brake : COAST_MPS2;
            double reachable = Math.sqrt(next * next + 2 * loss * Road.STEP_M);
            if (reachable < limit) {
                envelope[cell] = reachable;
            } else {
                envelope[cell] = limit;
                if (target != limit) {
                    brake = drawn(style.brakeMps2(), style.brakeSpread(), HARDEST_BRAKE_MPS2);
                }
                target = limit;
            }
        }
        return envelope;
    }

    private double limitMps(double placeM) {
        double limit = road.limitKmh(placeM);
        return (limit == DemoMap.CRUISE_LIMIT_KMH ? style.cruiseKmh() : limit * style.haste()) / 3.6;
    }

    private double drawn(double usual, double spread, double most) {
        return Math.min(most, usual * Math.exp(spread * random.nextGaussian()));
    }

    private void grow() {
        eastM = Arrays.copyOf(eastM, seconds * 2);
        northM = Arrays.copyOf(northM, seconds * 2);
        altitudeM = Arrays.copyOf(altitudeM, seconds * 2);
        bearingDeg = Arrays.copyOf(bearingDeg, seconds * 2);
        speedMps = Arrays.copyOf(speedMps, seconds * 2);
    }
}
