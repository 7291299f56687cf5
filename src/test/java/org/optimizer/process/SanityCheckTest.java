package org.optimizer.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.optimizer.config.EdgesTest;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.Language;
import org.optimizer.model.SanityEntry;
import org.optimizer.model.SanityRun;
import org.optimizer.web.PagesWords;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** Checks on the real tables: what they read, what they keep, and what people may say about it. */
@EdgesTest
class SanityCheckTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);
    private static final LocalDate SUNDAY = MONDAY.plusDays(6);
    private static final String WEEK = MONDAY + "/" + SUNDAY;
    private static final int TRUCKS = 4;

    @Autowired
    private ProducerTemplate camel;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private CheckedSite site;

    @BeforeEach
    void aQuarryWhereNothingIsMissing() {
        site = new CheckedSite(
                camel,
                jdbc,
                transactions,
                Optional.empty(),
                new SanitySettings(List.of(), "x@example.org", Language.FR));
        site.clear();
        site.found(TRUCKS, MONDAY);
        for (int week = 0; week <= 8; week++) {
            site.drive(TRUCKS, MONDAY.minusWeeks(week));
        }
        site.fetched(TRUCKS, MONDAY.minusWeeks(8), SUNDAY);
        site.clock.now = Instant.parse("2026-11-23T04:00:00Z");
    }

    @AfterEach
    void clear() {
        site.clear();
    }

    private List<String> open() {
        return site.desk.report(CheckedSite.SITE, Optional.empty()).open().stream()
                .map(SanityCheckTest::text)
                .toList();
    }

    private static String text(SanityEntry entry) {
        return entry.finding().subjectId() + " " + entry.finding().kind().code() + " "
                + entry.finding().severity().code();
    }

    private void at(String instant) {
        site.clock.now = Instant.parse(instant);
    }

    private static final String TRUCK = CheckedSite.truck(1);

    private void loseTheWeekOf(String truck) {
        for (String table : List.of("trip", "trace_day", "day_facts", "zone_visit")) {
            jdbc.update("delete from " + table + " where vehicle_id = ? and site_day >= ?", truck, MONDAY);
        }
        jdbc.update("delete from badge where vehicle_id = ? and badged_at >= ?", truck, MONDAY.atStartOfDay());
    }

    @Test
    void aSiteWhereNothingIsMissingHasNoFindingAndACountForItsContest() {
        assertThat(site.check.check("all", WEEK)).isZero();
        SanityDesk.Report report = site.desk.report(CheckedSite.SITE, Optional.empty());
        assertThat(report.open()).isEmpty();
        assertThat(report.runs()).singleElement().satisfies(run -> {
            assertThat(run.first()).isEqualTo(MONDAY);
            assertThat(run.last()).isEqualTo(SUNDAY);
        });
        assertThat(report.tallies().values()).singleElement().satisfies(tallied -> assertThat(tallied.tallies())
                .extracting(tally -> tally.thing() + " " + tally.have() + " " + tally.lack())
                .containsExactly("log-in 4 0", "track 4 0", "zone-visit 4 0", "phone 4 0"));
    }

    @Test
    void everyFigureComesFromItsTable() {
        loseTheWeekOf(TRUCK);
        String other = CheckedSite.truck(2);
        jdbc.update("update trip set driver_id = null where vehicle_id = ? and site_day = ?", other, MONDAY);
        jdbc.update("update trip set median_interval_s = 6 where vehicle_id = ? and site_day >= ?", other, MONDAY);
        jdbc.update("delete from zone_visit where vehicle_id = ?", other);
        jdbc.update(
                "insert into data_note (vehicle_id, site_day, ordinal, kind, dropped, fix_count) values (?, ?, 0,"
                        + " 'impossible-time', true, 20000)",
                other,
                MONDAY);
        jdbc.update(
                "insert into etl_run (source, vehicle_id, from_day, to_day, started_at, ended_at, duration_ms, rows_read,"
                        + " rows_loaded, rows_unchanged, rows_rejected, rows_held, rows_off_hours) values"
                        + " ('mycartracks', ?, ?, ?, '2026-11-17 03:00:00', '2026-11-17 03:00:00', 1, 100, 20, 0, 20, 20, 40)",
                other,
                MONDAY,
                MONDAY);
        jdbc.update(
                "insert into etl_run (source, vehicle_id, from_day, to_day, started_at, ended_at, duration_ms, rows_read,"
                        + " rows_loaded, rows_unchanged, rows_rejected) values"
                        + " ('make-facts', ?, ?, ?, '2026-11-17 03:00:00', '2026-11-17 03:00:00', 1, 100, 0, 0, 999)",
                CheckedSite.truck(3),
                MONDAY,
                MONDAY);
        jdbc.update("delete from fetched_day where vehicle_id = ? and site_day >= ?", other, MONDAY.plusDays(5));
        jdbc.update(
                "insert into reject (reject_id, source, vehicle_id, reason, fix_at, fix_count, received_at,"
                        + " last_received_at, state) values ('sanity-1', 'mycartracks', ?, 'impossible-position',"
                        + " '2026-11-17 06:00:00', 40000, '2026-11-18 03:00:00', '2026-11-18 03:00:00', 'NEW')",
                CheckedSite.truck(0));
        jdbc.update(
                "insert into badge (vehicle_id, badged_at, driver_id) values ('sanity-t9', '2026-11-17 05:00:00', ?)",
                CheckedSite.driver(0));
        jdbc.update(
                "insert into badge_aside (vehicle_ref, driver_ref, badged_at, reason, source, seen_at) values"
                        + " (?, 'stranger', '2026-11-21 05:00:00', 'unknown-driver', 'inbox', '2026-11-21 06:00:00')",
                CheckedSite.truck(3));
        jdbc.update("update driver set phone = null where driver_id = ?", CheckedSite.driver(3));

        site.check.check("all", WEEK);

        assertThat(open())
                .containsExactlyInAnyOrder(
                        TRUCK + " no-track serious",
                        CheckedSite.truck(0) + " bad-fixes warning",
                        other + " no-log-in info",
                        other + " slow-sampling warning",
                        other + " no-zone-visit warning",
                        other + " clock warning",
                        other + " rejects warning",
                        other + " off-hours info",
                        other + " fetch-problem warning",
                        "sanity-t9 unknown-device warning",
                        CheckedSite.truck(3) + " log-in-without-track warning",
                        CheckedSite.driver(1) + " driver-no-track warning",
                        CheckedSite.driver(2) + " driver-no-zone-visit info",
                        CheckedSite.driver(3) + " driver-no-phone warning",
                        "stranger unknown-driver warning");
    }

    @Test
    void whatIsFoundAgainKeepsItsFirstDayAndIsGoneWhenTheDataCome() {
        loseTheWeekOf(TRUCK);
        site.check.check("all", WEEK);
        at("2026-11-23T09:00:00Z");
        site.check.check("all", WEEK);

        SanityEntry entry =
                site.desk.report(CheckedSite.SITE, Optional.empty()).open().get(0);
        assertThat(entry.firstSeen()).isEqualTo("2026-11-23T04:00:00Z");
        assertThat(entry.lastSeen()).isEqualTo("2026-11-23T09:00:00Z");
        assertThat(site.ledger.listRuns(CheckedSite.SITE, 9))
                .extracting(SanityRun::findings, SanityRun::fresh, SanityRun::gone)
                .containsExactly(tuple(2, 0, 0), tuple(2, 2, 0));

        for (int day = 0; day < 5; day++) {
            site.drive(TRUCK, CheckedSite.driver(1), MONDAY.plusDays(day));
        }
        site.flush();
        at("2026-11-23T12:00:00Z");
        site.check.check("all", WEEK);

        assertThat(open()).isEmpty();
        SanityDesk.History history = site.desk.history(CheckedSite.SITE, TRUCK);
        assertThat(history.entries()).singleElement().satisfies(gone -> assertThat(gone.goneAt())
                .contains(Instant.parse("2026-11-23T12:00:00Z")));
        assertThat(history.past()).hasSize(2);
    }

    @Test
    void olderDaysThanWereCheckedBeforeChangeNothingOfWhatIsOpen() {
        loseTheWeekOf(TRUCK);
        site.check.check("all", WEEK);
        List<String> before = open();

        site.check.check("all", MONDAY.minusWeeks(1) + "/" + MONDAY.minusDays(1));

        assertThat(open()).isEqualTo(before).isNotEmpty();
        assertThat(site.ledger.listRuns(CheckedSite.SITE, 1)).singleElement().satisfies(run -> assertThat(run.gone())
                .isZero());
    }

    @Test
    void daysThatAreNotOverYetAreNotLookedAt() {
        at("2026-11-18T04:00:00Z");
        site.check.check("all", "2026-11-16/2026-11-18");
        assertThat(site.ledger.listRuns(CheckedSite.SITE, 1)).singleElement().satisfies(run -> assertThat(run.last())
                .isEqualTo("2026-11-17"));
    }

    @Test
    void vehiclesOutOfTheScopeAreLeftAlone() {
        loseTheWeekOf(TRUCK);
        site.check.check("all", WEEK);
        jdbc.update("delete from contest_vehicle where vehicle_id = ?", TRUCK);

        site.check.check(CheckedSite.CONTEST, WEEK);

        assertThat(open()).contains(TRUCK + " no-track serious");
    }

    @Test
    void aVehicleThatCouldNotBeFetchedSaysWhyInTheProvidersWords() {
        jdbc.update("delete from fetched_day where vehicle_id = ? and site_day >= ?", TRUCK, SUNDAY);
        for (String[] whose : new String[][] {{TRUCK, "answered 503; try again"}, {"", "refused the token"}}) {
            jdbc.update(
                    "insert into fetch_problem (vehicle_id, source, from_day, to_day, attempts, message, since, last_at)"
                            + " values (?, 'mycartracks', ?, ?, 3, ?, '2026-11-23 03:00:00', '2026-11-23 03:10:00')",
                    whose[0],
                    SUNDAY,
                    SUNDAY,
                    whose[1]);
        }
        site.check.check("all", WEEK);

        SanityEntry entry =
                site.desk.report(CheckedSite.SITE, Optional.empty()).open().get(0);
        assertThat(entry.finding().details()).containsExactly(SUNDAY.toString(), "answered 503, try again");
        assertThat(new SanityWords(PagesWords.source(), Locale.ENGLISH).found(entry.finding(), CheckedSite.ZONE))
                .isEqualTo("1 day that the provider did not give: Sun 22 Nov, answered 503, try again");
    }

    @Test
    void daysBeforeTheFirstFetchOfAllAreNobodysProblem() {
        jdbc.update("delete from fetched_day where site_day < ?", SUNDAY);
        site.check.check("all", SUNDAY.minusDays(1) + "/" + SUNDAY);
        assertThat(open())
                .as("the day before was asked for and did not come")
                .hasSize(TRUCKS)
                .allMatch(text -> text.endsWith("fetch-problem warning"));

        jdbc.update("delete from fetched_day");
        site.fetched(TRUCKS, SUNDAY.minusDays(1), SUNDAY);
        site.check.check("all", SUNDAY.minusDays(1) + "/" + SUNDAY);
        assertThat(open()).isEmpty();
    }

    @Test
    void aReviewSeesItsWeekAndTheScores() {
        loseTheWeekOf(TRUCK);
        jdbc.update(
                "insert into batch (contest_id, iso_week, batch_number, state, revision, rulebook, opened_at) values (?,"
                        + " '2026-W47', 1, 'IN_REVIEW', 1, 'r', '2026-11-16 00:00:00')",
                CheckedSite.CONTEST);
        jdbc.update(
                "insert into driver_score (contest_id, iso_week, driver_id, revision, league, distance_km, moving_h,"
                        + " days_driven, event_km, acceleration_points, braking_points, acceleration_variance,"
                        + " braking_variance, score, ranked, rulebook) values (?, '2026-W47', ?, 1, 'TIPPER', 500, 40, 5,"
                        + " 500, 0, 0, 0, 0, 70.5, true, 'r')",
                CheckedSite.CONTEST,
                CheckedSite.driver(0));
        jdbc.update(
                "insert into driver_score (contest_id, iso_week, driver_id, revision, league, distance_km, moving_h,"
                        + " days_driven, event_km, acceleration_points, braking_points, acceleration_variance,"
                        + " braking_variance, ranked, rulebook) values (?, '2026-W47', ?, 1, 'TIPPER', 500, 40, 5,"
                        + " 500, 0, 0, 0, 0, false, 'r')",
                CheckedSite.CONTEST,
                CheckedSite.driver(2));

        String summary = site.check.checkBeforeReview(CheckedSite.CONTEST, "2026-W47");

        assertThat(summary)
                .isEqualTo("3 findings, 3 to act upon; drivers with log-in 3 of 4, track 3 of 4, zone-visit 3 of 4,"
                        + " phone 4 of 4, score 1 of 4, acceleration 0 of 4, deceleration 0 of 4, speed_keeping 0 of 4,"
                        + " ranked 1 of 4");
        SanityDesk.Week week = site.desk.week(CheckedSite.CONTEST, IsoWeek.parse("2026-W47"));
        assertThat(week.entries())
                .extracting(SanityCheckTest::text)
                .containsExactly(
                        TRUCK + " no-track serious",
                        CheckedSite.driver(1) + " driver-no-track warning",
                        CheckedSite.driver(2) + " driver-not-scored warning");
        assertThat(week.tallies()).hasSize(9);

        at("2026-11-23T09:00:00Z");
        site.check.check("all", WEEK);
        assertThat(open())
                .as("a fetch knows nothing of scores")
                .contains(CheckedSite.driver(2) + " driver-not-scored warning");
    }

    @Test
    void aCheckThatFailsIsNotedAndHoldsUpNoReview() {
        jdbc.execute("alter table zone_visit rename to zone_visit_away");
        try {
            assertThat(site.check.checkBeforeReview(CheckedSite.CONTEST, "2026-W47"))
                    .startsWith("The data could not be checked");
        } finally {
            jdbc.execute("alter table zone_visit_away rename to zone_visit");
        }
        at("2026-11-23T05:00:00Z");
        SanityDesk.Week week = site.desk.week(CheckedSite.CONTEST, IsoWeek.parse("2026-W47"));
        assertThat(week.run()).hasValueSatisfying(run -> assertThat(run.failure())
                .hasValueSatisfying(why -> assertThat(why).containsIgnoringCase("zone_visit")));
        assertThat(week.entries()).isEmpty();

        site.check.checkBeforeReview(CheckedSite.CONTEST, "2026-W47");
        assertThat(site.desk
                        .week(CheckedSite.CONTEST, IsoWeek.parse("2026-W47"))
                        .run())
                .as("the newest one counts")
                .hasValueSatisfying(run -> assertThat(run.failure()).isEmpty());
    }

    @Test
    void whatIsKnownWaitsForNobodyUntilItsDay() {
        loseTheWeekOf(TRUCK);
        site.check.check("all", WEEK);
        assertThat(site.desk.needs().values()).containsExactly(2);
        String key = site.desk
                .report(CheckedSite.SITE, Optional.empty())
                .open()
                .get(0)
                .finding()
                .key();

        site.desk.know(CheckedSite.SITE, key, LocalDate.of(2026, 11, 24), "in the workshop", "olga");
        assertThat(site.desk.needs().values()).containsExactly(1);
        at("2026-11-23T09:00:00Z");
        site.check.check("all", WEEK);
        SanityEntry entry =
                site.desk.report(CheckedSite.SITE, Optional.empty()).open().get(1);
        assertThat(entry.known()).as("a check leaves it").hasValueSatisfying(known -> assertThat(known.reason())
                .isEqualTo("in the workshop"));

        at("2026-11-25T09:00:00Z");
        assertThat(site.desk.needs().values()).containsExactly(2);
        site.desk.forget(CheckedSite.SITE, key);
        assertThat(site.desk.report(CheckedSite.SITE, Optional.empty()).open())
                .allMatch(each -> each.known().isEmpty());
    }

    @Test
    void onlyWhatIsThereCanBeKnownForAReasonAndForAYearAtMost() {
        loseTheWeekOf(TRUCK);
        site.check.check("all", WEEK);
        String key = site.desk
                .report(CheckedSite.SITE, Optional.empty())
                .open()
                .get(0)
                .finding()
                .key();
        LocalDate today = LocalDate.of(2026, 11, 23);
        assertThatThrownBy(() -> site.desk.know(CheckedSite.SITE, key, today.minusDays(1), "why", "olga"))
                .hasMessageContaining("expected a day from today on");
        assertThatThrownBy(() -> site.desk.know(CheckedSite.SITE, key, today.plusDays(400), "why", "olga"))
                .hasMessageContaining("within a year");
        assertThatThrownBy(() -> site.desk.know(CheckedSite.SITE, key, today, " ", "olga"))
                .hasMessageContaining("expected 1 to 1000 characters");
        assertThatThrownBy(() -> site.desk.know(CheckedSite.SITE, "sanity-quarry|moon", today, "why", "olga"))
                .hasMessageContaining("there is no such finding");
    }

    @Test
    void aContestsOwnVehiclesAndDriversCanBeSeenAlone() {
        loseTheWeekOf(TRUCK);
        jdbc.update("delete from contest_vehicle where vehicle_id = ?", TRUCK);
        jdbc.update("update driver set phone = null where driver_id = ?", CheckedSite.driver(2));
        site.check.check("all", WEEK);

        assertThat(site.desk
                        .report(CheckedSite.SITE, Optional.of(CheckedSite.CONTEST))
                        .open())
                .extracting(SanityCheckTest::text)
                .containsExactly(CheckedSite.driver(2) + " driver-no-phone warning");
        assertThatThrownBy(() -> site.desk.report(CheckedSite.SITE, Optional.of("nothing")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** 500 drivers on 500 vehicles, twelve weeks of facts: one query a figure, none a driver. */
    @Test
    void fiveHundredDriversAreCheckedWithinSeconds() {
        site.clear();
        int many = 500;
        site.found(many, MONDAY);
        for (int week = 0; week < 12; week++) {
            site.drive(many, MONDAY.minusWeeks(week));
        }
        site.fetched(many, MONDAY.minusWeeks(12), SUNDAY);
        for (int truck = 0; truck < 50; truck++) {
            loseTheWeekOf(CheckedSite.truck(truck));
        }
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 4; round++) {
            at("2026-11-23T0" + (4 + round) + ":00:00Z");
            long start = System.nanoTime();
            site.check.check("all", WEEK);
            best = Math.min(best, System.nanoTime() - start);
        }
        long page = System.nanoTime();
        assertThat(open()).hasSize(100);
        page = System.nanoTime() - page;
        System.out.printf(
                "sanity check of 500 drivers, 12 weeks: %d ms with rules and storing, its page %d ms%n",
                best / 1_000_000, page / 1_000_000);
        assertThat(best).isLessThan(5_000_000_000L);
    }
}
