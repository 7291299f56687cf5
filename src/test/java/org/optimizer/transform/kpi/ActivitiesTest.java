package org.optimizer.transform.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.optimizer.model.Activity;
import org.optimizer.model.Cycle;
import org.optimizer.model.JudgedStandstill;
import org.optimizer.model.JudgedVisit;
import org.optimizer.model.KpiDay;
import org.optimizer.model.Rulebook;
import org.optimizer.model.Shift;
import org.optimizer.model.SiteCalendar;
import org.optimizer.model.Zone;
import org.optimizer.model.ZonePair;
import org.optimizer.rules.RulesFolder;
import org.optimizer.testing.Haulage;

class ActivitiesTest {
    private static final Offset<Double> EXACT = within(1e-9);
    private static final String MORNING = "2026-11-16T06:00:00Z";
    private static final SiteCalendar UTC = new SiteCalendar("quarry", ZoneOffset.UTC, List.of());

    @TempDir
    private Path temp;

    private static Activity of(Haulage haulage) {
        return of(haulage, UTC, RulesFolder.shipped());
    }

    private static Activity of(Haulage haulage, SiteCalendar calendar, Rulebook rulebook) {
        return Activities.of("t1", haulage.days(calendar.zone()), calendar, List.of(), List.of(), rulebook);
    }

    private Rulebook with(String figure, String value) {
        RulesFolder rules = RulesFolder.copyInto(temp);
        return rules.editCell("kpi.table.csv", figure, "value", value)
                .editCell("kpi.cases.csv", figure + "-figure", "value", value)
                .shelf()
                .current();
    }

    /** What came of each, in order: complete or the reason. */
    private static List<String> outcomes(Activity activity) {
        return activity.cycles().stream()
                .map(cycle -> cycle.reason().orElse("complete"))
                .toList();
    }

    private static KpiDay day(Activity activity) {
        return activity.days().get(0);
    }

    @ParameterizedTest
    @CsvSource({"pit pad, 1", "pit pad pit pad, 2", "pad pit pad, 1", "pad pit, 0", "pit pit pad pad, 1", "pit, 0"})
    void loadedTripsAreCountedAsIn2019(String places, int trips) {
        Haulage haulage = Haulage.from(MORNING).drive(5);
        for (String place : places.split(" ")) {
            haulage.visit(place, place.equals("pit") ? "load" : "unload").drive(10);
        }

        assertThat(day(of(haulage)).cycles2019()).isEqualTo(trips);
    }

    @Test
    void aCycleLastsFromOneLoadToTheNext() {
        Activity activity = of(Haulage.from(MORNING)
                .drive(5)
                .load("pit", 2, 4)
                .drive(10)
                .unload("pad", 1.5)
                .drive(8)
                .load("pit", 5)
                .drive(3));

        Cycle cycle = activity.cycles().get(0);
        assertThat(outcomes(activity)).containsExactly("complete", "GAP");
        assertThat(cycle.start()).isEqualTo("2026-11-16T06:05:00Z");
        assertThat(cycle.end()).isEqualTo("2026-11-16T06:35:00Z");
        assertThat(cycle.loadZone()).isEqualTo("pit");
        assertThat(cycle.unloadZone()).contains("pad");
        assertThat(cycle.loadS()).isEqualTo(510);
        assertThat(cycle.haulS()).isEqualTo(600);
        assertThat(cycle.unloadS()).isEqualTo(210);
        assertThat(cycle.returnS()).isEqualTo(480);
        assertThat(cycle.queueLoadS()).as("all but the longest standstill").isEqualTo(120);
        assertThat(cycle.queueUnloadS()).isZero();
        assertThat(cycle.loadedKm()).isCloseTo(5, EXACT);
        assertThat(cycle.emptyKm()).isCloseTo(4, EXACT);
        assertThat(cycle.distanceKm()).isCloseTo(30 * 22.5 / 60, EXACT);
        assertThat(cycle.measured()).isTrue();
        assertThat(cycle.flags()).isEmpty();
        assertThat(day(activity).cyclesComplete()).isEqualTo(1);
        assertThat(day(activity).cyclesIncomplete()).isEqualTo(Map.of("GAP", 1));
        assertThat(day(activity).loadedKm()).isCloseTo(5, EXACT);
    }

