package org.optimizer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.optimizer.model.CycleEnd;
import org.optimizer.model.CycleFacts;
import org.optimizer.model.CycleState;
import org.optimizer.model.CycleVerdict;
import org.optimizer.model.Idle2019Limits;
import org.optimizer.model.IdleVerdict;
import org.optimizer.model.ManoeuvreKind;
import org.optimizer.model.Rulebook;
import org.optimizer.model.Severity;
import org.optimizer.model.StandstillFacts;
import org.optimizer.model.VehicleClass;
import org.optimizer.model.Verdict;
import org.optimizer.model.VisitFacts;
import org.optimizer.model.VisitVerdict;
import org.optimizer.model.YesNo;

class DroolsRulebookTest {
    private final Rulebook rules = RulesFolder.shipped();

    /** Guard at a speed accuracy of 0.2 m/s: 0.104 m/s². */
    private static final double GUARD = 1.64 * 0.2 * Math.sqrt(0.1);

    @Test
    void aPeakExactlyAtTheThresholdCountsAndOneUlpBelowDoesNot() {
        assertThat(severity(0.90, 0)).isEqualTo(Severity.STRONG);
        assertThat(severity(Math.nextDown(0.90), 0)).isEqualTo(Severity.NONE);
    }

    @Test
    void theGuardIsAddedToTheThreshold() {
        double threshold = 0.90 + GUARD;
        assertThat(threshold).isBetween(1.003, 1.005);
        assertThat(severity(threshold, GUARD)).isEqualTo(Severity.STRONG);
        assertThat(severity(Math.nextDown(threshold), GUARD)).isEqualTo(Severity.NONE);
    }

    private Severity severity(double peak, double guard) {
        return rules.judge(VehicleClass.TIPPER, ManoeuvreKind.ACCELERATION, peak, guard)
                .severity();
    }

    @ParameterizedTest
    @CsvSource({
        "VAN, ACCELERATION, 1.3, 1.7, 2.3", "VAN, BRAKING, 1.2, 1.7, 2.4",
        "RIGID, ACCELERATION, 1.1, 1.5, 2.0", "RIGID, BRAKING, 1.2, 1.6, 2.2",
        "TIPPER, ACCELERATION, 0.9, 1.2, 1.6", "TIPPER, BRAKING, 1.1, 1.5, 2.0",
        "ARTIC, ACCELERATION, 0.8, 1.1, 1.5", "ARTIC, BRAKING, 1.0, 1.4, 2.0",
        "DUMPER, ACCELERATION, 0.7, 1.0, 1.4", "DUMPER, BRAKING, 0.9, 1.2, 1.7"
    })
    void eachStepBeginsWhereTheTableSays(
            VehicleClass vehicleClass, ManoeuvreKind kind, double strong, double harsh, double severe) {
        assertThat(rules.lowestThresholdMps2(vehicleClass, kind)).isEqualTo(strong);
        assertThat(rules.judge(vehicleClass, kind, Math.nextDown(strong), 0)).isEqualTo(Verdict.NONE);
        assertStep(vehicleClass, kind, strong, Math.nextDown(harsh), Severity.STRONG, 1);
        assertStep(vehicleClass, kind, harsh, Math.nextDown(severe), Severity.HARSH, 3);
        assertStep(vehicleClass, kind, severe, 9, Severity.SEVERE, 6);
    }

