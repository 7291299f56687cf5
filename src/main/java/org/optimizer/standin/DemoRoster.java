package org.optimizer.standin;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.optimizer.model.IsoWeek;

/**
 * Who drives which truck, when: fourteen drivers on twelve trucks, Monday to Friday. Everything follows from the truck,
 * the day of the week and the week's place in a cycle of six weeks, never from a clock.
 */
final class DemoRoster {
    static final int TRUCKS = 12;
    static final int DRIVERS = 14;
    static final int WEEKS = 6;
    static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private static final long SEED = 0x0071_3E5A_2026L;
    private static final int FIRST_START_S = 5 * 3600 + 40 * 60;
    private static final int START_STEP_S = 7 * 60;

    private DemoRoster() {}

    /** 0 to 5, the week's place in the cycle. */
    static int weekIndex(LocalDate day) {
        return Math.floorMod(IsoWeek.of(day).monday().toEpochDay() / 7, WEEKS);
    }

    /**
     * The driver of a truck, 0 to 13; nobody on Saturdays and Sundays. In a week twelve have a truck of their own; each day
     * two of them are off and the two others stand in. Each week everybody moves on.
     */
    static OptionalInt driver(int truck, LocalDate day) {
        int weekday = day.getDayOfWeek().getValue() - 1;
        if (weekday > DayOfWeek.FRIDAY.getValue() - 1) {
            return OptionalInt.empty();
        }
        int afterFirstOff = Math.floorMod(truck - 2 * (weekday + weekIndex(day)), TRUCKS);
        int place = afterFirstOff < DRIVERS - TRUCKS ? TRUCKS + afterFirstOff : truck;
        return OptionalInt.of((place + 5 * weekIndex(day)) % DRIVERS);
    }

    /** When the phone of a truck begins to record: a few minutes before the truck moves. */
    static Instant start(int truck, LocalDate day) {
        int second =
                FIRST_START_S + truck * START_STEP_S + random(truck, day, 1).nextInt(240);
        return day.atTime(0, 0).plusSeconds(second).atZone(ZONE).toInstant();
    }

    /** When the driver logs in: just before. */
    static Optional<Instant> login(int truck, LocalDate day) {
        return driver(truck, day).isPresent() ? Optional.of(start(truck, day).minusSeconds(45)) : Optional.empty();
    }

    /** @param purpose keeps the draws for one thing apart from those for another */
    static SplittableRandom random(int truck, LocalDate day, int purpose) {
        long dayOfCycle = weekIndex(day) * 7L + day.getDayOfWeek().getValue();
        return new SplittableRandom(SEED + (dayOfCycle * 100 + truck) * 10 + purpose);
    }

    /** How rough a driver's week is, around 1. */
    static double form(int driver, LocalDate day) {
        SplittableRandom random = new SplittableRandom(SEED - weekIndex(day) * 1000L - driver);
        return Math.exp(0.07 * Math.max(-2, Math.min(2, random.nextGaussian())));
    }
}