    @Test
    void loadToLoadIsNoCycle() {
        assertThat(outcomes(of(Haulage.from(MORNING).load("pit", 3).drive(9).load("other pit", 3))))
                .containsExactly("NO_UNLOAD");
    }

    @Test
    void unloadToUnloadMissedALoad() {
        Haulage haulage = Haulage.from(MORNING)
                .load("pit", 3)
                .drive(9)
                .unload("pad", 1)
                .drive(20)
                .unload("pad", 1)
                .drive(9)
                .load("pit", 3);

        Activity activity = of(haulage);
        assertThat(outcomes(activity)).containsExactly("SKIPPED_LOAD");
        assertThat(activity.cycles().get(0).end()).isEqualTo("2026-11-16T06:37:00Z");
    }

    @Test
    void severalPlacesForOneLoadAreOneCycleWhereTheRulesAllowThat() {
        Haulage haulage = Haulage.from(MORNING)
                .load("pit", 3)
                .drive(9)
                .unload("pad", 1)
                .drive(20)
                .unload("dump", 1)
                .drive(9)
                .load("pit", 3);

        Activity activity = of(haulage, UTC, with("multi-drop", "1"));
        assertThat(outcomes(activity)).containsExactly("complete");
        assertThat(activity.cycles().get(0).flags()).containsExactly("MULTI_DROP");
        assertThat(activity.cycles().get(0).haulS()).isEqualTo(29 * 60);
        assertThat(activity.cycles().get(0).unloadZone()).contains("pad");
    }

    @Test
    void whatGoesToAZoneThatIsNotItsPairIsFlagged() {
        Haulage haulage = Haulage.from(MORNING)
                .load("ore", 3)
                .drive(9)
                .unload("dump", 1)
                .drive(9)
                .load("waste", 3);
        haulage.drive(9).unload("dump", 1).drive(9).load("ore", 3);
        List<ZonePair> pairs = List.of(new ZonePair("quarry", "ore", "pad"));

        Activity activity =
                Activities.of("t1", haulage.days(ZoneOffset.UTC), UTC, pairs, List.of(), RulesFolder.shipped());
        assertThat(outcomes(activity)).containsExactly("complete", "complete");
        assertThat(activity.cycles().get(0).flags()).containsExactly("WRONG_ZONE");
        assertThat(activity.cycles().get(1).flags())
                .as("a load zone without pairs")
                .isEmpty();
    }

    @Test
    void aNightOutWithTheLoadAboardEndsACycle() {
        Haulage haulage = Haulage.from("2026-11-16T16:00:00Z")
                .load("pit", 3)
                .drive(9)
                .sleep(12 * 60)
                .drive(9)
                .unload("pad", 1)
                .drive(5);

        Activity activity = of(haulage);
        assertThat(outcomes(activity)).containsExactly("OVERNIGHT");
        assertThat(activity.cycles().get(0).end()).isEqualTo("2026-11-16T16:14:00Z");
        assertThat(activity.standstills())
                .extracting(JudgedStandstill::idleClass)
                .containsExactly("LOADING", "OVERNIGHT", "OVERNIGHT", "UNLOADING");
    }

    @Test
    void fiveHoursAreANightAndAMinuteLessIsNot() {
        assertThat(outcomes(of(
                        Haulage.from(MORNING).load("pit", 3).drive(9).stand(300).drive(1))))
                .containsExactly("OVERNIGHT");
        assertThat(outcomes(of(
                        Haulage.from(MORNING).load("pit", 3).drive(9).stand(299).drive(1))))
                .containsExactly("GAP");
    }

