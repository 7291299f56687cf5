package org.optimizer.process;

import static org.mockito.Mockito.mock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.ProducerTemplate;
import org.optimizer.extract.Appeals;
import org.optimizer.extract.Contests;
import org.optimizer.extract.Drivers;
import org.optimizer.extract.Evidence;
import org.optimizer.extract.Facts;
import org.optimizer.extract.Outbox;
import org.optimizer.extract.RelativeScores;
import org.optimizer.extract.RuleChanges;
import org.optimizer.extract.RulebookFiles;
import org.optimizer.extract.Scores;
import org.optimizer.extract.Sites;
import org.optimizer.extract.SmsLedger;
import org.optimizer.extract.Teams;
import org.optimizer.load.AmendmentSink;
import org.optimizer.load.ContestSink;
import org.optimizer.load.ExplanationSink;
import org.optimizer.load.FactsSink;
import org.optimizer.load.FleetSink;
import org.optimizer.load.OutboxSink;
import org.optimizer.load.RelativeSink;
import org.optimizer.load.ReviewSink;
import org.optimizer.load.RowCountSink;
import org.optimizer.load.RuleChangeSink;
import org.optimizer.load.RulebookSink;
import org.optimizer.load.ShadowSink;
import org.optimizer.load.SmsLedgerSink;
import org.optimizer.model.Batch;
import org.optimizer.model.Contest;
import org.optimizer.model.DayFacts;
import org.optimizer.model.DrivenTrip;
import org.optimizer.model.Driver;
import org.optimizer.model.DriverScore;
import org.optimizer.model.FleetMean;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.Language;
import org.optimizer.model.Manoeuvre;
import org.optimizer.model.ScoringMethod;
import org.optimizer.model.Site;
import org.optimizer.model.Standing;
import org.optimizer.model.Team;
import org.optimizer.model.Trip;
import org.optimizer.model.Vehicle;
import org.optimizer.model.VehicleClass;
import org.optimizer.rules.RulebookShelf;
import org.optimizer.transform.scoring.Week;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** A contest of artics on the real tables, week by week, with everything that scores it; the clock is the test's. */
final class Season {
    static final String CONTEST = "c1";
    static final Site SITE = new Site("q1", "Quarry", ZoneId.of("Europe/Paris"), "FR");
    private static final List<String> RESULTS = List.of(
            "batch",
            "fleet_mean",
            "driver_score",
            "driver_feature",
            "mark",
            "feature_mark",
            "score_reason",
            "scored_event",
            "relative_score",
            "relative_mark",
            "standing",
            "team_standing");
    private static final List<String> OTHERS = List.of(
            "event_set_aside",
            "amendment",
            "sms_opt_out",
            "sms_refusal",
            "sms_usage",
            "sms_outbox",
            "sms_switch",
            "review_decision",
            "review_change",
            "review_look",
            "review_notice",
            "sms_wording",
            "exclusion",
            "scored_day",
            "week_revision",
            "revised_score",
            "site",
            "vehicle",
            "driver",
            "contest",
            "contest_vehicle",
            "team",
            "team_member",
            "day_facts",
            "trip",
            "manoeuvre",
            "rulebook_version",
            "rulebook_file",
            "rule_change",
            "rule_activation",
            "shadow_week",
            "shadow_score",
            "row_count");

    /** Stands still until it is set. */
    static final class HandClock extends Clock {
        Instant now = Instant.parse("2026-10-26T05:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }
    }

    final HandClock clock = new HandClock();
    final Contests contests;
    final Scores scores;
    final Appeals appeals;
    final ContestSink sink;
    final ReviewSink reviewSink;
    final SmsPolicy policy;
    final WeekResults results;
    final ShadowScores shadows;
    final WeeklyContest steps;
    final Amendments amendments;
    private final JdbcTemplate jdbc;
    private final RulebookShelf shelf;
    private final FactsSink factsSink;
    private final FleetSink fleet;

