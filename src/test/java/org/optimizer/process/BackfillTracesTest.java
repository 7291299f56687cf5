package org.optimizer.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.optimizer.process.Season.CONTEST;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.apache.camel.ProducerTemplate;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.optimizer.config.EdgesTest;
import org.optimizer.extract.Backfills;
import org.optimizer.extract.Contests;
import org.optimizer.extract.Drivers;
import org.optimizer.extract.FetchProblems;
import org.optimizer.extract.Sites;
import org.optimizer.extract.TraceDays;
import org.optimizer.extract.Vehicles;
import org.optimizer.extract.Zones;
import org.optimizer.load.BackfillSink;
import org.optimizer.load.EtlRunSink;
import org.optimizer.load.FactsSink;
import org.optimizer.load.FetchProblemSink;
import org.optimizer.load.TraceSink;
import org.optimizer.model.Backfill;
import org.optimizer.model.Batch;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.ScoringMethod;
import org.optimizer.process.BackfillDesk.Preview;
import org.optimizer.process.BackfillDesk.Progress;
import org.optimizer.process.BackfillDesk.Range;
import org.optimizer.process.BackfillDesk.TouchedWeek;
import org.optimizer.rules.RulebookShelf;
import org.optimizer.rules.RulesFolder;
import org.optimizer.testing.StoredIntake;
import org.optimizer.transform.scoring.Week;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** Three weeks of two vehicles are fetched again, whatever happens meanwhile. */
@EdgesTest
class BackfillTracesTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 10, 5);
    private static final LocalDate LAST = LocalDate.of(2026, 10, 25);
    private static final Range RANGE = new Range("all", FIRST, LAST);
    private static final List<String> DRIVERS = List.of("d1", "d2");
    private static final FetchSettings SETTINGS =
            new FetchSettings("0 0 3 * * ?", 1, Duration.ofHours(72), Duration.ofMinutes(1), 31, null, null);
    private static RulebookShelf shelf;

    @Autowired
    private ProducerTemplate camel;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private final String database = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    private final ModelProvider provider = new ModelProvider(new Random(7));
    private Season season;
    private ProcessEngine engine;
    private BackfillDesk desk;
    private Mortal steps;

    @BeforeEach
    void threeWeeksOfTwoVehicles() {
        if (shelf == null) {
            shelf = RulesFolder.shelf(Path.of("rules"));
        }
        season = new Season(camel, jdbc, transactions, shelf);
        season.contest(ScoringMethod.ABSOLUTE, DRIVERS.toArray(String[]::new));
        provider.record(
                DRIVERS.stream().map(Season::truck).toList(),
                FIRST.datesUntil(LAST.plusDays(1), java.time.Period.ofDays(4)).toList(),
                Season.SITE.zone());
        season.clock.now = Instant.parse("2026-11-05T10:00:00Z");
        provider.now = season.clock.now;
        steps = new Mortal();
        Mocks.register("fetchTraces", steps);
        Mocks.register(
                "backfillTraces", new BackfillTraces(new Backfills(camel), new BackfillSink(camel), season.clock));
        Mocks.register("refreshFacts", new RefreshFacts(new TraceDays(camel), SETTINGS));
        Mocks.register("drivingKpis", mock(DrivingKpis.class));
        FetchNightly nightly = mock(FetchNightly.class);
        when(nightly.cycle()).thenReturn("0 0 3 * * ?");
        Mocks.register("fetchNightly", nightly);
        start();
    }

    private void start() {
        engine = Engine.start("backfill-test", database);
        FactsRefresh refresh =
                new FactsRefresh(engine.getRuntimeService(), engine.getManagementService(), SETTINGS, season.clock);
        desk = new BackfillDesk(
                new Sites(camel),
                new Contests(camel),
                new Vehicles(camel),
                new Backfills(camel),
                new BackfillSink(camel),
                List.of(provider),
                refresh,
                engine.getRuntimeService(),
                engine.getIdentityService(),
                new TransactionTemplate(transactions),
                season.clock);
    }

    @AfterEach
    void clear() {
        Engine.stop(engine);
        List.of(
                        "trace_day",
                        "fetched_day",
                        "etl_run",
                        "backfill",
                        "data_note",
                        "movement_curve",
                        "standstill",
                        "gradient")
                .forEach(table -> jdbc.update("delete from " + table));
        season.clear();
    }

    /** The steps of the product, each in its transaction; when it is their hour they die after it. */
    private final class Mortal extends FetchTraces {
        private final Random fate = new Random(11);
        private boolean mortal;
        private int deaths;

        Mortal() {
            super(
                    new Sites(camel),
                    new Zones(camel),
                    new Vehicles(camel),
                    new Contests(camel),
                    new Drivers(camel),
                    List.of(provider),
                    new VehicleFetches(
                            TransactionOperations.withoutTransaction(),
                            new FetchProblems(camel),
                            new FetchProblemSink(camel),
                            new EtlRunSink(camel),
                            SETTINGS,
                            season.clock),
                    StoredIntake.of(camel),
                    new TraceDays(camel),
                    new TraceSink(camel),
                    new FactsSink(camel),
                    new EtlRunSink(camel),
                    SETTINGS,
                    season.clock);
        }

        @Override
        public long fetchFixes(String scope, String days, boolean refetch, int chunk) {
            Long fixes = new TransactionTemplate(transactions)
                    .execute(status -> super.fetchFixes(scope, days, refetch, chunk));
            die();
            return fixes;
        }

        @Override
        public int makeFacts(String scope, String days, int chunk) {
            Integer made = new TransactionTemplate(transactions).execute(status -> super.makeFacts(scope, days, chunk));
            die();
            return made;
        }

        private void die() {
            if (mortal && fate.nextInt(3) == 0) {
                deaths++;
                throw new IllegalStateException("killed after its work, before its job was done");
            }
        }
    }

    /** Runs up to so many jobs, one after the other. @return whether any is left */
    private boolean run(int jobs) {
        ManagementService management = engine.getManagementService();
        for (int done = 0; done < jobs; done++) {
            List<Job> due = management.createJobQuery().messages().list();
            if (due.isEmpty()) {
                return false;
            }
            Job job = due.get(0);
            try {
                management.executeJob(job.getId());
            } catch (ProcessEngineException killed) {
                assertThat(killed).hasMessageContaining("killed after its work");
                management.setJobRetries(job.getId(), 3);
            }
        }
        return true;
    }

    private List<Map<String, Object>> stock() {
        return jdbc.queryForList(
                "select vehicle_id, site_day, fix_count, first_at, last_at from trace_day order by vehicle_id, site_day");
    }

    @Test
    void killedAgainAndAgainAndRestartedItFetchesWhatAnUndisturbedOneDoes() {
        desk.start(RANGE, "a router was broken", "olga");
        assertThat(run(Integer.MAX_VALUE)).isFalse();
        List<Map<String, Object>> undisturbed = stock();
        List.of(
                        "trace_day",
                        "fetched_day",
                        "day_facts",
                        "data_note",
                        "trip",
                        "manoeuvre",
                        "movement_curve",
                        "standstill",
                        "zone_visit",
                        "gradient")
                .forEach(table -> jdbc.update("delete from " + table));
        steps.mortal = true;

        String id = desk.start(RANGE, "again", "olga");
        int restarts = 0;
        while (run(3)) {
            engine.close();
            start();
            restarts++;
        }

        Progress end = desk.progress(id);
        System.out.printf(
                "Backfill: %d steps died after their work, %d restarts of the engine: %d of %d vehicle-days, stock %s%n",
                steps.deaths, restarts, end.done(), end.of(), stock().equals(undisturbed) ? "the same" : "another");
        assertThat(steps.deaths).isGreaterThan(3);
        assertThat(end.backfill().state()).isEqualTo(Backfill.State.DONE);
        assertThat(end.done()).isEqualTo(42).isEqualTo(end.of());
        assertThat(end.incident()).isEmpty();
        assertThat(undisturbed).isNotEmpty();
        assertThat(stock()).isEqualTo(undisturbed);
        assertThat(new TraceDays(camel).listStale()).isEmpty();
    }

    @Test
    void itGoesOnSliceBySliceAndSaysHowFarItIs() {
        String id = desk.start(RANGE, "a router was broken", "olga");
        assertThat(desk.progress(id).done()).isZero();
        Set<Integer> seen = new HashSet<>();
        Set<String> slices = new HashSet<>();
        while (run(1)) {
            Progress progress = desk.progress(id);
            seen.add(progress.done());
            progress.backfill().doneTo().ifPresent(day -> slices.add(day.toString()));
        }
        assertThat(seen).contains(7, 14, 21, 28, 35, 42);
        assertThat(slices).containsExactlyInAnyOrder("2026-10-11", "2026-10-18", "2026-10-25");
        assertThat(desk.list()).singleElement().satisfies(backfill -> {
            assertThat(backfill.by()).isEqualTo("olga");
            assertThat(backfill.reason()).isEqualTo("a router was broken");
        });
    }

    @Test
    void cancelledItStopsAndWhatWasFetchedStaysAndGetsItsFacts() {
        String id = desk.start(RANGE, "a router was broken", "olga");
        while (desk.progress(id).done() < 21) {
            run(1);
        }
        List<Map<String, Object>> stock = stock();

        assertThat(desk.cancel(id, "otto")).isTrue();
        run(Integer.MAX_VALUE);

        Progress end = desk.progress(id);
        assertThat(end.backfill().state()).isEqualTo(Backfill.State.CANCELLED);
        assertThat(end.backfill().endedBy()).contains("otto");
        assertThat(end.done()).isEqualTo(21);
        assertThat(stock()).isEqualTo(stock).isNotEmpty();
        ManagementService management = engine.getManagementService();
        management.executeJob(management
                .createJobQuery()
                .timers()
                .processDefinitionKey(FactsRefresh.PROCESS)
                .singleResult()
                .getId());
        run(Integer.MAX_VALUE);
        assertThat(new TraceDays(camel).listStale()).isEmpty();
        assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processDefinitionKey("fetch-traces")
                        .count())
                .isZero();
    }

    @Test
    void beforeItStartsItShowsWhatIsStoredAndWhichWeeksItTouches() {
        season.steps.openWeek(CONTEST, "2026-W42");
        season.steps.openWeek(CONTEST, "2026-W44");
        run("vehicles:truck-of-d1");

        Preview preview = desk.preview(new Range("vehicles: truck-of-d1, truck-of-d2 ", FIRST, LAST.minusDays(7)));

        assertThat(preview.scope()).isEqualTo("vehicles:truck-of-d1,truck-of-d2");
        assertThat(preview.asked()).isEqualTo(28);
        assertThat(preview.vehicles()).hasSize(2).allMatch(BackfillDesk.VehicleStock::pulled);
        assertThat(preview.vehicles().get(0).fixes()).isPositive();
        assertThat(preview.vehicles().get(0).fetchedAt()).contains(season.clock.now);
        assertThat(preview.vehicles().get(1).fixes()).isZero();
        assertThat(preview.vehicles().get(1).fetchedAt()).isEmpty();
        assertThat(preview.weeks())
                .extracting(TouchedWeek::batch)
                .extracting(Batch::week)
                .containsExactly(IsoWeek.parse("2026-W42"));
    }

    private void run(String scope) {
        desk.start(new Range(scope, FIRST, LAST), "first", "olga");
        run(Integer.MAX_VALUE);
    }

    @Test
    void aClosedWeekGetsFactsAndKeepsItsResults() {
        season.drives("d1", Week.worked());
        season.runs(Week.W43);
        season.moves(Week.W43, Batch.State.CLOSED);
        Map<String, List<String>> closed = season.resultsOf(Week.W43);

        run("all");

        assertThat(jdbc.queryForObject(
                        "select count(*) from day_facts where site_day >= ?", Integer.class, Week.W43.monday()))
                .isGreaterThan(5);
        assertThat(season.resultsOf(Week.W43)).isEqualTo(closed);
    }

    @Test
    void whatCannotBeFetchedIsRefusedWithWhatWasExpected() {
        assertThatThrownBy(() -> desk.preview(new Range("vehicles:nobody", FIRST, LAST)))
                .hasMessageContaining("vehicle \"nobody\": expected an id or a name");
        assertThatThrownBy(() -> desk.preview(new Range("site:nowhere", FIRST, LAST)))
                .hasMessageContaining("expected at least one vehicle");
        assertThatThrownBy(() -> desk.preview(new Range("no-contest", FIRST, LAST)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> desk.preview(new Range("all", FIRST, LocalDate.of(2026, 11, 6))))
                .hasMessageContaining("up to 2026-11-05");
        assertThatThrownBy(() -> desk.preview(new Range("all", FIRST.minusDays(500), LAST)))
                .hasMessageContaining("at most 400 days");
        assertThatThrownBy(() -> desk.preview(new Range("all", LAST, FIRST)))
                .hasMessageContaining("first and the last day");
        assertThatThrownBy(() -> desk.start(RANGE, " ", "olga")).hasMessageContaining("reason: expected 1 to 1000");
        assertThat(desk.list()).isEmpty();
    }
}