    @Test
    void aTruckThatSleptInThePitIsLoadedThereInTheMorning() {
        Haulage haulage = Haulage.from("2026-11-16T18:00:00Z").visit("pit", "load", 12 * 60, 4);

        Activity activity = of(haulage.drive(10).unload("pad", 2).drive(10).load("pit", 3));
        assertThat(activity.visits()).hasSize(3);
        assertThat(outcomes(activity)).containsExactly("complete");
        assertThat(activity.cycles().get(0).start()).isEqualTo("2026-11-17T06:01:00Z");
        assertThat(activity.cycles().get(0).flags()).containsExactly("ENTRY_CENSORED");
        assertThat(activity.cycles().get(0).measured()).isFalse();
    }

    @Test
    void theDepotEndsACycle() {
        Haulage haulage = Haulage.from(MORNING)
                .load("pit", 3)
                .drive(9)
                .unload("pad", 1)
                .drive(9)
                .visit("yard", "depot", 20);

        Activity activity = of(haulage);
        assertThat(outcomes(activity)).containsExactly("DEPOT");
        assertThat(activity.standstills())
                .extracting(JudgedStandstill::idleClass)
                .containsExactly("LOADING", "UNLOADING", "PARKED");
    }

    @Test
    void drivingPastTheDepotDoesNot() {
        assertThat(outcomes(of(Haulage.from(MORNING)
                        .load("pit", 3)
                        .drive(9)
                        .visit("yard", "depot")
                        .drive(9)
                        .unload("pad", 1)
                        .drive(9)
                        .load("pit", 3))))
                .containsExactly("complete");
    }

    private static SiteCalendar shifts(String zone, String... fromTo) {
        return new SiteCalendar(
                "quarry",
                ZoneId.of(zone),
                List.of(fromTo).stream()
                        .map(each -> new Shift(
                                "quarry",
                                each,
                                LocalTime.parse(each.substring(0, 5)),
                                LocalTime.parse(each.substring(6))))
                        .toList());
    }

    @Test
    void theEndOfTheShiftEndsACycleOnTheWay() {
        Haulage haulage = Haulage.from("2026-11-16T13:40:00Z")
                .load("pit", 3)
                .drive(30)
                .unload("pad", 1)
                .drive(30);
        SiteCalendar calendar = shifts("UTC", "06:00-14:00", "14:00-22:00");

        Activity activity = of(haulage, calendar, RulesFolder.shipped());
        assertThat(outcomes(activity)).containsExactly("SHIFT_END");
        assertThat(activity.cycles().get(0).end()).isEqualTo("2026-11-16T14:00:00Z");
        assertThat(activity.cycles().get(0).shift()).contains("06:00-14:00");
    }

    @Test
    void theEndOfTheShiftInAZoneEndsNoCycleWhereTheRulesSaySo() {
        Haulage haulage = Haulage.from("2026-11-16T13:58:00Z")
                .load("pit", 3)
                .drive(30)
                .unload("pad", 1)
                .drive(30);
        haulage.load("pit", 3);
        SiteCalendar calendar = shifts("UTC", "06:00-14:00", "14:00-22:00");

        assertThat(outcomes(of(haulage, calendar, with("span-shift", "1")))).containsExactly("complete");
        assertThat(outcomes(of(haulage, calendar, RulesFolder.shipped())))
                .as("the rest of the visit is the next shift's")
                .containsExactly("SHIFT_END", "complete");
    }

    @Test
    void nothingRecordedForMoreThanHalfAnHourEndsACycle() {
        assertThat(outcomes(of(Haulage.from(MORNING)
                        .load("pit", 3)
                        .drive(9)
                        .vanish(30.1)
                        .drive(9)
                        .unload("pad", 1)
                        .drive(9)
                        .load("pit", 3))))
                .containsExactly("GAP");
        assertThat(outcomes(of(Haulage.from(MORNING)
                        .load("pit", 3)
                        .drive(9)
                        .vanish(30)
                        .drive(9)
                        .unload("pad", 1)
                        .drive(9)
                        .load("pit", 3))))
                .containsExactly("complete");
    }

