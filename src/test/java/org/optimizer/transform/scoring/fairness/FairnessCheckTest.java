package org.optimizer.transform.scoring.fairness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.optimizer.model.AuditPoint;
import org.optimizer.model.DeviceClass;
import org.optimizer.model.DeviceWeek;
import org.optimizer.model.DriverScore;
import org.optimizer.model.FairnessFactor;
import org.optimizer.model.FairnessFinding;
import org.optimizer.model.FairnessFinding.Outcome;
import org.optimizer.model.FairnessLimits;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.SamplingClass;
import org.optimizer.model.VehicleClass;
import org.optimizer.transform.scoring.Scores;

class FairnessCheckTest {
    private static final FairnessLimits LIMITS = new FairnessLimits(0.3, 0.1);
    private static final int FLEETS = 200;

    private static FairnessFinding finding(FairnessFactor factor, List<AuditPoint> points) {
        return FairnessCheck.findings("c1", Fleet.LAST, points, LIMITS).get(factor.ordinal());
    }

    /** Share of 200 seeded fleets of 24 drivers in which a factor needs a look. */
    private static double found(FairnessFactor factor, UnaryOperator<Fleet> planted) {
        long found = IntStream.range(0, FLEETS)
                .filter(seed -> finding(
                                factor, planted.apply(new Fleet(seed, 24)).points())
                        .needsLook())
                .count();
        double share = (double) found / FLEETS;
        System.out.println(factor + ": found in " + share + " of " + FLEETS + " fleets");
        return share;
    }

