package org.optimizer.transform.sanity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.optimizer.model.Driver;
import org.optimizer.model.DriverScore;
import org.optimizer.model.DriverWeek;
import org.optimizer.model.IntakeCount;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.Language;
import org.optimizer.model.Mark;
import org.optimizer.model.MarkKind;
import org.optimizer.model.Reason;
import org.optimizer.model.SanityData.Driven;
import org.optimizer.model.SanityData.LogIn;
import org.optimizer.model.SanityData.NotFetched;
import org.optimizer.model.SanityFinding;
import org.optimizer.model.SanityTally;
import org.optimizer.model.VehicleClass;

/** Each kind of finding with the shipped rules, on the edge: here it is one, there it is none. */
class SanityReportTest {
    private final SiteWeek week = new SiteWeek();

    @Test
    void aWeekInWhichNothingIsMissingHasNoFinding() {
        assertThat(week.findings()).isEmpty();
    }

    @Test
    void aVehicleThatSentNothingWhileTheFleetDroveHasNoTrack() {
        week.silent("t1", 0, 1, 2, 3, 4);
        week.nobodyLogsInOn("t1");
        week.noTripOf("d1");

        SanityFinding finding = week.report().findings().get(0);
        assertThat(SiteWeek.text(finding)).isEqualTo("t1 no-track serious 5.0");
        assertThat(finding.action()).isEqualTo("check-charger");
        assertThat(finding.beside()).as("days with a log-in").isZero();
        assertThat(finding.lastFixAt()).as("since when").isPresent();
        assertThat(week.findings()).noneMatch(text -> text.startsWith("t1 ") && !text.contains("no-track"));
    }

    @Test
    void onASiteThatStoodStillNobodyHasNoTrack() {
        for (int truck = 1; truck <= SiteWeek.TRUCKS; truck++) {
            week.silent("t" + truck, 0, 1, 2, 3, 4);
            week.nobodyLogsInOn("t" + truck);
        }
        assertThat(week.findings()).noneMatch(text -> text.contains(" no-track ") || text.contains("silent"));
    }

    /** A provider that lost a whole week would look like a site that stood still, were it not for the weeks before. */
    @Test
    void onASiteThatStoodStillEachVehicleIsFarBelowItsUsual() {
        for (int truck = 1; truck <= SiteWeek.TRUCKS; truck++) {
            week.silent("t" + truck, 0, 1, 2, 3, 4);
            week.nobodyLogsInOn("t" + truck);
        }
        assertThat(week.findings())
                .filteredOn(text -> text.contains("below-usual warning 0.0"))
                .hasSize(5);
    }

    @Test
    void daysWithoutATrackAreFoundWhereNobodyHadLoggedIn() {
        week.silent("t1", 1, 2);
        week.logIns.removeIf(
                each -> each.vehicleId().equals("t1") && SiteWeek.days(1, 2).contains(each.day()));
        assertThat(week.findings()).containsExactly("t1 silent-days warning 2.0");
        assertThat(week.report().findings().get(0).details()).containsExactly("2026-11-17", "2026-11-18");
    }

    @Test
    void aDayOnWhichHalfOfTheFleetDroveIsNoDayOfTheFleet() {
        for (int truck = 1; truck <= 3; truck++) {
            week.silent("t" + truck, 4);
        }
        week.logIns.removeIf(each -> each.day().equals(SiteWeek.day(4)));
        assertThat(week.findings()).isEmpty();
    }

    @Test
    void aLogInWithoutATrackIsFoundAndADayIsTheOneOrTheOther() {
        week.silent("t1", 2);
        assertThat(week.findings()).containsExactly("t1 log-in-without-track warning 1.0");
        assertThat(week.report().findings().get(0).details()).containsExactly("2026-11-18");
    }

    @Test
    void aVehicleThatStoodAllDayWithItsPhoneOnIsNotSilent() {
        week.driven.removeIf(each -> each.vehicleId().equals("t1") && each.day().equals(SiteWeek.day(2)));
        assertThat(week.findings()).isEmpty();
    }

