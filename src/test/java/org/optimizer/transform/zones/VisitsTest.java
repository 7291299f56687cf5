package org.optimizer.transform.zones;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.optimizer.model.Badge;
import org.optimizer.model.DayFacts;
import org.optimizer.model.Standstill;
import org.optimizer.model.ZoneVisit;
import org.optimizer.testing.Tour;
import org.optimizer.transform.VehicleDay;

/** Stories of a truck and a pit that is 100 m wide and high, its south-west corner at 0/0. */
class VisitsTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);
    private static final String EIGHT = "2026-11-16T08:00:00Z";
    private static final Fence PIT = fence("pit", "load", 0, 0, 0, 100, 100);

    @Test
    void aTruckThatLoadsMakesOneVisitWithItsTimes() {
        Tour tour = Tour.from(EIGHT).at(-500, 50).to(50, 50, 10).stand(120).to(600, 50, 10);

        ZoneVisit visit = only(visits(tour, PIT));

        assertThat(visit.zone()).isEqualTo("pit");
        assertThat(visit.type()).isEqualTo("load");
        assertThat(visit.enter()).isEqualTo(after(50));
        assertThat(visit.exit()).isEqualTo(after(55 + 120 + 6));
        assertThat(visit.entryCensored()).isFalse();
        assertThat(visit.exitCensored()).isFalse();
        assertThat(visit.split()).isFalse();
        assertThat(visit.longestStandS()).isEqualTo(119);
        assertThat(visit.standS()).isEqualTo(119);
        assertThat(visit.gapS()).isZero();
        assertThat(visit.distanceKm()).isCloseTo(0.1, within(0.015));
        assertThat(visit.samples()).isEqualTo(131);
        assertThat(visit.meanSpeedKmh()).isCloseTo(11 * 36 / 131.0, within(1e-9));
    }

    /** Eleven speeds of 36 km/h and 120 of 0: a share of p and one of 1 − p deviate by 36 √(p(1 − p)). */
    @Test
    void theDeviationOfSpeedIsThatOfAllSamplesInside() {
        Tour tour = Tour.from(EIGHT).at(-500, 50).to(50, 50, 10).stand(120).to(600, 50, 10);
        double share = 11 / 131.0;

        assertThat(only(visits(tour, PIT)).sdSpeedKmh()).isCloseTo(36 * Math.sqrt(share * (1 - share)), within(1e-9));
        Tour steady = Tour.from(EIGHT).at(-500, 50).to(600, 50, 7);
        assertThat(only(visits(steady, PIT)).sdSpeedKmh()).isZero();
    }

    @Test
    void aQuickPassIsAVisitWithoutStanding() {
        Tour tour = Tour.from(EIGHT).at(-510, 95).to(600, 95, 25);

        ZoneVisit pass = only(visits(tour, PIT));

        assertThat(pass.dwellS()).isEqualTo(4);
        assertThat(pass.longestStandS()).isZero();
        assertThat(pass.samples()).isEqualTo(4);
    }

    @Test
    void aStopOf30SecondsIsMeasuredThoughItIsNoStandstillYet() {
        Tour tour = Tour.from(EIGHT).at(-500, 50).to(50, 50, 10).stand(31).to(600, 50, 10);

        DayFacts facts = facts(tour, PIT);

        assertThat(facts.standstills()).isEmpty();
        assertThat(only(facts.visits()).longestStandS()).isEqualTo(30);
    }

    @Test
    void crossingsAreInterpolatedWhereFixesAreFiveSecondsApart() {
        Tour tour = Tour.from(EIGHT)
                .every(10)
                .at(-500, 50)
                .to(50, 50, 12.5)
                .stand(114)
                .to(600, 50, 12.5);

        ZoneVisit visit = only(visits(tour, PIT));

        assertThat(Duration.between(after(40), visit.enter()).toMillis()).isBetween(-5L, 5L);
        assertThat(Duration.between(after(44 + 114 + 4), visit.exit()).toMillis())
                .isBetween(-5L, 5L);
    }

    @Test
    void aTraceWithoutSpeedsHasTheSameVisits() {
        Tour tour = Tour.from(EIGHT)
                .withoutSpeeds()
                .at(-500, 50)
                .to(50, 50, 10)
                .stand(120)
                .to(600, 50, 10);

        ZoneVisit visit = only(visits(tour, PIT));

        assertThat(visit.enter()).isEqualTo(after(50));
        assertThat(visit.longestStandS()).isBetween(105.0, 125.0);
        assertThat(visit.samples()).isZero();
        assertThat(visit.meanSpeedKmh()).isNaN();
        assertThat(visit.sdSpeedKmh()).isNaN();
        assertThat(visit.distanceKm()).isCloseTo(0.1, within(0.02));
    }

    @Test
    void whoBeginsOrEndsInsideHasNoKnownTimes() {
        Tour begins = Tour.from(EIGHT).at(50, 50).stand(60).to(600, 50, 10);
        Tour ends = Tour.from(EIGHT).at(-500, 50).to(50, 50, 10).stand(60);

        assertThat(only(visits(begins, PIT)))
                .extracting(ZoneVisit::entryCensored, ZoneVisit::exitCensored, ZoneVisit::enter)
                .containsExactly(true, false, after(0));
        assertThat(only(visits(ends, PIT)))
                .extracting(ZoneVisit::entryCensored, ZoneVisit::exitCensored, ZoneVisit::exit)
                .containsExactly(false, true, after(55 + 59));
    }

    @Test
    void aStepOutsideForLessThan30SecondsIsNoExit() {
        Tour brief = Tour.from(EIGHT).at(-500, 50).to(50, 50, 10).stand(60);
        brief.to(150, 50, 10).to(50, 50, 10).stand(60).to(600, 50, 10);
        Tour near = Tour.from(EIGHT).at(-500, 50).to(50, 50, 10).stand(60);
        near.to(120, 50, 10).stand(600).to(50, 50, 10).stand(60).to(600, 50, 10);
        Tour away = Tour.from(EIGHT).at(-500, 50).to(50, 50, 10).stand(60);
        away.to(130, 50, 10).stand(600).to(50, 50, 10).stand(60).to(600, 50, 10);

        assertThat(visits(brief, PIT)).hasSize(1);
        assertThat(visits(near, PIT)).hasSize(1);
        assertThat(visits(away, PIT)).hasSize(2);
    }

    @Test
    void fixesThatAreNotAccurateSayNothing() {
        Tour tour = Tour.from(EIGHT).accuracy(10).at(-500, 50).to(-20, 50, 10);
        tour.accuracy(31).at(50, 50).stand(60).accuracy(10).at(-20, 50).to(-500, 50, 10);

        assertThat(visits(tour, PIT)).isEmpty();
    }

    // silence

    /** Real phones stop sending while the truck stands. */
    @Test
    void silenceWithBothEndsInsideIsPartOfTheVisit() {
        Tour tour = Tour.from(EIGHT).at(-500, 50).to(50, 50, 10).silent(1800).to(600, 50, 10);

        ZoneVisit visit = only(visits(tour, PIT));

        assertThat(visit.dwellS()).isEqualTo(5 + 1800 + 6);
        assertThat(visit.gapS()).isEqualTo(1801);
        assertThat(visit.longestStandS()).isEqualTo(1801);
    }

    @Test
    void whoFallsSilentInsideAndAppearsElsewhereHasNoKnownExit() {
        Tour tour = Tour.from(EIGHT)
                .at(-500, 50)
                .to(50, 50, 10)
                .stand(40)
                .silent(1800)
                .at(5000, 0);
        tour.to(6000, 0, 10);

        ZoneVisit visit = only(visits(tour, PIT));

        assertThat(visit.exitCensored()).isTrue();
        assertThat(visit.exit()).isEqualTo(after(55 + 39));
        assertThat(visit.gapS()).isZero();
    }

    @Test
    void whoAppearsInsideAfterASilenceHasNoKnownEntry() {
        Tour tour = Tour.from(EIGHT).at(5000, 0).to(4000, 0, 10).silent(1800).at(50, 50);
        tour.stand(40).to(600, 50, 10);

        ZoneVisit visit = only(visits(tour, PIT));

        assertThat(visit.entryCensored()).isTrue();
        assertThat(visit.enter()).isEqualTo(after(100 + 1800));
    }

    // noise

    /** Edge case 20. */
    @ParameterizedTest
    @ValueSource(doubles = {-8, -3, 0, 2})
    void aTruckThatStandsAtTheFenceForEightHoursInNoiseMakesOneVisit(double north) {
        for (long seed = 1; seed <= 5; seed++) {
            Tour tour = Tour.from(EIGHT).noise(8, seed).at(-500, -north).to(50, -north, 10);
            tour.stand(8 * 3600).to(50, -600, 10);

            ZoneVisit visit = only(visits(tour, PIT));

            assertThat(visit.dwellS()).isCloseTo(8 * 3600, within(60.0));
            assertThat(visit.longestStandS()).isCloseTo(8 * 3600, within(30.0));
        }
    }

    @Test
    void itDoesSoToTheHysteresisAloneWhenNoSpeedTellsThatItStands() {
        for (long seed = 1; seed <= 5; seed++) {
            Tour tour =
                    Tour.from(EIGHT).withoutSpeeds().noise(8, seed).at(-500, 5).to(50, 5, 10);
            tour.stand(8 * 3600).to(50, -600, 10);

            assertThat(only(visits(tour, PIT)).dwellS()).isCloseTo(8 * 3600, within(60.0));
        }
    }

    @Test
    void itDoesSoAtTheFenceBetweenTwoZonesToo() {
        Fence pad = fence("pad", "unload", 0, 100, 0, 100, 100);
        for (long seed = 1; seed <= 5; seed++) {
            Tour tour = Tour.from(EIGHT).noise(8, seed).at(-500, 50).to(99, 50, 10);
            tour.stand(8 * 3600).to(50, -600, 10);

            assertThat(visits(tour, PIT, pad))
                    .hasSizeLessThanOrEqualTo(2)
                    .anySatisfy(visit -> assertThat(visit.longestStandS()).isCloseTo(8 * 3600, within(30.0)));
        }
    }

    /** Edge case 21: the road is 10 m north of the pit. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 3, 8})
    void fiftyPassesOnTheRoadBesideThePitMakeNoVisit(double noise) {
        Tour tour = Tour.from(EIGHT).noise(noise, 42);
        for (int pass = 0; pass < 50; pass++) {
            double far = pass % 2 == 0 ? 800 : -800;
            tour.at(-far, 110).to(far, 110, 50 / 3.6);
        }

        List<ZoneVisit> visits = visits(tour, PIT);

        assertThat(visits).hasSizeLessThanOrEqualTo(50).allSatisfy(pass -> {
            assertThat(pass.longestStandS()).isZero();
            assertThat(pass.dwellS()).isLessThan(30);
        });
        if (noise == 0) {
            assertThat(visits).isEmpty();
        }
    }

    @Test
    void whoStandsOnTheRoadBesideThePitIsNotInside() {
        Tour tour = Tour.from(EIGHT)
                .noise(4, 3)
                .at(-500, 112)
                .to(50, 112, 10)
                .stand(600)
                .to(600, 112, 10);

        assertThat(visits(tour, PIT)).allSatisfy(pass -> {
            assertThat(pass.longestStandS()).isZero();
            assertThat(pass.dwellS()).isLessThan(15);
        });
    }

    // several zones

    /** Edge case 22. */
    @Test
    void theWeighbridgeInTheHoleOfThePitIsAZoneOfItsOwn() {
        Tour plane = Tour.from(EIGHT);
        Fence pit = new Fence(
                "pit",
                "load",
                0,
                OptionalDouble.empty(),
                List.of(new Fence.Polygon(
                        List.of(ring(plane.rectangle(0, 0, 300, 300)), ring(plane.rectangle(120, 120, 60, 60))))));
        Fence weighbridge = fence("weighbridge", "weighbridge", 0, 125, 125, 50, 50);
        Tour tour = plane.at(-500, 150)
                .to(150, 150, 10)
                .stand(60)
                .to(250, 150, 10)
                .stand(60)
                .to(800, 150, 10);

        assertThat(visits(tour, pit, weighbridge))
                .extracting(ZoneVisit::zone, ZoneVisit::longestStandS)
                .containsExactly(tuple("pit", 0.0), tuple("weighbridge", 59.0), tuple("pit", 59.0));
        assertThat(visits(tour, pit))
                .extracting(ZoneVisit::zone, ZoneVisit::longestStandS)
                .containsExactly(tuple("pit", 0.0), tuple("pit", 59.0));
    }

    @Test
    void ofOverlappingZonesTheOneOfHigherPriorityIsEntered() {
        Fence queue = fence("queue", "queue", 5, 40, 0, 60, 100);
        Tour tour = Tour.from(EIGHT)
                .at(-500, 50)
                .to(70, 50, 10)
                .stand(60)
                .to(20, 50, 10)
                .stand(60);
        tour.to(-500, 50, 10);

        assertThat(visits(tour, PIT, queue))
                .extracting(ZoneVisit::zone, ZoneVisit::longestStandS)
                .containsExactly(tuple("pit", 0.0), tuple("queue", 59.0), tuple("pit", 59.0));
    }

    @Test
    void visitsAcross180DegreesAreOne() {
        Tour tour = Tour.around(-17, 180, EIGHT)
                .at(-500, 50)
                .to(5, 50, 10)
                .stand(120)
                .to(600, 50, 10);
        Fence whole = new Fence(
                "pit",
                "load",
                0,
                OptionalDouble.empty(),
                List.of(new Fence.Polygon(List.of(ring(tour.rectangle(-50, 0, 100, 100))))));

        ZoneVisit visit = only(visits(tour, whole));

        assertThat(visit.enter()).isEqualTo(after(45));
        assertThat(visit.longestStandS()).isEqualTo(119);
    }

    // days

    @Test
    void aVisitOverMidnightIsSplitThereAndBothPartsAreCensoredAtTheCut() {
        Tour tour = Tour.from("2026-11-16T23:50:00Z")
                .at(-500, 50)
                .to(50, 50, 10)
                .stand(1200)
                .to(600, 50, 10);
        Badge awa = new Badge("v", "awa", Instant.parse("2026-11-16T20:00:00Z"));

        ZoneVisit evening = only(visits(tour, MONDAY, ZoneOffset.UTC, List.of(awa), PIT));
        ZoneVisit morning = only(visits(tour, MONDAY.plusDays(1), ZoneOffset.UTC, List.of(awa), PIT));

        assertThat(evening.exit()).isEqualTo("2026-11-17T00:00:00Z").isEqualTo(morning.enter());
        assertThat(List.of(evening, morning))
                .extracting(ZoneVisit::entryCensored, ZoneVisit::exitCensored, ZoneVisit::split, ZoneVisit::driverId)
                .containsExactly(
                        tuple(false, true, true, Optional.of("awa")), tuple(true, false, true, Optional.of("awa")));
        assertThat(evening.standS() + morning.standS()).isEqualTo(1199);
    }

    @Test
    void aVisitThatEndsAtMidnightSharpIsOfTheDayBeforeAlone() {
        Tour tour = Tour.from("2026-11-16T23:56:59Z")
                .at(-500, 50)
                .to(50, 50, 10)
                .stand(120)
                .to(600, 50, 10);

        ZoneVisit visit = only(visits(tour, PIT));

        assertThat(visit.exit()).isEqualTo("2026-11-17T00:00:00Z");
        assertThat(visit.split()).isFalse();
        assertThat(visits(tour, MONDAY.plusDays(1), ZoneOffset.UTC, List.of(), PIT))
                .isEmpty();
    }

    /** Tours of a seeded random truck: the same night as one day (Honolulu) and as two (UTC). */
    @Test
    void partsAddUpAndVisitsNeverOverlap() {
        ZoneId honolulu = ZoneId.of("Pacific/Honolulu");
        int split = 0;
        for (long seed = 1; seed <= 60; seed++) {
            Tour tour = randomTour(seed);
            Fence[] fences = randomFences(seed);
            List<ZoneVisit> whole = visits(tour, MONDAY, honolulu, List.of(), fences);
            List<ZoneVisit> parts = new ArrayList<>(visits(tour, MONDAY, ZoneOffset.UTC, List.of(), fences));
            parts.addAll(visits(tour, MONDAY.plusDays(1), ZoneOffset.UTC, List.of(), fences));

            split += parts.stream().anyMatch(ZoneVisit::split) ? 1 : 0;
            assertDisjoint(whole);
            assertDisjoint(parts);
            assertThat(sum(parts)).usingComparatorWithPrecision(1e-9).containsExactly(sum(whole));
        }
        assertThat(split).as("tours that are in a zone at midnight").isGreaterThan(20);
    }

    private static void assertDisjoint(List<ZoneVisit> visits) {
        for (int i = 0; i < visits.size(); i++) {
            ZoneVisit visit = visits.get(i);
            assertThat(visit.enter()).isBeforeOrEqualTo(visit.exit());
            assertThat(visit.standS()).isLessThanOrEqualTo(visit.dwellS() + 1e-9);
            assertThat(visit.gapS()).isLessThanOrEqualTo(visit.dwellS() + 1e-9);
            assertThat(visit.longestStandS()).isLessThanOrEqualTo(visit.standS());
            if (i > 0) {
                assertThat(visits.get(i - 1).exit()).isBeforeOrEqualTo(visit.enter());
            }
        }
    }

    private static double[] sum(List<ZoneVisit> visits) {
        return new double[] {
            visits.stream().mapToDouble(ZoneVisit::dwellS).sum(),
            visits.stream().mapToDouble(ZoneVisit::standS).sum(),
            visits.stream().mapToDouble(ZoneVisit::gapS).sum(),
            visits.stream().mapToDouble(ZoneVisit::distanceKm).sum(),
            visits.stream().mapToInt(ZoneVisit::samples).sum(),
            visits.stream()
                    .filter(visit -> visit.samples() > 0)
                    .mapToDouble(visit -> visit.samples() * visit.meanSpeedKmh())
                    .sum()
        };
    }

    /** Around midnight, forty minutes before and after it, for more would be beyond the hour that a day sees of the next. */
    private static Tour randomTour(long seed) {
        Random random = new Random(seed);
        Tour tour =
                Tour.from("2026-11-16T23:20:00Z").every(1 + random.nextInt(12)).noise(random.nextInt(10), seed);
        tour.at(random.nextInt(400), random.nextInt(400));
        while (tour.now().isBefore(Instant.parse("2026-11-17T00:40:00Z"))) {
            tour.to(random.nextInt(400), random.nextInt(400), 1 + random.nextInt(15));
            tour.stand(random.nextInt(400));
            if (random.nextInt(4) == 0) {
                tour.silent(random.nextInt(600));
            }
        }
        return tour;
    }

    private static Fence[] randomFences(long seed) {
        Random random = new Random(-seed);
        Fence[] fences = new Fence[6];
        for (int i = 0; i < fences.length; i++) {
            fences[i] = fence(
                    "z" + i,
                    "load",
                    random.nextInt(2),
                    random.nextInt(300),
                    random.nextInt(300),
                    30 + random.nextInt(150),
                    30 + random.nextInt(150));
        }
        return fences;
    }

    @Test
    void aStandstillIsInTheZoneWhereItStands() {
        Tour tour = Tour.from(EIGHT)
                .at(-500, 50)
                .stand(90)
                .to(50, 50, 10)
                .stand(90)
                .to(600, 50, 10)
                .stand(90);

        assertThat(facts(tour, PIT).standstills())
                .extracting(Standstill::zone)
                .containsExactly(Optional.empty(), Optional.of("pit"), Optional.empty());
    }

    private static Instant after(long seconds) {
        return Instant.parse(EIGHT).plusSeconds(seconds);
    }

    private static ZoneVisit only(List<ZoneVisit> visits) {
        assertThat(visits).hasSize(1);
        return visits.get(0);
    }

    private static List<ZoneVisit> visits(Tour tour, Fence... fences) {
        return facts(tour, fences).visits();
    }

    private static DayFacts facts(Tour tour, Fence... fences) {
        return facts(tour, MONDAY, ZoneOffset.UTC, List.of(), fences);
    }

    private static List<ZoneVisit> visits(Tour tour, LocalDate day, ZoneId zone, List<Badge> badges, Fence... fences) {
        return facts(tour, day, zone, badges, fences).visits();
    }

    private static DayFacts facts(Tour tour, LocalDate day, ZoneId zone, List<Badge> badges, Fence... fences) {
        return VehicleDay.facts("v", tour.trace(), 1, day, zone, badges, new ZoneMap(List.of(fences)));
    }

    private static Fence fence(
            String name, String type, int priority, double west, double south, double width, double height) {
        return new Fence(
                name,
                type,
                priority,
                OptionalDouble.empty(),
                List.of(new Fence.Polygon(List.of(ring(Tour.from(EIGHT).rectangle(west, south, width, height))))));
    }

    private static Fence.Ring ring(double[][] corners) {
        return new Fence.Ring(corners[0], corners[1]);
    }
}