    @Test
    void slowPhonesThatGetEightPointsForNothingAreFound() {
        assertThat(found(FairnessFactor.SAMPLING_INTERVAL, fleet -> fleet.slowBonus(8)))
                .isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void precisePhonesThatGetEightPointsForNothingAreFound() {
        assertThat(found(FairnessFactor.DEVICE_CLASS, fleet -> fleet.preciseBonus(8)))
                .isGreaterThanOrEqualTo(0.8);
    }

    @Test
    void vehiclesThatGiveEightPointsForNothingAreFound() {
        assertThat(found(FairnessFactor.VEHICLE, fleet -> fleet.vehicleBonus(8).vehicles(8, 0.3)))
                .isGreaterThanOrEqualTo(0.8);
    }

    @Test
    void whatIsNotThereIsNotFoundInNineFleetsOfTen() {
        for (FairnessFactor factor : FairnessFactor.values()) {
            assertThat(found(factor, fleet -> fleet)).as(factor.code()).isLessThanOrEqualTo(0.1);
        }
    }

    @Test
    void fleetsWithoutAnyBiasAreMostlyLeftAloneByAllFactorsTogether() {
        long alone = IntStream.range(0, FLEETS)
                .filter(seed -> FairnessCheck.findings("c1", Fleet.LAST, new Fleet(seed, 24).points(), LIMITS).stream()
                        .noneMatch(FairnessFinding::needsLook))
                .count();
        System.out.println("left alone: " + alone + " of " + FLEETS);
        assertThat(alone).isGreaterThanOrEqualTo(FLEETS * 9 / 10);
    }

    /** Two drivers a vehicle, never swapped: their skill must not be taken for the vehicle's. */
    @Test
    void driversThatDifferAreNotTakenForVehicles() {
        assertThat(found(FairnessFactor.VEHICLE, fleet -> fleet.vehicles(12, 0)))
                .isLessThanOrEqualTo(0.1);
    }

    @Test
    void whereEachDriverHasAVehicleOfHisOwnNothingIsSaidOfVehicles() {
        List<AuditPoint> points =
                new Fleet(1, 24).vehicles(24, 0).vehicleBonus(20).points();
        assertThat(finding(FairnessFactor.VEHICLE, points).outcome()).isEqualTo(Outcome.INSEPARABLE);
    }

    @Test
    void sevenDriversAreTooFewAndEightAreNot() {
        FairnessFinding seven = finding(FairnessFactor.SAMPLING_INTERVAL, new Fleet(1, 7).points());
        assertThat(seven.outcome()).isEqualTo(Outcome.TOO_FEW);
        assertThat(seven.drivers()).isEqualTo(7);
        assertThat(seven.estimate()).isNaN();
        assertThat(finding(FairnessFactor.SAMPLING_INTERVAL, new Fleet(1, 8).points())
                        .outcome())
                .isNotEqualTo(Outcome.TOO_FEW);
    }

    @Test
    void phonesThatAreAllAlikeCannotWin() {
        List<AuditPoint> points = new Fleet(1, 12)
                .points().stream()
                        .map(point -> Fleet.point(
                                point.device().driverId(), weeksAgo(point), "v1", 1, Double.NaN, point.lead()))
                        .toList();
        assertThat(FairnessCheck.findings("c1", Fleet.LAST, points, LIMITS))
                .extracting(FairnessFinding::outcome)
                .containsExactly(Outcome.NO_VARIATION, Outcome.TOO_FEW, Outcome.NO_VARIATION, Outcome.NO_VARIATION);
    }

    private static int weeksAgo(AuditPoint point) {
        long days = Fleet.LAST.monday().toEpochDay()
                - point.device().week().monday().toEpochDay();
        return (int) (days / 7);
    }

    @Test
    void theOrderOfThePointsChangesNothing() {
        List<AuditPoint> points = new Fleet(7, 24).slowBonus(3).points();
        List<AuditPoint> shuffled = new ArrayList<>(points);
        Collections.shuffle(shuffled, new Random(1));
        assertThat(FairnessCheck.findings("c1", Fleet.LAST, shuffled, LIMITS))
                .isEqualTo(FairnessCheck.findings("c1", Fleet.LAST, points, LIMITS));
    }

    @Test
    void aLinkBelowTheLimitOfTheRulesIsShownAndNeedsNoLook() {
        List<AuditPoint> points = new Fleet(3, 24).slowBonus(8).points();
        FairnessFinding strict = finding(FairnessFactor.SAMPLING_INTERVAL, points);
        assertThat(strict.needsLook()).isTrue();
        FairnessLimits lax = new FairnessLimits(0.95, 0.95);
        FairnessFinding same =
                FairnessCheck.findings("c1", Fleet.LAST, points, lax).get(0);
        assertThat(same.outcome()).isEqualTo(Outcome.CLEAR);
        assertThat(same.estimate()).isEqualTo(strict.estimate());
        assertThat(same.limit()).isEqualTo(0.95);
    }

    @Test
    void aScoreCountsByItsLeadOverTheRankedOfItsLeagueAndWeek() {
        List<DriverScore> scores = List.of(
                Scores.of("a", VehicleClass.VAN, "60.00", 300).built(),
                Scores.of("b", VehicleClass.VAN, "70.00", 300).built(),
                Scores.of("c", VehicleClass.VAN, "95.00", 300).ranked(false).built(),
                Scores.of("d", VehicleClass.ARTIC, "90.00", 300).built());
        List<DeviceWeek> devices = scores.stream()
                .map(score -> device(score.driverId(), score.facts().week()))
                .toList();

        assertThat(FairnessCheck.points(scores, devices))
                .extracting(point -> point.device().driverId(), AuditPoint::lead, AuditPoint::ranked)
                .as("d is alone in its league")
                .containsExactly(tuple("a", -5.0, true), tuple("b", 5.0, true), tuple("c", 30.0, false));
    }

    private static DeviceWeek device(String driver, IsoWeek week) {
        return new DeviceWeek(driver, week, "v1", 1, 0.3, 1, SamplingClass.A, DeviceClass.PRECISE);
    }

    @Test
    void whoIsNotRankedCannotWinAndIsNotCounted() {
        List<AuditPoint> points = new Fleet(1, 9)
                .points().stream()
                        .map(point -> new AuditPoint(
                                point.device(),
                                point.lead(),
                                !point.device().driverId().equals("d0")))
                        .toList();
        assertThat(finding(FairnessFactor.SAMPLING_INTERVAL, points).drivers()).isEqualTo(8);
    }

    @Test
    void equalValuesShareTheMeanOfTheirRanks() {
        assertThat(Ranks.of(new double[] {3, 1, 3, 2})).containsExactly(3.5, 1, 3.5, 2);
    }

    /** 1 − 6·Σd²/(n·(n² − 1)) = 1 − 6·4/(5·24); z = 1.0986, its error √(1.32/10) for 13 independent pairs. */
    @Test
    void aCorrelationHasTheIntervalOfBonettAndWright() {
        Spearman link = Spearman.of(new double[] {1, 2, 3, 4, 5}, new double[] {20, 10, 40, 30, 50}, 13);
        assertThat(link.r()).isCloseTo(0.8, within(1e-12));
        assertThat(link.low()).isCloseTo(0.368358, within(1e-6));
        assertThat(link.high()).isCloseTo(0.947903, within(1e-6));
    }

    @Test
    void aDriverWithAllTheWeeksCountsAsOne() {
        List<AuditPoint> points = new ArrayList<>();
        for (int week = 0; week < 6; week++) {
            points.add(Fleet.point("d1", week, "v1", 1, 0.3, week));
        }
        assertThat(Clusters.of(points).equalDrivers()).isEqualTo(1);
        points.add(Fleet.point("d2", 0, "v1", 1, 0.3, 1));
        assertThat(Clusters.of(points).equalDrivers()).isCloseTo(49.0 / 37, within(1e-12));
    }

    /** Three drivers with two weeks each: all alike, they are three; all apart, six. */
    @Test
    void weeksOfADriverCountTheLessTheMoreAlikeTheyAre() {
        Clusters clusters = Clusters.of(IntStream.range(0, 6)
                .mapToObj(i -> Fleet.point("d" + i / 2, i % 2, "v1", 1, 0.3, 0))
                .toList());
        double[] alike = {1, 1, 2, 2, 3, 3};
        double[] apart = {1, 3, 3, 1, 1, 3};
        assertThat(clusters.independent(alike, alike)).isCloseTo(3, within(1e-12));
        assertThat(clusters.independent(alike, apart)).isCloseTo(6, within(1e-12));
    }

    /** Sums of squares by hand: leads 1, 3 and 5, 7 in two groups; within 4, between 16, in all 20. */
    @Test
    void theShareIsWhatGroupsExplainBeyondChance() {
        List<AuditPoint> points = List.of(
                Fleet.point("a", 0, "v1", 1, 0.3, 1),
                Fleet.point("b", 0, "v1", 1, 0.3, 3),
                Fleet.point("c", 0, "v2", 1, 0.3, 5),
                Fleet.point("d", 0, "v2", 1, 0.3, 7));
        VarianceShare share =
                VarianceShare.of(Clusters.of(points), point -> point.device().vehicleId(), 5);
        // of the three ways to pair four people up, shares are 0.8, 0.2 and 0: a third on the mean
        assertThat(share.estimate()).isCloseTo((0.8 - 1 / 3.0) / (1 - 1 / 3.0), within(0.05));
        assertThat(share.pValue()).isCloseTo(1 / 3.0, within(0.07));
    }
}