    @Test
    void kilometresWithoutADriverAreFoundFromATwentiethOn() {
        week.silent("t1", 0);
        week.logIns.removeIf(each -> each.vehicleId().equals("t1") && each.day().equals(SiteWeek.day(0)));
        week.drives("t1", Optional.empty(), SiteWeek.day(0), 21, 8 * 3600);
        assertThat(week.findings()).as("21 of 421 km").isEmpty();

        week.drives("t1", Optional.empty(), SiteWeek.day(0), 0.06, 60);
        assertThat(week.findings()).as("21.06 of 421.06 km").containsExactly("t1 no-log-in info 0.05");
    }

    @Test
    void aVehicleThatWasMovedAboutNeedsNoLogIn() {
        week.silent("t1", 0, 1, 2, 3, 4);
        week.nobodyLogsInOn("t1");
        week.noTripOf("d1");
        week.drives("t1", Optional.empty(), SiteWeek.day(0), 4.9, 3600);
        assertThat(week.findings()).noneMatch(text -> text.startsWith("t1 no-log-in"));
    }

    @Test
    void aLogInOnAVehicleThatNobodyKnowsIsFound() {
        week.logIns.add(new LogIn("t99", "d1", SiteWeek.day(0), false));
        assertThat(week.findings()).containsExactly("t99 unknown-device warning 1.0");
    }

    @Test
    void zonesThatNobodyEnteredAreFoundOnlyWhereThereAreZones() {
        week.visited.removeIf(each -> each.vehicleId().equals("t1"));
        assertThat(week.findings()).containsExactly("t1 no-zone-visit warning 5.0", "d1 driver-no-zone-visit info 5.0");
        week.hasZones = false;
        assertThat(week.findings()).isEmpty();
    }

    @Test
    void aDriverWhoDroveTwoDaysNeedsNoZoneYet() {
        week.visited.removeIf(each -> each.driverId().filter("d1"::equals).isPresent());
        week.driven.removeIf(each -> each.driverId().filter("d1"::equals).isPresent()
                && SiteWeek.days(2, 3, 4).contains(each.day()));
        assertThat(week.findings()).noneMatch(text -> text.contains("driver-no-zone-visit"));
    }

    @Test
    void farLessThanUsualIsFoundBelowSixTenthsOfTheMedian() {
        week.silent("t1", 3, 4);
        week.logIns.removeIf(
                each -> each.vehicleId().equals("t1") && SiteWeek.days(3, 4).contains(each.day()));
        assertThat(week.findings()).as("24 of 40 h").containsExactly("t1 silent-days warning 2.0");

        week.driven.removeIf(each -> each.vehicleId().equals("t1") && each.day().equals(SiteWeek.day(2)));
        assertThat(week.findings())
                .as("16 of 40 h")
                .containsExactly("t1 silent-days warning 2.0", "t1 below-usual info 0.4");
    }

    @Test
    void whatIsUsualIsTheMedianAndNeedsThreeWeeks() {
        week.driven.removeIf(
                each -> each.vehicleId().equals("t1") && each.day().isBefore(SiteWeek.MONDAY.minusWeeks(2)));
        week.driven.removeIf(
                each -> each.vehicleId().equals("t1") && !each.day().isBefore(SiteWeek.day(1)));
        assertThat(week.findings()).as("two weeks before").noneMatch(text -> text.contains("below-usual"));

        week.drives("t1", Optional.of("d1"), SiteWeek.MONDAY.minusWeeks(3), 100, 200 * 3600);
        SanityFinding finding = week.report().findings().stream()
                .filter(each -> each.kind().code().equals("below-usual"))
                .findFirst()
                .orElseThrow();
        assertThat(finding.beside()).as("median of 40, 40 and 200 h").isEqualTo(40);
        assertThat(finding.found()).isEqualTo(0.2);
    }

    @Test
    void clocksThatAreWrongAreFoundFromAThousandthOn() {
        week.notes.put("t1", Map.of("impossible-time", 99));
        assertThat(week.findings()).isEmpty();
        week.notes.put("t1", Map.of("impossible-time", 100));
        assertThat(week.findings()).containsExactly("t1 clock info 0.001");
    }

    /** What the gate at the door keeps out never becomes a note of the day. */
    @Test
    void fixesThatWereNotLetInCountWithThoseThatWereRemarkedUpon() {
        week.notes.put("t1", Map.of("impossible-time", 2000));
        week.rejects.put("t1", Map.of("future-time", 3000, "impossible-position", 2000, "unreadable", 5));
        assertThat(week.findings()).as("5000 of 105 005").containsExactly("t1 clock info 0.048");
        week.rejects.put("t1", Map.of("future-time", 4000));
        assertThat(week.findings()).containsExactly("t1 clock warning 0.058");
    }

