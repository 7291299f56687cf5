package org.optimizer.standin;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.SplittableRandom;

/**
 * The phone in a truck: what it makes of the true drive, with the noise of a receiver, and its peculiarities. The noise
 * of places and of speed is correlated in time, as a receiver's own filter makes it.
 */
final class DemoPhone {
    /** Its owner brings it to the office every other day. */
    static final int LATE_TRUCK = 2;

    /** Loses the satellites in the cutting, and on Thursdays falls off its charger. */
    static final int WEAK_TRUCK = 4;

    /** Its driver leaves the phone at home on Wednesdays. */
    static final int SILENT_TRUCK = 6;

    static final DayOfWeek SILENT_DAY = DayOfWeek.WEDNESDAY;

    /** Has set the phone to save its battery in week 4 of the cycle: a fix every five seconds. */
    static final int SAVING_DRIVER = 8;

    static final int SAVING_WEEK = 4;

    private static final int SAVING_INTERVAL_S = 5;
    private static final DayOfWeek UNPLUGGED_DAY = DayOfWeek.THURSDAY;
    private static final int UNPLUGGED_FROM_S = 5400;
    private static final int UNPLUGGED_TO_S = 5400 + 95 * 60;

    private static final double PLACE_MEMORY = 0.985;
    private static final double PLACE_SIGMA_M = 3.2;
    private static final double SPEED_MEMORY = 0.6;
    private static final double SPEED_STEP_MPS = 0.13;
    private static final double MOST_SPEED_STEP_MPS = 0.33;

    private final int truck;
    private final LocalDate day;
    private final SplittableRandom random;
    private double eastNoiseM;
    private double northNoiseM;
    private double heightNoiseM;
    private double speedNoise;

    private DemoPhone(int truck, LocalDate day) {
        this.truck = truck;
        this.day = day;
        this.random = DemoRoster.random(truck, day, 3);
    }

    static boolean isSilent(int truck, LocalDate day) {
        return truck == SILENT_TRUCK && day.getDayOfWeek() == SILENT_DAY;
    }

    static Duration uploadDelay(int truck) {
        return truck == LATE_TRUCK ? Duration.ofDays(2) : Duration.ofMinutes(10);
    }

    static Points record(Drive drive, int truck, int driver, LocalDate day) {
        DemoPhone phone = new DemoPhone(truck, day);
        int interval = driver == SAVING_DRIVER && DemoRoster.weekIndex(day) == SAVING_WEEK ? SAVING_INTERVAL_S : 1;
        long startMs = DemoRoster.start(truck, day).toEpochMilli();
        Points points = new Points(drive.seconds() / interval + 1);
        for (int second = 0; second < drive.seconds(); second++) {
            phone.drift();
            if (second % interval == 0 && !phone.isLost(drive, second)) {
                phone.fix(points, drive, second, startMs + second * 1000L);
            }
        }
        return points;
    }

    private void drift() {
        double fresh = Math.sqrt(1 - PLACE_MEMORY * PLACE_MEMORY) * PLACE_SIGMA_M;
        eastNoiseM = PLACE_MEMORY * eastNoiseM + fresh * random.nextGaussian();
        northNoiseM = PLACE_MEMORY * northNoiseM + fresh * random.nextGaussian();
        heightNoiseM = PLACE_MEMORY * heightNoiseM + fresh * random.nextGaussian();
        double step = SPEED_STEP_MPS * random.nextGaussian();
        speedNoise = SPEED_MEMORY * speedNoise + Math.max(-MOST_SPEED_STEP_MPS, Math.min(MOST_SPEED_STEP_MPS, step));
    }

    private boolean isLost(Drive drive, int second) {
        if (truck != WEAK_TRUCK) {
            return false;
        }
        boolean isInCutting =
                drive.eastM(second) > DemoMap.CUTTING_FROM_M && drive.eastM(second) < DemoMap.CUTTING_TO_M;
        boolean isUnplugged =
                day.getDayOfWeek() == UNPLUGGED_DAY && second >= UNPLUGGED_FROM_S && second < UNPLUGGED_TO_S;
        return isInCutting || isUnplugged;
    }

    private void fix(Points points, Drive drive, int second, long atMs) {
        double offM = Math.hypot(eastNoiseM, northNoiseM);
        points.add(
                atMs,
                Math.round(DemoMap.latitudeDeg(drive.northM(second) + northNoiseM) * 1e7),
                Math.round(DemoMap.longitudeDeg(drive.eastM(second) + eastNoiseM) * 1e7),
                speedMmps(drive.speedMps(second)),
                Math.round((2.8 + 0.45 * offM) * 10) * 100,
                Math.floorMod(Math.round(drive.bearingDeg(second) * 10), 3600) * 100L,
                Math.round((drive.altitudeM(second) + heightNoiseM) * 10) * 100);
    }

    /** A receiver that knows it stands says 0; the noise grows in as the truck rolls. In steps of 1 cm/s. */
    private long speedMmps(double trueMps) {
        double seen = trueMps + speedNoise * Math.min(1, trueMps / 1.5);
        return trueMps < 0.1 ? 0 : Math.max(0, Math.round(seen * 100) * 10);
    }
}