    @Test
    void aPhoneAsleepInTheZoneKeepsTheCycleWithAFlag() {
        Activity activity = of(Haulage.from(MORNING)
                .visitAsleep("pit", "load", 45)
                .drive(9)
                .unload("pad", 1)
                .drive(9)
                .load("pit", 3));

        assertThat(outcomes(activity)).containsExactly("complete");
        assertThat(activity.cycles().get(0).flags()).containsExactly("GAP_IN_ZONE");
        assertThat(activity.cycles().get(0).measured()).isFalse();
    }

    @Test
    void aPhoneAsleepForTwoHoursMakesAVisitAndForLongerNone() {
        assertThat(outcomes(of(Haulage.from(MORNING)
                        .visitAsleep("pit", "load", 120)
                        .drive(9)
                        .unload("pad", 1)
                        .drive(9)
                        .load("pit", 3))))
                .containsExactly("complete");
        Activity longer = of(Haulage.from(MORNING)
                .visitAsleep("pit", "load", 121)
                .drive(9)
                .unload("pad", 1)
                .drive(9)
                .load("pit", 3));
        assertThat(longer.cycles()).isEmpty();
        assertThat(longer.visits()).extracting(JudgedVisit::kind).containsExactly("pass-through", "visit", "visit");
        assertThat(longer.standstills().get(0).idleClass()).isEqualTo("STANDSTILL_UNKNOWN");
    }

    @Test
    void aCycleThatTakesTooLongIsNone() {
        Haulage haulage = Haulage.from(MORNING)
                .load("pit", 3)
                .drive(100)
                .unload("pad", 1)
                .drive(100)
                .load("pit", 3);
        List<String> knowingTheSite = Activities.of(
                        "t1",
                        haulage.days(ZoneOffset.UTC),
                        UTC,
                        List.of(),
                        List.of(),
                        OptionalDouble.of(3600),
                        RulesFolder.shipped())
                .cycles()
                .stream()
                .map(cycle -> cycle.reason().orElse("complete"))
                .toList();

        assertThat(outcomes(of(haulage))).containsExactly("complete");
        assertThat(knowingTheSite).as("three medians of an hour").containsExactly("TIMEOUT");
        assertThat(outcomes(of(Haulage.from(MORNING).load("pit", 3).drive(500))))
                .containsExactly("TIMEOUT");
    }

    @Test
    void aRecordingThatBeginsInThePitGivesACycleWithoutTimes() {
        Activity activity = of(Haulage.from(MORNING)
                .beginIn("pit", "load", 3)
                .drive(9)
                .unload("pad", 1)
                .drive(9)
                .load("pit", 3));

        assertThat(outcomes(activity)).containsExactly("complete");
        assertThat(activity.cycles().get(0).flags()).containsExactly("ENTRY_CENSORED");
        assertThat(activity.cycles().get(0).measured()).isFalse();
    }

    @Test
    void drivingThroughALoadZoneOpensNothing() {
        Haulage haulage = Haulage.from(MORNING)
                .load("pit", 3)
                .drive(9)
                .load("pit")
                .drive(2)
                .unload("pad", 1)
                .drive(9);

        Activity activity = of(haulage.load("pit", 3));
        assertThat(outcomes(activity)).containsExactly("complete");
        assertThat(day(activity).passThroughs()).isEqualTo(1);
    }

    @Test
    void fiftyPassesThroughTheLoadZoneAreNoCycle() {
        Haulage haulage = Haulage.from(MORNING);
        for (int pass = 0; pass < 50; pass++) {
            haulage.drive(2).load("pit").drive(2).unload("pad");
        }

        KpiDay day = day(of(haulage));
        assertThat(day.passThroughs()).isEqualTo(100);
        assertThat(day.cyclesComplete()).isZero();
        assertThat(day.cyclesIncomplete()).isEmpty();
    }