    @Test
    void wrongFixesOfAllKindsAreAddedUp() {
        week.notes.put("t1", Map.of("impossible-position", 999, "position-spike", 1000));
        assertThat(week.findings()).isEmpty();
        week.notes.put(
                "t1", Map.of("impossible-position", 4000, "frozen-speed", 3000, "wrong-unit", 3000, "unheard-of", 9));
        assertThat(week.findings()).containsExactly("t1 bad-fixes warning 0.1");
    }

    @Test
    void aSecondPhoneAndMockLocationsAreFound() {
        week.notes.put("t1", Map.of("second-recording", 4999, "mock-location", 9));
        assertThat(week.findings()).isEmpty();
        week.notes.put("t1", Map.of("second-recording", 5000, "mock-location", 10));
        assertThat(week.findings()).containsExactly("t1 second-recording warning 0.05", "t1 mock-location serious 0.0");
    }

    @Test
    void slowRecordingIsFoundByKilometre() {
        spread("t1", 2.4);
        assertThat(week.findings()).isEmpty();
        spread("t1", 5);
        assertThat(week.findings()).containsExactly("t1 slow-sampling warning 5.0");
    }

    /** All of a truck's trips of the week with so many seconds between two fixes. */
    private void spread(String truck, double seconds) {
        List<Driven> slow = week.driven.stream()
                .filter(each -> each.vehicleId().equals(truck) && !each.day().isBefore(SiteWeek.MONDAY))
                .toList();
        week.driven.removeAll(slow);
        slow.forEach(each -> week.driven.add(new Driven(
                each.vehicleId(), each.driverId(), each.day(), each.km(), each.recordedS(), each.km() * seconds)));
    }

    @Test
    void daysThatTheProviderDidNotGiveAreFound() {
        week.notFetched.put("t1", new NotFetched(Set.of(), Optional.of("long over")));
        assertThat(week.findings()).isEmpty();
        week.notFetched.put("t1", new NotFetched(SiteWeek.days(4, 3), Optional.of("answered 503")));
        assertThat(week.findings()).containsExactly("t1 fetch-problem warning 2.0");
        assertThat(week.report().findings().get(0).details())
                .containsExactly("2026-11-19", "2026-11-20", "answered 503");
    }

    @Test
    void rejectedAndHeldFixesCountTogether() {
        week.intake.put("t1", new IntakeCount(9910, 0, 0, 50, 40, 0));
        assertThat(week.findings()).isEmpty();
        week.intake.put("t1", new IntakeCount(9000, 0, 0, 600, 400, 0));
        assertThat(week.findings()).containsExactly("t1 rejects warning 0.1");
    }

    @Test
    void rejectsThatAWrongClockExplainsAreSaidOnce() {
        week.rejects.put("t1", Map.of("future-time", 20_000));
        week.intake.put("t1", new IntakeCount(80_000, 0, 0, 20_000, 0, 0));
        assertThat(week.findings()).containsExactly("t1 clock warning 0.167");
    }

    @Test
    void fixesOutOfHoursAreFoundFromThreeTenthsOn() {
        week.intake.put("t1", new IntakeCount(71, 0, 0, 0, 0, 29));
        assertThat(week.findings()).isEmpty();
        week.intake.put("t1", new IntakeCount(70, 0, 0, 0, 0, 30));
        assertThat(week.findings()).containsExactly("t1 off-hours info 0.3");
        week.intake.put("t1", new IntakeCount(0, 0, 0, 0, 0, 0));
        assertThat(week.findings()).as("nothing received").isEmpty();
    }

    @Test
    void aDriverWithoutATripIsFoundAndMattersMoreWhereHeUsuallyDrives() {
        week.noTripOf("d1");
        week.drives("t1", Optional.of("d2"), SiteWeek.day(0), 400, 40 * 3600);
        assertThat(week.findings()).containsExactly("d1 driver-no-track warning 4.0");
        assertThat(week.report().findings().get(0).beside())
                .as("days on which he logged in all the same")
                .isEqualTo(5);

        week.driven.removeIf(each -> each.driverId().filter("d1"::equals).isPresent()
                && !each.day().isBefore(SiteWeek.MONDAY.minusWeeks(2)));
        assertThat(week.findings()).contains("d1 driver-no-track info 2.0");
    }