    private void assertStep(
            VehicleClass vehicleClass, ManoeuvreKind kind, double from, double to, Severity severity, int points) {
        Verdict expected = new Verdict(
                severity,
                points,
                "manoeuvre-severity: " + vehicleClass.code() + "-" + kind.code() + "-" + severity.code());
        assertThat(rules.judge(vehicleClass, kind, from, 0)).isEqualTo(expected);
        assertThat(rules.judge(vehicleClass, kind, to, 0)).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(VehicleClass.class)
    void whatBeginsBelowTenKmhIsNoEvent(VehicleClass vehicleClass) {
        assertThat(rules.lowestStartSpeedKmh(vehicleClass)).isEqualTo(10);
        assertThat(rules.limits(vehicleClass).cruiseMinutesNeeded()).isEqualTo(20);
    }

    @Test
    void withoutZonesAndIgnitionAStandstillStaysUnknownUnlessItsLengthSays() {
        assertThat(idleClass(59, Optional.empty(), false)).isEqualTo("TRAFFIC");
        assertThat(idleClass(300, Optional.empty(), false)).isEqualTo("STANDSTILL_UNKNOWN");
        assertThat(idleClass(300, Optional.of("pit"), true)).isEqualTo("STANDSTILL_UNKNOWN");
        assertThat(idleClass(1200, Optional.empty(), true)).isEqualTo("BREAK");
        assertThat(idleClass(1200, Optional.of("pit"), false)).isEqualTo("STANDSTILL_UNKNOWN");
        assertThat(idleClass(6 * 3600, Optional.of("pit"), false)).isEqualTo("OVERNIGHT");
    }

    @Test
    void theZoneTypeAndTheWayOfTheCycleSayWhatAStandstillIs() {
        StandstillFacts loading =
                new StandstillFacts(240, false, Optional.of("load"), CycleState.LOAD_ZONE, YesNo.YES, YesNo.UNKNOWN);
        assertThat(rules.classify(loading)).isEqualTo(new IdleVerdict("LOADING", "service", "idle: loading"));
        StandstillFacts light =
                new StandstillFacts(90, false, Optional.of("Cruise"), CycleState.HAUL, YesNo.UNKNOWN, YesNo.UNKNOWN);
        assertThat(rules.classify(light)).isEqualTo(new IdleVerdict("ROAD_WAIT", "traffic", "idle: road-wait"));
    }

    private String idleClass(double seconds, Optional<String> zoneType, boolean inferred) {
        return rules.classify(new StandstillFacts(
                        seconds, inferred, zoneType, CycleState.UNKNOWN, YesNo.UNKNOWN, YesNo.UNKNOWN))
                .idleClass();
    }

    @Test
    void aVisitTakesHalfAMinuteUnlessItsZoneAsksForMore() {
        assertThat(rules.judge(new VisitFacts("load", OptionalDouble.empty(), true, 30, 0)))
                .isEqualTo(new VisitVerdict(true, "zone-dwell: load"));
        assertThat(rules.judge(new VisitFacts("load", OptionalDouble.of(31), true, 30, 0))
                        .kind())
                .isEqualTo("pass-through");
        assertThat(rules.judge(new VisitFacts("unload", OptionalDouble.empty(), true, 0, 7201))
                        .kind())
                .isEqualTo("pass-through");
    }

    @Test
    void everyCandidateHasOneAnswer() {
        assertThat(rules.judge(new CycleFacts(CycleEnd.NEXT_LOAD, 1, true, false, false)))
                .isEqualTo(new CycleVerdict(true, Optional.empty(), List.of(), true, "cycle: complete"));
        assertThat(rules.judge(new CycleFacts(CycleEnd.GAP, 1, false, true, false)))
                .isEqualTo(new CycleVerdict(
                        false, Optional.of("GAP"), List.of("ENTRY_CENSORED", "WRONG_ZONE"), false, "cycle: gap"));
    }

    @Test
    void aSiteWithoutRowsOfItsOwnTakesThoseOfAny() {
        assertThat(rules.kpi("nowhere").overnight()).isEqualTo(Duration.ofHours(5));
        assertThat(rules.idle2019("nowhere"))
                .isEqualTo(new Idle2019Limits(Duration.ofMinutes(5), Duration.ofMinutes(30), 10, Duration.ofHours(24)));
    }

    @Test
    void manyThreadsGetTheAnswersOfOne() throws Exception {
        Rulebook fresh = RulesFolder.shelf(RulesFolder.SHIPPED).current();
        List<Verdict> expected = judgements(rules);
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            List<Callable<List<Verdict>>> tasks = Collections.nCopies(12, () -> judgements(fresh));
            for (Future<List<Verdict>> each : threads.invokeAll(tasks)) {
                assertThat(each.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<Verdict> judgements(Rulebook rulebook) {
        Random random = new Random(47);
        List<Verdict> verdicts = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            verdicts.add(rulebook.judge(
                    VehicleClass.values()[random.nextInt(5)],
                    ManoeuvreKind.values()[random.nextInt(2)],
                    random.nextDouble() * 3,
                    random.nextDouble() * 0.3));
        }
        return verdicts;
    }
}