    @Test
    void parkedAtTheLoadForEightHoursIsAVisitAndNoCycle() {
        Activity activity = of(Haulage.from("2026-11-16T20:00:00Z").visit("pit", "load", 8 * 60));

        assertThat(activity.visits()).extracting(JudgedVisit::kind).containsExactly("visit");
        assertThat(activity.cycles()).isEmpty();
    }

    @Test
    void aZonesOwnDwellWins() {
        Haulage haulage = Haulage.from(MORNING)
                .load("pit", 3)
                .drive(9)
                .unload("pad", 1)
                .drive(9)
                .load("pit", 3);
        Zone slow = new Zone("1", "quarry", "pad", "unload", "", OptionalDouble.of(10), 0, OptionalDouble.of(61));

        assertThat(Activities.of(
                                "t1",
                                haulage.days(ZoneOffset.UTC),
                                UTC,
                                List.of(),
                                List.of(slow),
                                RulesFolder.shipped())
                        .visits())
                .extracting(JudgedVisit::kind)
                .containsExactly("visit", "pass-through", "visit");
    }

    @Test
    void cyclesMayBeginWhereTheTruckLeavesTheLoad() {
        Haulage haulage = Haulage.from(MORNING)
                .load("pit", 3)
                .drive(9)
                .unload("pad", 1)
                .drive(8)
                .load("pit", 4);

        Activity activity = of(haulage.drive(5), UTC, with("start-at-leave", "1"));
        Cycle cycle = activity.cycles().get(0);
        assertThat(outcomes(activity)).containsExactly("complete", "GAP");
        assertThat(cycle.start()).isEqualTo("2026-11-16T06:05:00Z");
        assertThat(cycle.end()).isEqualTo("2026-11-16T06:31:00Z");
        assertThat(List.of(cycle.loadS(), cycle.haulS(), cycle.unloadS(), cycle.returnS()))
                .containsExactly(360.0, 540.0, 180.0, 480.0);
    }

    @Test
    void breaksAreTakenOutOfThePhasesWhereTheRulesSaySo() {
        Haulage haulage = Haulage.from(MORNING)
                .load("pit", 3)
                .drive(9)
                .stand(20)
                .drive(2)
                .unload("pad", 1)
                .drive(8)
                .load("pit", 4);

        Cycle with = of(haulage).cycles().get(0);
        Cycle without = of(haulage, UTC, with("exclude-breaks", "1")).cycles().get(0);
        assertThat(with.haulS()).isEqualTo(31 * 60);
        assertThat(with.breakS()).isZero();
        assertThat(without.haulS()).isEqualTo(11 * 60);
        assertThat(without.breakS()).isEqualTo(20 * 60);
        assertThat(without.durationS()).isEqualTo(with.durationS());
    }

    @Test
    void whatAStandstillWasDependsOnWhereTheTruckIsInItsCycle() {
        Activity activity = of(Haulage.from(MORNING)
                .drive(2)
                .stand(2)
                .load("pit", 2, 5)
                .drive(4)
                .stand(2)
                .drive(4)
                .unload("pad", 1.2, 1.1)
                .stand(16)
                .drive(2)
                .visit("station", "fuel", 8)
                .drive(2)
                .load("pit", 3));

        assertThat(activity.standstills())
                .extracting(JudgedStandstill::idleClass)
                .containsExactly(
                        "STANDSTILL_UNKNOWN",
                        "QUEUE_LOAD",
                        "LOADING",
                        "ROAD_WAIT",
                        "UNLOADING",
                        "QUEUE_UNLOAD",
                        "BREAK",
                        "SERVICE_STOP",
                        "LOADING");
        assertThat(day(activity).countedS())
                .containsEntry("service", 5 * 60 + 72 + 8 * 60 + 180.0)
                .containsEntry("wait", 120 + 66.0);
    }

