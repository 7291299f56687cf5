package org.optimizer.transform.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.optimizer.model.ManoeuvreKind.ACCELERATION;
import static org.optimizer.model.ManoeuvreKind.BRAKING;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.optimizer.model.DrivenTrip;
import org.optimizer.model.DriverScore;
import org.optimizer.model.DriverWeek;
import org.optimizer.model.DrivingEvent;
import org.optimizer.model.Feature;
import org.optimizer.model.FleetMean;
import org.optimizer.model.Manoeuvre;
import org.optimizer.model.ManoeuvreKind;
import org.optimizer.model.Mark;
import org.optimizer.model.MarkKind;
import org.optimizer.model.Reason;
import org.optimizer.model.Rulebook;
import org.optimizer.model.SamplingClass;
import org.optimizer.model.Severity;
import org.optimizer.model.VehicleClass;
import org.optimizer.rules.RulesFolder;

class DriverWeeksTest {
    private static final List<FleetMean> MEANS = List.of(new FleetMean(VehicleClass.ARTIC, 6, 7));
    private final Rulebook rules = RulesFolder.shipped();

    private static DrivenTrip with(VehicleClass vehicleClass, Manoeuvre... manoeuvres) {
        DrivenTrip trip = Week.of(vehicleClass, 100).trips().get(0);
        return new DrivenTrip(trip.vehicleId(), vehicleClass, trip.day(), trip.trip(), List.of(manoeuvres));
    }

    private List<DrivingEvent> tipperEvents(Manoeuvre manoeuvre) {
        return DriverWeeks.events(with(VehicleClass.TIPPER, manoeuvre), rules);
    }

    @Test
    void aPeakExactlyAtTheThresholdIsAnEventAndOneUlpBelowIsNone() {
        assertThat(tipperEvents(Week.manoeuvre(ACCELERATION, 0.90, 0, 30, 0))).hasSize(1);
        assertThat(tipperEvents(Week.manoeuvre(ACCELERATION, Math.nextDown(0.90), 0, 30, 0)))
                .isEmpty();
    }

