package org.optimizer.transform.scoring.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.optimizer.model.DrivenTrip;
import org.optimizer.model.DriverWeek;
import org.optimizer.model.Feature;
import org.optimizer.model.Manoeuvre;
import org.optimizer.model.ManoeuvreKind;
import org.optimizer.model.SamplingClass;
import org.optimizer.model.VehicleClass;
import org.optimizer.rules.RulesFolder;
import org.optimizer.transform.scoring.Week;

class CalibrationTest {
    /** Places 0, 9 … of 0 to 9 are the values themselves. */
    @Test
    void percentilesLieBetweenTheValuesOnEitherSide() {
        Percentile ten = new Percentile(List.of(9.0, 8.0, 7.0, 6.0, 5.0, 4.0, 3.0, 2.0, 1.0, 0.0));
        assertThat(ten.at(0)).isZero();
        assertThat(ten.at(100)).isEqualTo(9);
        assertThat(ten.at(90)).isCloseTo(8.1, within(1e-12));
        assertThat(ten.at(97.5)).isCloseTo(8.775, within(1e-12));
        assertThat(ten.at(50)).isCloseTo(4.5, within(1e-12));
        assertThat(new Percentile(List.of(3.0)).at(99.5)).isEqualTo(3);
        assertThat(new Percentile(List.of(1.0, 2.0, 4.0)).at(50)).isEqualTo(2);
        assertThat(new Percentile(List.of(1.0, 2.0, 4.0)).at(75)).isEqualTo(3);
    }

    @Test
    void numbersAreRoundedToWhatPeopleWrite() {
        assertThat(Step.PEAK.round(1.074)).isEqualTo(1.05);
        assertThat(Step.PEAK.round(1.075)).isEqualTo(1.1);
        assertThat(Step.POINTS.round(9.76)).isEqualTo(10);
        assertThat(Step.RPA.round(0.0924)).isEqualTo(0.09);
        assertThat(Step.PEAK.after(1.1, 1)).isEqualTo(1.15);
    }

    private static DrivenTrip trip(VehicleClass vehicleClass, double intervalS, List<Manoeuvre> manoeuvres) {
        DrivenTrip trip =
                Week.of(vehicleClass, 500).interval(intervalS).days(1).trips().get(0);
        return new DrivenTrip(trip.vehicleId(), vehicleClass, trip.day(), trip.trip(), manoeuvres);
    }