    Season(ProducerTemplate camel, JdbcTemplate jdbc, PlatformTransactionManager transactions, RulebookShelf shelf) {
        this.jdbc = jdbc;
        this.shelf = shelf;
        contests = new Contests(camel);
        scores = new Scores(camel);
        appeals = new Appeals(camel);
        sink = new ContestSink(camel);
        reviewSink = new ReviewSink(camel);
        factsSink = new FactsSink(camel);
        fleet = new FleetSink(camel);
        Facts facts = new Facts(camel);
        policy = new Policies(camel, shelf, Policies.SHIPPED, clock).policy;
        results = new WeekResults(
                contests,
                new Drivers(camel),
                scores,
                new Teams(camel),
                sink,
                shelf,
                new RelativeResults(facts, scores, new RelativeScores(camel), new RelativeSink(camel)),
                mock(FedResults.class),
                policy,
                new SmsLedger(camel),
                LinkSettings.NONE);
        Explanations explanations =
                new Explanations(contests, facts, scores, new Evidence(camel), new ExplanationSink(camel), shelf);
        TransactionTemplate own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        shadows = new ShadowScores(
                new PastWeeks(contests, facts, scores, appeals),
                scores,
                new RuleChanges(camel),
                new ShadowSink(camel),
                shelf,
                Duration.ofSeconds(20),
                own,
                clock);
        steps = new WeeklyContest(
                new Sites(camel),
                contests,
                facts,
                scores,
                appeals,
                new Outbox(camel),
                sink,
                new OutboxSink(camel),
                new SmsLedgerSink(camel),
                new RulebookSink(camel),
                shelf,
                new RulesInForce(
                        new RuleChanges(camel),
                        new RuleChangeSink(camel),
                        new RulebookSink(camel),
                        shelf,
                        new TransactionTemplate(transactions),
                        clock),
                results,
                mock(WeekOpener.class),
                mock(FairnessAudit.class),
                explanations,
                mock(FedScores.class),
                new LivingSheet(new RowCountSink(camel)),
                shadows,
                new ContestSettings(
                        Duration.ofHours(6), Duration.ofHours(48), Duration.ofHours(72), Duration.ofHours(1), 50),
                clock);
        amendments = new Amendments(
                new Sites(camel),
                contests,
                scores,
                appeals,
                sink,
                new AmendmentSink(camel),
                reviewSink,
                steps,
                results,
                explanations,
                shelf,
                new TransactionTemplate(transactions),
                clock);
    }

    static RulebookFiles keptRules(ProducerTemplate camel) {
        return new RulebookFiles(camel);
    }

    void clear() {
        RESULTS.forEach(table -> jdbc.update("delete from " + table));
        OTHERS.forEach(table -> jdbc.update("delete from " + table));
    }

    /** A contest over the autumn; each driver has a truck of his own, and all are in one team. */
    void contest(ScoringMethod method, String... drivers) {
        fleet.saveSite(SITE);
        List<String> trucks = IntStream.range(0, drivers.length)
                .mapToObj(i -> truck(drivers[i]))
                .toList();
        fleet.saveVehicles(trucks.stream()
                .map(truck -> new Vehicle(truck, SITE.id(), truck, VehicleClass.ARTIC))
                .toList());
        fleet.saveDrivers(List.of(drivers).stream()
                .map(driver -> new Driver(driver, SITE.id(), driver, Optional.of("+33639980101"), Language.FR))
                .toList());
        fleet.saveTeams(CONTEST, List.of(new Team(CONTEST, "t1", "Larzac", List.of(drivers))));
        LocalDate first = LocalDate.of(2026, 9, 7);
        fleet.saveContest(
                new Contest(CONTEST, SITE.id(), "Autumn", method, first, LocalDate.of(2027, 1, 31), first, trucks));
    }

    void members(String... drivers) {
        fleet.saveTeams(CONTEST, List.of(new Team(CONTEST, "t1", "Larzac", List.of(drivers))));
    }

    static String truck(String driver) {
        return "truck-of-" + driver;
    }

    /** The facts of a driver's week in his truck, in place of those of the same days. */
    void drives(String driver, Week week) {
        Map<LocalDate, List<DrivenTrip>> days = week.trips().stream()
                .collect(Collectors.groupingBy(DrivenTrip::day, TreeMap::new, Collectors.toList()));
        days.forEach((day, trips) -> factsSink.replace(facts(driver, day, trips)));
    }