    @Test
    void theGuardRaisesTheThresholdExactly() {
        double guard = 1.64 * 0.2 * Math.sqrt(0.1);
        double edge = 0.90 + guard;
        assertThat(tipperEvents(Week.manoeuvre(ACCELERATION, edge, guard, 30, 0)))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.severity()).isEqualTo(Severity.STRONG);
                    assertThat(event.points()).isEqualTo(1);
                    assertThat(event.rule()).isEqualTo("manoeuvre-severity: tipper-acceleration-strong");
                });
        assertThat(tipperEvents(Week.manoeuvre(ACCELERATION, Math.nextDown(edge), guard, 30, 0)))
                .isEmpty();
    }

    @Test
    void exceedancesLessThanThreeSecondsApartAreOneEvent() {
        assertThat(tipperEvents(twoPeaks(29))).hasSize(1);
        assertThat(tipperEvents(twoPeaks(31))).hasSize(2);
    }

    /** Two samples above the threshold, so many steps of 0.1 s apart. */
    private static Manoeuvre twoPeaks(int tenths) {
        float[] profile = new float[tenths + 1];
        Arrays.fill(profile, 0.6f);
        profile[0] = 1.0f;
        profile[tenths] = 1.0f;
        Manoeuvre whole = Week.manoeuvre(ACCELERATION, 1.0, 0, 30, 0, profile);
        return new Manoeuvre(
                0,
                0,
                ACCELERATION,
                whole.at(),
                tenths / 10.0,
                1.0,
                0,
                30,
                48.5,
                -4.3,
                0.1,
                profile,
                whole.profileKmh());
    }

    @Test
    void whatBeginsBelowTenKmhIsIgnored() {
        assertThat(tipperEvents(Week.manoeuvre(ACCELERATION, 1.0, 0, 9.9, 0))).isEmpty();
        assertThat(tipperEvents(Week.manoeuvre(ACCELERATION, 1.0, 0, 10.0, 0))).hasSize(1);
    }

    @Test
    void eventsComeInOrderOfTimeWhateverTheOrderOfInput() {
        Manoeuvre late = Week.manoeuvre(ACCELERATION, 1.0, 0, 30, 9);
        Manoeuvre early = Week.manoeuvre(BRAKING, 2.5, 0, 30, 1);
        assertThat(DriverWeeks.events(with(VehicleClass.TIPPER, late, early), rules))
                .extracting(DrivingEvent::severity)
                .containsExactly(Severity.SEVERE, Severity.STRONG);
    }

    @Test
    void aWeekWithoutEventsIsBelow100ThroughShrinkage() {
        DriverScore score = Week.worked().noEvents().scored("d1", rules);
        assertThat(points(score, Feature.ACCELERATION_POINTS))
                .isCloseTo(800 / (8 + 6 / 9.124), within(1e-9))
                .isLessThan(100);
    }

    @Test
    void withoutShrinkageAWeekWithoutEventsIsExactly100() {
        Rulebook unshrunk = new UnshrunkRules(rules);
        DriverWeek week = Week.worked().noEvents().summed("d1", unshrunk);
        assertThat(week.features().get(Feature.BRAKING_POINTS)).isEqualTo(0);
        assertThat(points(Week.worked().noEvents().scored("d1", unshrunk), Feature.BRAKING_POINTS))
                .isEqualTo(100);
    }

    @Test
    void withoutAFleetMeanTheClassesOwnIsTaken() {
        DriverWeek week = Week.of(VehicleClass.ARTIC, 100).summed("d1", rules);
        assertThat(week.features().get(Feature.ACCELERATION_POINTS)).isEqualTo(4.0);
        assertThat(week.features().get(Feature.BRAKING_POINTS)).isEqualTo(4.5);
    }

    private static double points(DriverScore score, Feature feature) {
        return score.marks().stream()
                .flatMap(mark -> mark.parts().stream())
                .filter(part -> part.feature() == feature)
                .findFirst()
                .orElseThrow()
                .points();
    }

    @Test
    void aDriverWhoNeverMovedHasNoMarkAndNoStrangeNumber() {
        DriverScore score =
                Week.of(VehicleClass.TIPPER, 0).cruiseWindows(0).hours(0).scored("d1", rules);
        assertThat(score.marks()).isEmpty();
        assertThat(score.score()).isEmpty();
        assertThat(score.ranked()).isFalse();
        assertThat(score.reasons()).extracting(Reason::code).containsExactly("no-distance");
        assertThat(score.toString()).doesNotContain("NaN", "Infinity");
    }

    @ParameterizedTest
    @CsvSource({"199.9, false", "200.0, true"})
    void aRigidNeeds200Km(double km, boolean ranked) {
        assertThat(Week.of(VehicleClass.RIGID, km).scored("d1", rules).ranked()).isEqualTo(ranked);
    }

    @Test
    void aSumOfManyTripsIsNotFailedByRounding() {
        Week week = Week.of(VehicleClass.RIGID, 1).days(5);
        for (int i = 1; i < 200; i++) {
            week.and(Week.of(VehicleClass.RIGID, 1).days(5));
        }
        DriverScore score = week.scored("d1", rules);
        assertThat(score.facts().distanceKm()).isLessThan(200).isCloseTo(200, within(1e-9));
        assertThat(score.reasons()).isEmpty();
    }

    @Test
    void withoutACruiseTheClassDecidesWhetherTheWeekIsRanked() {
        DriverScore tipper = Week.of(VehicleClass.TIPPER, 300).cruiseWindows(0).scored("d1", rules);
        assertThat(tipper.mark(MarkKind.SPEED_KEEPING)).isEmpty();
        assertThat(tipper.marks()).extracting(Mark::weight).containsExactly(0.5, 0.5);
        assertThat(tipper.ranked()).isTrue();

        DriverScore artic = Week.of(VehicleClass.ARTIC, 300).cruiseWindows(0).scored("d1", rules);
        assertThat(artic.score()).isPresent();
        assertThat(artic.ranked()).isFalse();
        assertThat(artic.reasons()).singleElement().satisfies(reason -> {
            assertThat(reason.code()).isEqualTo("no-speed-keeping");
            assertThat(reason.rule()).isEqualTo("mark-weight: speed-keeping-artic");
        });
    }

    @ParameterizedTest
    @CsvSource({"15, false", "20, true"})
    void aCruiseOfTwentyMinutesIsNeeded(int windows, boolean measured) {
        DriverWeek week =
                Week.of(VehicleClass.TIPPER, 300).cruiseWindows(windows).summed("d1", rules);
        assertThat(week.feature(Feature.STEADINESS).isPresent()).isEqualTo(measured);
        assertThat(week.feature(Feature.ECO_CAP_SHARE).isPresent()).isEqualTo(measured);
    }

    @Test
    void aMissingFeatureHandsItsWeightToTheOther() {
        DriverScore score = Week.worked().interval(5).scored("d1", rules);
        Mark acceleration = score.marks().get(0);
        assertThat(acceleration.parts()).singleElement().satisfies(part -> {
            assertThat(part.feature()).isEqualTo(Feature.RPA5);
            assertThat(part.weight()).isEqualTo(1);
        });
        assertThat(score.mark(MarkKind.ACCELERATION)).contains(new BigDecimal("57.78"));
    }

    @Test
    void slowSamplingIsScoredWithoutEventsAndNotRanked() {
        DriverScore score = Week.worked().interval(5).scored("d1", rules);
        assertThat(score.facts().eventKm()).isZero();
        assertThat(score.facts().accelerationPoints()).isZero();
        assertThat(score.facts().kmByClass()).containsOnlyKeys(SamplingClass.C);
        assertThat(score.score()).isPresent();
        assertThat(score.ranked()).isFalse();
        assertThat(score.reasons()).extracting(Reason::code).containsExactly("slow-sampling");
    }

    @Test
    void withoutReportedSpeedsNothingIsScored() {
        DriverScore score = Week.worked().doppler(0).scored("d1", rules);
        assertThat(score.facts().features()).isEmpty();
        assertThat(score.score()).isEmpty();
        assertThat(score.reasons()).extracting(Reason::code).containsExactly("no-speed-data");
    }

    @Test
    void twoDaysOrAPhoneThatIsOffKeepOutOfTheRanking() {
        assertThat(Week.worked().days(2).scored("d1", rules).reasons())
                .extracting(Reason::code)
                .containsExactly("too-few-days");
        assertThat(Week.worked().lost(0.4).scored("d1", rules).reasons())
                .singleElement()
                .satisfies(reason -> {
                    assertThat(reason.code()).isEqualTo("low-coverage");
                    assertThat(reason.found()).isCloseTo(0.6, within(1e-6));
                    assertThat(reason.expected()).isEqualTo(0.85);
                });
    }

    @Test
    void aThirdOfPoorTripsIsTooMany() {
        DriverScore score = Week.of(VehicleClass.ARTIC, 400)
                .and(Week.of(VehicleClass.ARTIC, 200).interval(30))
                .scored("d1", rules);
        assertThat(score.facts().kmShare(SamplingClass.D)).isCloseTo(1 / 3.0, within(1e-9));
        assertThat(score.reasons()).extracting(Reason::code).containsExactly("low-quality", "slow-sampling");
    }

    @Test
    void whoChangesClassIsJudgedByTheTripAndRankedWhereMostKilometresAre() {
        Week week = Week.of(VehicleClass.TIPPER, 300)
                .events(BRAKING, 1.05, 4)
                .and(Week.of(VehicleClass.ARTIC, 100).events(BRAKING, 1.05, 4));
        DriverScore score = week.scored("d1", rules);
        assertThat(score.facts().league()).isEqualTo(VehicleClass.TIPPER);
        assertThat(score.facts().brakingPoints())
                .as("1.05 m/s² is strong for an artic, nothing for a tipper")
                .isEqualTo(4);
    }

    @Test
    void aWeekWithoutTripsIsTheCallersMistake() {
        assertThatThrownBy(() -> DriverWeeks.sum("d7", Week.W43, List.of(), List.of(), rules))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("week 2026-W43 of driver d7: expected at least one trip, found none");
    }

    @Test
    void theOrderOfTripsNeverChangesABit() {
        List<DrivenTrip> trips = new ArrayList<>(Week.worked()
                .and(Week.of(VehicleClass.TIPPER, 77.7).days(7).rpa5(0.1))
                .and(Week.of(VehicleClass.DUMPER, 13.13).days(6))
                .trips());
        DriverWeek expected = DriverWeeks.sum("d1", Week.W43, trips, MEANS, rules);
        Random random = new Random(43);
        for (int i = 0; i < 200; i++) {
            Collections.shuffle(trips, random);
            assertThat(DriverWeeks.sum("d1", Week.W43, trips, MEANS, rules)).isEqualTo(expected);
        }
    }

    @Test
    void anotherEventNeverRaisesAMark() {
        Random random = new Random(5);
        for (int i = 0; i < 300; i++) {
            Week week = randomWeek(random);
            DriverScore before = week.scored("d1", rules);
            ManoeuvreKind kind = ManoeuvreKind.values()[random.nextInt(2)];
            DriverScore after =
                    week.events(kind, 0.5 + random.nextDouble() * 3, 1).scored("d1", rules);
            for (MarkKind mark : MarkKind.values()) {
                assertThat(after.mark(mark).orElseThrow())
                        .isLessThanOrEqualTo(before.mark(mark).orElseThrow());
            }
            assertThat(after.score().orElseThrow())
                    .isLessThanOrEqualTo(before.score().orElseThrow());
        }
    }

    @Test
    void aHarderPeakNeverCostsLess() {
        Random random = new Random(6);
        for (int i = 0; i < 3000; i++) {
            VehicleClass vehicleClass = VehicleClass.values()[random.nextInt(5)];
            ManoeuvreKind kind = ManoeuvreKind.values()[random.nextInt(2)];
            double peak = random.nextDouble() * 4;
            double guard = random.nextDouble() * 0.4;
            int points = rules.judge(vehicleClass, kind, peak, guard).points();
            assertThat(rules.judge(vehicleClass, kind, peak + random.nextDouble(), guard)
                            .points())
                    .isGreaterThanOrEqualTo(points);
            assertThat(rules.judge(vehicleClass, kind, peak, guard / 2).points())
                    .isGreaterThanOrEqualTo(points);
        }
    }

    @Test
    void moreKilometresWithoutEventsNeverLowerAnEventMark() {
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            Week week = randomWeek(random);
            VehicleClass vehicleClass = week.trips().get(0).vehicleClass();
            DriverScore before = week.scored("d1", rules);
            DriverScore after =
                    week.and(Week.of(vehicleClass, random.nextDouble() * 500)).scored("d1", rules);
            for (Feature feature : List.of(Feature.ACCELERATION_POINTS, Feature.BRAKING_POINTS)) {
                assertThat(points(after, feature)).isGreaterThanOrEqualTo(points(before, feature));
            }
        }
    }

    @Test
    void noFigureOfARandomWeekIsStrange() {
        Random random = new Random(8);
        for (int i = 0; i < 300; i++) {
            DriverScore score = randomWeek(random)
                    .interval(random.nextInt(12))
                    .cruiseWindows(random.nextInt(60))
                    .scored("d1", rules);
            assertThat(score.toString()).doesNotContain("NaN", "Infinity");
            score.score().ifPresent(value -> assertThat(value).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(100)));
        }
    }

    private static Week randomWeek(Random random) {
        VehicleClass vehicleClass = VehicleClass.values()[random.nextInt(5)];
        return Week.of(vehicleClass, 1 + random.nextDouble() * 900)
                .rpa5(random.nextDouble() * 0.2)
                .gentle(random.nextDouble())
                .events(ACCELERATION, 0.5 + random.nextDouble() * 2.5, random.nextInt(20))
                .events(BRAKING, 0.5 + random.nextDouble() * 2.5, random.nextInt(20));
    }

    @Test
    void aScoreIsRoundedHalfUpAndOnlyThere() {
        assertThat(DriverScores.rounded(68.665)).isEqualByComparingTo("68.67");
        DriverScore score = Week.worked().scored("d1", rules);
        assertThat(score.marks().get(0).points()).isNotEqualTo(63.29).isCloseTo(63.29, within(0.005));
        assertThat(score.score().orElseThrow().scale()).isEqualTo(2);
    }
}
