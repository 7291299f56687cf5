package org.optimizer.transform.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.optimizer.model.DayFacts;
import org.optimizer.model.Idle2019Limits;
import org.optimizer.model.SpeedProfile;
import org.optimizer.model.Standstill;
import org.optimizer.model.Trip;

class Idle2019Test {
    private static final Idle2019Limits LIMITS =
            new Idle2019Limits(Duration.ofMinutes(5), Duration.ofMinutes(30), 10, Duration.ofHours(24));
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);

    @Test
    void standstillsOfMoreThan5AndLessThan30MinutesAreIdle() {
        Idle2019.Day day = only(day(
                MONDAY,
                List.of(trip("t", "08:00", 240, 10)),
                stand("08:10", 300),
                stand("08:20", 301),
                stand("09:00", 1799),
                stand("10:00", 1800),
                stand("11:55", 60)));

        assertThat(day.idleH()).isCloseTo(2100 / 3600.0, within(1e-12));
        assertThat(day.trackH()).isEqualTo(4);
    }

    @Test
    void theLastStandstillOfATrackDoesNotCount() {
        Idle2019.Day day = only(day(
                MONDAY,
                List.of(trip("one", "08:00", 60, 10), trip("two", "10:00", 60, 10)),
                stand("08:10", 600),
                stand("09:00", 1200),
                stand("10:10", 900),
                stand("10:50", 600)));

        assertThat(day.idleH()).isCloseTo(1500 / 3600.0, within(1e-12));
        assertThat(day.trackH()).isEqualTo(2);
    }

    @Test
    void tripsOfOneTrackAreOneTrack() {
        Idle2019.Day day = only(day(
                MONDAY,
                List.of(trip("t", "08:00", 60, 6), trip("t", "10:00", 60, 4)),
                stand("09:00", 1200),
                stand("10:10", 60)));

        assertThat(day.idleH()).isCloseTo(1200 / 3600.0, within(1e-12));
        assertThat(day.trackH()).isEqualTo(3);
    }

    @Test
    void aRecordedRestDoesNotEndARecordingWithoutId() {
        Idle2019.Day day = only(day(
                MONDAY,
                List.of(unnamed("08:00", 60, 6), unnamed("09:10", 50, 6)),
                stand("09:00", 600),
                stand("10:00", 600)));

        assertThat(day.idleH()).isCloseTo(600 / 3600.0, within(1e-12));
        assertThat(day.trackH()).isEqualTo(2);
    }

    @Test
    void aGapEndsARecordingWithoutId() {
        Idle2019.Day day = only(day(
                MONDAY,
                List.of(unnamed("08:00", 60, 12), unnamed("09:10", 50, 12)),
                stand("08:30", 600),
                inferred("09:00", 600)));

        assertThat(day.idleH()).isZero();
        assertThat(day.trackH()).isCloseTo(110 / 60.0, within(1e-12));
    }

    @Test
    void whatIsInferredAfterATrackIsNotItsLastStandstill() {
        Idle2019.Day day = only(day(
                MONDAY,
                List.of(trip("one", "08:00", 60, 12), trip("two", "10:00", 60, 12)),
                stand("08:10", 600),
                stand("08:50", 540),
                inferred("09:00", 3600)));

        assertThat(day.idleH()).isCloseTo(600 / 3600.0, within(1e-12));
    }

    @Test
    void tracksUnder10KmOrOver24HoursAreDropped() {
        assertThat(only(day(MONDAY, List.of(trip("t", "08:00", 60, 9.9)), stand("08:10", 600), stand("08:50", 60)))
                        .trackH())
                .isZero();
        assertThat(Idle2019.of(
                        List.of(
                                day(MONDAY, List.of(trip("t", "08:00", 16 * 60, 50)), stand("08:10", 600)),
                                day(
                                        MONDAY.plusDays(1),
                                        List.of(trip(MONDAY.plusDays(1), "t", "00:00", 8 * 60 + 1, 50)))),
                        LIMITS))
                .allSatisfy(day -> assertThat(day.trackH() + day.idleH()).isZero());
    }

    @Test
    void aTrackOverMidnightIsJudgedWholeAndCountedByTheDay() {
        List<Idle2019.Day> days = Idle2019.of(
                List.of(
                        day(MONDAY, List.of(trip("t", "23:00", 60, 6)), stand("23:10", 600)),
                        day(
                                MONDAY.plusDays(1),
                                List.of(trip(MONDAY.plusDays(1), "t", "00:00", 30, 5)),
                                stand(MONDAY.plusDays(1), "00:10", 600))),
                LIMITS);

        assertThat(days)
                .containsExactly(
                        new Idle2019.Day(MONDAY, 600 / 3600.0, 1), new Idle2019.Day(MONDAY.plusDays(1), 0, 0.5));
    }

    private static Idle2019.Day only(DayFacts day) {
        return Idle2019.of(List.of(day), LIMITS).get(0);
    }

    private static DayFacts day(LocalDate date, List<Trip> trips, Standstill... standstills) {
        return new DayFacts(
                "v1",
                date,
                "1",
                0,
                0,
                0,
                List.of(),
                trips,
                List.of(),
                List.of(),
                Arrays.asList(standstills),
                List.of(),
                List.of());
    }

    private static Standstill stand(String time, int seconds) {
        return stand(MONDAY, time, seconds);
    }

    private static Standstill stand(LocalDate date, String time, int seconds) {
        Instant start = at(date, time);
        return new Standstill(0, Optional.empty(), start, start.plusSeconds(seconds), 0, 0, Optional.empty(), false);
    }

    private static Standstill inferred(String time, int seconds) {
        Instant start = at(MONDAY, time);
        return new Standstill(0, Optional.empty(), start, start.plusSeconds(seconds), 0, 0, Optional.empty(), true);
    }

    /** As a trip is called whose recording has no id. */
    private static Trip unnamed(String time, int minutes, double km) {
        return trip(at(MONDAY, time).toString(), time, minutes, km);
    }

    private static Trip trip(String track, String time, int minutes, double km) {
        return trip(MONDAY, track, time, minutes, km);
    }

    private static Trip trip(LocalDate date, String track, String time, int minutes, double km) {
        Instant start = at(date, time);
        Instant end = start.plus(Duration.ofMinutes(minutes));
        SpeedProfile speeds = new SpeedProfile(new double[0], new int[0], new double[0]);
        return new Trip(0, track, Optional.empty(), start, end, km, 0, 0, 0, 0, 0, 1, 1, 0.3, 0, 0, 0, 0, speeds);
    }

    private static Instant at(LocalDate date, String time) {
        return date.atTime(LocalTime.parse(time)).toInstant(ZoneOffset.UTC);
    }
}