    private static DayFacts facts(String driver, LocalDate day, List<DrivenTrip> driven) {
        List<Trip> trips = IntStream.range(0, driven.size())
                .mapToObj(i -> trip(driver, i, driven.get(i).trip()))
                .toList();
        List<Manoeuvre> manoeuvres = IntStream.range(0, driven.size())
                .boxed()
                .flatMap(i -> driven.get(i).manoeuvres().stream().map(each -> manoeuvre(i, each)))
                .toList();
        return new DayFacts(
                truck(driver),
                day,
                "1",
                1,
                0,
                0,
                List.of(),
                trips,
                manoeuvres,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static Manoeuvre manoeuvre(int trip, Manoeuvre each) {
        return new Manoeuvre(
                100 * trip + each.number(),
                trip,
                each.kind(),
                each.at(),
                each.durationS(),
                each.peakMps2(),
                each.guardMps2(),
                each.startSpeedKmh(),
                each.latitudeDeg(),
                each.longitudeDeg(),
                each.stepS(),
                each.profileMps2(),
                each.profileKmh());
    }

    private static Trip trip(String driver, int number, Trip trip) {
        return new Trip(
                number,
                trip.track(),
                Optional.of(driver),
                trip.start(),
                trip.end(),
                trip.distanceKm(),
                trip.movingS(),
                trip.maxSpeedKmh(),
                trip.zeroSpeedS(),
                trip.coveredS(),
                trip.lostS(),
                trip.medianIntervalS(),
                trip.dopplerShare(),
                trip.speedAccuracyMps(),
                trip.rpaWork(),
                trip.rpaDistanceM(),
                trip.gentleLossMps(),
                trip.totalLossMps(),
                trip.speeds());
    }

    /** Opens a week in which this counts as average. */
    void opens(IsoWeek week, FleetMean mean) {
        sink.open(new Batch(
                CONTEST, week, 1, Batch.State.OPEN, 0, shelf.current().version(), List.of(mean), clock.instant()));
    }

    /** Opens, scores and ranks a week. */
    void runs(IsoWeek week) {
        steps.openWeek(CONTEST, week.toString());
        scores(week);
    }

    /** Scores and ranks an open week. */
    void scores(IsoWeek week) {
        int chunks = steps.planScoring(CONTEST, week.toString());
        for (int chunk = 0; chunk < chunks; chunk++) {
            steps.scoreDrivers(CONTEST, week.toString(), chunk, chunks);
        }
        steps.rankDrivers(CONTEST, week.toString());
    }

    /** Keeps that a person approved the week as it is now. */
    void approves(IsoWeek week, String by) {
        reviewSink.recordDecision(CONTEST, week, batch(week).revision(), "approve", "", by, clock.instant());
    }

    void moves(IsoWeek week, Batch.State state) {
        if (state == Batch.State.CLOSED) {
            steps.closeWeek(CONTEST, week.toString());
        } else {
            sink.setState(CONTEST, week, state);
        }
    }

    Batch batch(IsoWeek week) {
        return contests.findBatch(CONTEST, week).orElseThrow();
    }

    DriverScore score(IsoWeek week, String driver) {
        return scores.list(CONTEST, week).stream()
                .filter(score -> score.driverId().equals(driver))
                .findFirst()
                .orElseThrow();
    }

    Standing standing(IsoWeek week, String driver) {
        return scores.listStandings(CONTEST, week).stream()
                .filter(standing -> standing.driverId().equals(driver))
                .findFirst()
                .orElseThrow();
    }

    private static String text(Map<String, Object> row) {
        return row.entrySet().stream()
                .map(column -> column.getKey() + "="
                        + (column.getValue() instanceof byte[] bytes
                                ? HexFormat.of().formatHex(bytes)
                                : column.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** Every row of these tables, as the database has it. */
    Map<String, List<String>> tables(String... tables) {
        return Stream.of(tables)
                .collect(Collectors.toMap(table -> table, table -> jdbc.queryForList("select * from " + table).stream()
                        .map(Season::text)
                        .sorted()
                        .toList()));
    }

    /** Every column of every result of a week, as the database has it. */
    Map<String, List<String>> resultsOf(IsoWeek week) {
        return RESULTS.stream()
                .collect(
                        Collectors.toMap(
                                table -> table, table -> jdbc
                                        .queryForList("select * from " + table + " where iso_week = ?", week.toString())
                                        .stream()
                                        .map(Season::text)
                                        .sorted()
                                        .toList()));
    }
}