    @Test
    void aLowCoverageIsSaid() {
        KpiDay poor = day(of(Haulage.from(MORNING).drive(60).vanish(12).drive(7)));
        KpiDay good = day(of(Haulage.from(MORNING).drive(60).vanish(11).drive(7)));

        assertThat(poor.coverage()).isCloseTo(67 / 79.0, EXACT);
        assertThat(poor.shown()).isFalse();
        assertThat(good.shown()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"2026-10-24, 9", "2026-03-28, 7", "2026-11-16, 8"})
    void aNightShiftLastsAsLongAsTheClocksLetIt(LocalDate day, int hours) {
        SiteCalendar calendar = shifts("Europe/Paris", "22:00-06:00");

        assertThat(calendar.shiftsOf(day).findFirst().orElseThrow().durationS()).isEqualTo(hours * 3600.0);
        assertThat(calendar.shiftAt(
                        day.plusDays(1).atTime(5, 59).atZone(calendar.zone()).toInstant()))
                .map(SiteCalendar.WorkedShift::day)
                .contains(day);
        assertThat(calendar.shiftAt(
                        day.plusDays(1).atTime(6, 0).atZone(calendar.zone()).toInstant()))
                .isEmpty();
    }

    @Test
    void aCycleOverTheChangeOfTheClocksLastsAsLongAsItLasted() {
        Haulage haulage = Haulage.from("2026-10-25T00:30:00Z")
                .load("pit", 3)
                .drive(60)
                .unload("pad", 1)
                .drive(60);

        Cycle cycle = of(haulage.load("pit", 3), shifts("Europe/Paris", "22:00-06:00"), RulesFolder.shipped())
                .cycles()
                .get(0);
        assertThat(cycle.durationS()).isEqualTo(8 * 60 + 120 * 60);
        assertThat(cycle.shift()).contains("22:00-06:00");
    }