    @Test
    void aDriverWhoNeverLoggedInDrivesOnAnOldLogIn() {
        week.logIns.removeIf(each -> each.driverId().equals("d1"));
        week.logIns.add(new LogIn("t1", "d2", SiteWeek.day(0), true)); // the truck itself is logged in on
        assertThat(week.findings()).containsExactly("d1 driver-no-log-in warning 5.0");
    }

    @Test
    void aMissingTelephoneNumberMattersForThoseWhoDrive() {
        week.drivers.set(0, new Driver("d1", "q", "Driver 1", Optional.empty(), Language.FR));
        assertThat(week.findings()).containsExactly("d1 driver-no-phone warning 1.0");

        week.drivers.add(new Driver("d9", "q", "Left long ago", Optional.empty(), Language.FR));
        assertThat(week.findings())
                .filteredOn(text -> text.startsWith("d9"))
                .containsExactly("d9 driver-no-track info 0.0");
    }

    @Test
    void aDriverWhomTheSiteDoesNotKnowIsFoundByHisLogInsAndTrips() {
        week.drivers.remove(4);
        assertThat(week.findings()).containsExactly("d5 unknown-driver warning 5.0");
    }

    @Test
    void whoIsNotScoredIsFoundWithTheReason() {
        week.scores = Optional.of(List.of(
                score("d1", Optional.empty(), new Reason("no-speed-data", 0, 0.8, "r")),
                score("d2", Optional.of("61.20"), new Reason("too-few-km", 96.4, 150, "r")),
                score("d3", Optional.of("70.00"))));
        assertThat(week.findings())
                .containsExactly("d1 driver-not-scored warning 2.0", "d2 driver-not-scored info 1.0");
        SanityFinding unranked = week.report().findings().get(1);
        assertThat(unranked.contestId()).contains("c");
        assertThat(unranked.details()).containsExactly("too-few-km:96.4:150.0");
    }

    @Test
    void driversAreCountedByWhatTheyHaveAndLack() {
        week.drivers.set(0, new Driver("d1", "q", "Driver 1", Optional.empty(), Language.FR));
        week.noTripOf("d2");
        week.logIns.removeIf(each -> each.driverId().equals("d3"));
        week.visited.removeIf(each -> each.vehicleId().equals("t4"));
        week.drivers.add(new Driver("d9", "q", "Drives elsewhere", Optional.empty(), Language.FR));
        week.scores = Optional.of(List.of(
                score("d1", Optional.of("61.20")),
                score("d3", Optional.empty(), new Reason("no-distance", 0, 1, "r"))));

        assertThat(counts())
                .containsEntry("log-in", "4 1")
                .containsEntry("track", "4 1")
                .containsEntry("zone-visit", "4 1")
                .containsEntry("phone", "4 1")
                .containsEntry("score", "1 4")
                .containsEntry("acceleration", "1 4")
                .containsEntry("deceleration", "0 5")
                .containsEntry("ranked", "1 4")
                .hasSize(9);
    }

    @Test
    void beforeTheScoringOnlyLogsAreCounted() {
        week.hasZones = false;
        assertThat(counts()).containsOnlyKeys("log-in", "track", "phone");
    }

    private Map<String, String> counts() {
        return week.report().tallies().stream()
                .collect(Collectors.toMap(SanityTally::thing, tally -> tally.have() + " " + tally.lack()));
    }

    private static DriverScore score(String driver, Optional<String> score, Reason... reasons) {
        LocalDate monday = SiteWeek.MONDAY;
        DriverWeek facts = new DriverWeek(
                driver, IsoWeek.of(monday), VehicleClass.TIPPER, 100, 5, 5, 1, Map.of(), 0, 0, 0, 0, 0, Map.of());
        return new DriverScore(
                "c",
                facts,
                score.isPresent() ? List.of(new Mark(MarkKind.ACCELERATION, 60, 1, List.of())) : List.of(),
                score.map(BigDecimal::new),
                Optional.empty(),
                score.isPresent() && reasons.length == 0,
                List.of(reasons),
                "rules");
    }
}