    private static Ladder ladder(VehicleClass vehicleClass, ManoeuvreKind kind, DrivenTrip... trips) {
        Thresholds thresholds = new Thresholds(RulesFolder.shipped());
        List.of(trips).forEach(thresholds::add);
        return thresholds.ladders().stream()
                .filter(ladder -> ladder.vehicleClass() == vehicleClass && ladder.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    /** Peaks above the floor fall off exponentially with a mean of 0.2 m/s²; what noise adds, the guard takes back. */
    private static List<Manoeuvre> exponential(long seed, int count, double startKmh) {
        Random random = new Random(seed);
        List<Manoeuvre> manoeuvres = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            double guard = number % 2 == 0 ? 0.1 : 0.3;
            double peak = 0.5 - 0.2 * Math.log(1 - random.nextDouble()) + guard;
            manoeuvres.add(Week.manoeuvre(ManoeuvreKind.BRAKING, peak, guard, startKmh, number));
        }
        return manoeuvres;
    }

    /** Of that distribution: 0.5 + 0.2·ln 10 = 0.961, 0.5 + 0.2·ln 40 = 1.238, 0.5 + 0.2·ln 200 = 1.560. */
    @Test
    void aKnownDistributionGivesItsThresholds() {
        Ladder ladder = ladder(
                VehicleClass.TIPPER, ManoeuvreKind.BRAKING, trip(VehicleClass.TIPPER, 1, exponential(1, 10_000, 40)));
        assertThat(ladder.candidates()).isEqualTo(10_000);
        assertThat(ladder.steps().orElseThrow().strong()).isCloseTo(0.95, within(0.051));
        assertThat(ladder.steps().orElseThrow().harsh()).isCloseTo(1.25, within(0.051));
        assertThat(ladder.steps().orElseThrow().severe()).isCloseTo(1.55, within(0.051));
    }

    @Test
    void slowSamplingAndCreepingAreNoCandidates() {
        Ladder ladder = ladder(
                VehicleClass.TIPPER,
                ManoeuvreKind.BRAKING,
                trip(VehicleClass.TIPPER, 3, exponential(1, 300, 40)),
                trip(VehicleClass.TIPPER, 1, exponential(2, 300, 9.9)),
                trip(VehicleClass.TIPPER, 1, exponential(3, 7, 10)));
        assertThat(ladder.candidates()).isEqualTo(7);
    }

    @Test
    void aCandidateFewerThanNeededLeavesTheRow() {
        assertThat(ladder(VehicleClass.VAN, ManoeuvreKind.BRAKING, trip(VehicleClass.VAN, 1, exponential(1, 199, 40)))
                        .steps())
                .isEmpty();
        assertThat(ladder(VehicleClass.VAN, ManoeuvreKind.BRAKING, trip(VehicleClass.VAN, 1, exponential(1, 200, 40)))
                        .steps())
                .isPresent();
    }

    @Test
    void theStepsOfALadderStayApartAndWithinTheTable() {
        List<Manoeuvre> alike = new ArrayList<>();
        List<Manoeuvre> wild = new ArrayList<>();
        for (int number = 0; number < 200; number++) {
            alike.add(Week.manoeuvre(ManoeuvreKind.BRAKING, 0.52, 0, 40, number));
            wild.add(Week.manoeuvre(ManoeuvreKind.BRAKING, 9, 0, 40, number));
        }
        assertThat(ladder(VehicleClass.VAN, ManoeuvreKind.BRAKING, trip(VehicleClass.VAN, 1, alike))
                        .steps())
                .contains(new Ladder.Steps(0.5, 0.55, 0.6));
        assertThat(ladder(VehicleClass.VAN, ManoeuvreKind.BRAKING, trip(VehicleClass.VAN, 1, wild))
                        .steps())
                .contains(new Ladder.Steps(5.9, 5.95, 6));
    }

    private static DriverWeek week(int number, double km, int points, Map<Feature, Double> features) {
        return new DriverWeek(
                "d" + number,
                Week.W43,
                VehicleClass.VAN,
                km,
                20,
                5,
                1,
                Map.of(SamplingClass.A, km),
                km,
                points,
                2 * points,
                points,
                points,
                features);
    }

    private static Anchor anchor(Feature feature, List<DriverWeek> weeks) {
        return Anchors.of(weeks).stream()
                .filter(anchor -> anchor.vehicleClass() == VehicleClass.VAN && anchor.feature() == feature)
                .findFirst()
                .orElseThrow();
    }

    private static List<DriverWeek> weeks(int count) {
        List<DriverWeek> weeks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            weeks.add(week(
                    i,
                    100 * (i + 1),
                    i * (i + 1),
                    Map.of(
                            Feature.RPA5, 0.04 + 0.005 * i,
                            Feature.GENTLE_SHARE, 0.5 + 0.03 * i,
                            Feature.STEADINESS, 3 + 0.01 * i,
                            Feature.ECO_CAP_SHARE, 0.02 * i)));
        }
        return weeks;
    }

    /** Eleven driver-weeks with 0, 1 … 10 points per 100 km: the median is 5, all 440 points on 6 600 km are 6.67. */
    @Test
    void theHalfMarkIsTheMedianRateAndTheMeanThatOfAllKilometres() {
        assertThat(anchor(Feature.ACCELERATION_POINTS, weeks(11)).value()).contains(new Anchor.HalfMark(5, 6.5));
        assertThat(anchor(Feature.BRAKING_POINTS, weeks(11)).value()).contains(new Anchor.HalfMark(10, 13.5));
    }

    /** P10 and P90 of eleven values are the second and the tenth. */
    @Test
    void bestAndWorstAreTheTenthAndNinetiethPercentileTheRightWayRound() {
        assertThat(anchor(Feature.RPA5, weeks(11)).value()).contains(new Anchor.Line(0.085, 0.045));
        assertThat(anchor(Feature.GENTLE_SHARE, weeks(11)).value())
                .as("much is good")
                .contains(new Anchor.Line(0.53, 0.77));
        assertThat(anchor(Feature.ECO_CAP_SHARE, weeks(11)).value()).contains(new Anchor.Line(0.18, 0.02));
    }

    @Test
    void driversWhoAreAllAlikeLeaveTheirRow() {
        assertThat(anchor(Feature.STEADINESS, weeks(11)).left()).contains(Left.NO_SPREAD);
    }

    @Test
    void sevenDriverWeeksLeaveTheRowAndEightDoNot() {
        assertThat(anchor(Feature.RPA5, weeks(7)).left()).contains(Left.TOO_FEW_DRIVER_WEEKS);
        assertThat(anchor(Feature.BRAKING_POINTS, weeks(7)).driverWeeks()).isEqualTo(7);
        assertThat(anchor(Feature.RPA5, weeks(8)).left()).isEmpty();
    }

    @Test
    void aFleetWithoutAPointKeepsAHalfMarkAboveNought() {
        List<DriverWeek> calm = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            calm.add(week(i, 300, 0, Map.of()));
        }
        assertThat(anchor(Feature.BRAKING_POINTS, calm).value()).contains(new Anchor.HalfMark(0.5, 0));
    }
}