    /** A week of everything that may happen, in an order that the seed decides. */
    private static Haulage week(long seed) {
        Random random = new Random(seed);
        Haulage haulage = Haulage.from("2026-10-23T04:10:00Z").drive(5);
        for (int step = 0; step < 250; step++) {
            double minutes = 1.1 + random.nextInt(240) / 10.0;
            switch (random.nextInt(24)) {
                case 0 -> haulage.vanish(minutes * 3);
                case 1 -> haulage.sleep(minutes * 8);
                case 2 -> haulage.stand(minutes * 15);
                case 3 -> haulage.visit("yard", "depot", minutes);
                case 4 -> haulage.visitAsleep("pit", "load", minutes * 6);
                case 5 -> haulage.load("pit");
                case 6, 7 -> haulage.stand(minutes);
                case 8, 9, 10, 11, 12 -> haulage.load(random.nextBoolean() ? "pit" : "face", minutes, 1 + minutes / 3);
                case 13, 14, 15, 16, 17 -> haulage.unload("pad", minutes / 2);
                default -> haulage.drive(minutes);
            }
            haulage.drive(2);
        }
        return haulage;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void phasesOfEveryCycleSumToItsTime(long seed) {
        for (Rulebook rulebook : List.of(RulesFolder.shipped(), with("exclude-breaks", "1"))) {
            List<Cycle> cycles = of(week(seed), shifts("Africa/Abidjan", "06:00-18:00", "18:00-06:00"), rulebook)
                    .cycles();
            assertThat(cycles).hasSizeGreaterThan(20).allSatisfy(cycle -> assertThat(
                            cycle.loadS() + cycle.haulS() + cycle.unloadS() + cycle.returnS())
                    .isCloseTo(cycle.workedS(), EXACT));
            for (int next = 1; next < cycles.size(); next++) {
                assertThat(cycles.get(next).start())
                        .isAfterOrEqualTo(cycles.get(next - 1).end());
            }
        }
    }

    /** The same week at sites whose midnights fall elsewhere: what is split there must not be lost. */
    @ParameterizedTest
    @ValueSource(strings = {"Europe/Paris", "America/Lima", "Asia/Kolkata", "Pacific/Auckland"})
    void nothingIsLostWhereMidnightSplitsIt(String zone) {
        for (long seed = 1; seed <= 6; seed++) {
            Activity here = of(week(seed));
            Activity there =
                    of(week(seed), new SiteCalendar("quarry", ZoneId.of(zone), List.of()), RulesFolder.shipped());
            assertSame(total(here, KpiDay::standstillS), total(there, KpiDay::standstillS));
            assertSame(total(here, KpiDay::countedS), total(there, KpiDay::countedS));
            for (ToDoubleFunction<KpiDay> figure : List.<ToDoubleFunction<KpiDay>>of(
                    KpiDay::distanceKm,
                    KpiDay::movingS,
                    KpiDay::loadedKm,
                    KpiDay::emptyKm,
                    KpiDay::cyclesComplete,
                    KpiDay::cycles2019,
                    KpiDay::passThroughs,
                    KpiDay::trackH)) {
                assertThat(sum(there, figure)).isCloseTo(sum(here, figure), EXACT);
            }
            assertThat(outcomes(there)).isEqualTo(outcomes(here));
            assertThat(there.visits()).hasSameSizeAs(here.visits());
        }
    }

    private static double sum(Activity activity, ToDoubleFunction<KpiDay> figure) {
        return activity.days().stream().mapToDouble(figure).sum();
    }

    private static Map<String, Double> total(Activity activity, Function<KpiDay, Map<String, Double>> figures) {
        Map<String, Double> total = new HashMap<>();
        activity.days()
                .forEach(day -> figures.apply(day).forEach((name, value) -> total.merge(name, value, Double::sum)));
        return total;
    }

    private static void assertSame(Map<String, Double> expected, Map<String, Double> found) {
        assertThat(found.keySet()).isEqualTo(expected.keySet());
        expected.forEach((name, value) -> assertThat(found.get(name)).as(name).isCloseTo(value, EXACT));
    }

    @Test
    void fourMinutesInsteadOfFiveMoveTheIdleHoursOf2019() {
        Haulage haulage =
                Haulage.from(MORNING).drive(30).stand(4.5).drive(30).stand(3).drive(1);
        Rulebook four = RulesFolder.copyInto(temp)
                .editCell("idle-2019.table.csv", "every-site", "longer_than_min", "4")
                .editCell("idle-2019.cases.csv", "all-sites", "longer_than_min", "4")
                .shelf()
                .current();

        assertThat(day(of(haulage)).idle2019H()).isZero();
        assertThat(day(of(haulage, UTC, four)).idle2019H()).isCloseTo(4.5 / 60, EXACT);
    }

    @Test
    void aSiteMayHaveLimitsOfItsOwn() {
        Haulage haulage =
                Haulage.from(MORNING).drive(30).stand(4.5).drive(30).stand(3).drive(1);
        RulesFolder rules = RulesFolder.copyInto(temp);
        rules.write("idle-2019.table.csv", rules.text("idle-2019.table.csv") + "quarry,quarry,4,30,10,24,\n")
                .write("idle-2019.cases.csv", rules.text("idle-2019.cases.csv") + "quarry,quarry,quarry,4,30,10,24,\n");

        assertThat(day(of(haulage, UTC, rules.shelf().current())).idle2019H()).isCloseTo(4.5 / 60, EXACT);
    }

    @Test
    void noDaysGiveNothing() {
        assertThat(Activities.of("t1", List.of(), UTC, List.of(), List.of(), RulesFolder.shipped()))
                .isEqualTo(new Activity(List.of(), List.of(), List.of(), List.of()));
    }
}
