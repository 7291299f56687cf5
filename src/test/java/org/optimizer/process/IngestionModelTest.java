package org.optimizer.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.optimizer.process.Season.CONTEST;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.optimizer.config.EdgesTest;
import org.optimizer.extract.Contests;
import org.optimizer.extract.Drivers;
import org.optimizer.extract.FetchProblems;
import org.optimizer.extract.Sites;
import org.optimizer.extract.TraceDays;
import org.optimizer.extract.Vehicles;
import org.optimizer.extract.Zones;
import org.optimizer.load.EtlRunSink;
import org.optimizer.load.FactsSink;
import org.optimizer.load.FetchProblemSink;
import org.optimizer.load.FleetSink;
import org.optimizer.load.TraceSink;
import org.optimizer.model.Badge;
import org.optimizer.model.GpsFix;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.MergeResult;
import org.optimizer.model.ScoringMethod;
import org.optimizer.model.Trace;
import org.optimizer.model.Vehicle;
import org.optimizer.process.ModelProvider.Broken;
import org.optimizer.process.ModelProvider.Recorded;
import org.optimizer.rules.RulebookShelf;
import org.optimizer.rules.RulesFolder;
import org.optimizer.testing.StoredIntake;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is stored in the end depends on what was recorded, and not on how, in which order, how often and through how many failures
 * it came (promise R9). A model of the provider holds drives of a week whose Sunday has 25 hours; by a random schedule they are
 * pulled at night with faults, pushed and dropped in pieces by other sources, and steps die before they commit.
 */
@EdgesTest
class IngestionModelTest {
    private static final IsoWeek WEEK = IsoWeek.parse("2026-W43");
    private static final List<String> DRIVERS = List.of("d1", "d2");
    private static final List<LocalDate> DAYS =
            List.of(WEEK.monday(), WEEK.monday().plusDays(1), WEEK.monday().plusDays(2), WEEK.sunday());
    private static final Duration OVERLAP = Duration.ofHours(72);
    private static final List<String> FACTS = List.of(
            "day_facts", "data_note", "trip", "manoeuvre", "movement_curve", "standstill", "zone_visit", "gradient");
    private static final Set<String> COUNTERS = Set.of("REVISION", "TRACE_REVISION", "OPENED_AT");
    private static RulebookShelf shelf;

    @Autowired
    private ProducerTemplate camel;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private TransactionTemplate transaction;
    private Season season;

    @BeforeEach
    void begin() {
        if (shelf == null) {
            shelf = RulesFolder.shelf(Path.of("rules"));
        }
        transaction = new TransactionTemplate(transactions);
    }

    @AfterEach
    void clear() {
        FACTS.forEach(table -> jdbc.update("delete from " + table));
        List.of("trace_day", "fetched_day", "badge", "etl_run").forEach(table -> jdbc.update("delete from " + table));
        season.clear();
    }

    private void found() {
        season = new Season(camel, jdbc, transactions, shelf);
        season.contest(ScoringMethod.ABSOLUTE, DRIVERS.toArray(String[]::new));
        new FleetSink(camel)
                .saveBadges(DRIVERS.stream()
                        .map(driver -> new Badge(
                                Season.truck(driver),
                                driver,
                                WEEK.plusWeeks(-1).end(Season.SITE.zone()).minusSeconds(3600)))
                        .toList());
    }

    @Test
    void whatIsStoredDependsOnTheDataAndNotOnTheSchedule() {
        Outcome outcome = run(Integer.getInteger("optimizer.model.seeds", 30), new TraceSink(camel));

        System.out.printf(
                "R9: %d seeds × %d points, %d faults met, %d steps died before their commit, mismatches %d%n",
                outcome.seeds,
                outcome.points / outcome.seeds,
                outcome.faults,
                outcome.deaths,
                outcome.mismatches.size());
        assertThat(outcome.faults).isPositive();
        assertThat(outcome.deaths).isPositive();
        assertThat(outcome.mismatches).isEmpty();
    }

    /** The failing control: without a rule which of two fixes of one instant is the better one, the last one wins. */
    @Test
    void withoutARuleForMergingTheScheduleShows() {
        Outcome outcome = run(6, new LastOneWins());

        System.out.printf(
                "R9, control: last one wins: %d seeds × %d points, mismatches %d%n",
                outcome.seeds, outcome.points / outcome.seeds, outcome.mismatches.size());
        assertThat(outcome.mismatches).isNotEmpty();
    }

    /** Another one: with days that are never asked for again, recordings that phones upload late are lost. */
    @Test
    void withoutAnOverlapLateRecordingsAreLost() {
        Outcome outcome = run(6, new TraceSink(camel), Duration.ZERO);

        System.out.printf(
                "R9, control: no overlap: %d seeds × %d points, mismatches %d%n",
                outcome.seeds, outcome.points / outcome.seeds, outcome.mismatches.size());
        assertThat(outcome.mismatches).isNotEmpty();
    }

    private static final class Outcome {
        private int seeds;
        private long points;
        private long faults;
        private long deaths;
        private final List<String> mismatches = new ArrayList<>();
    }

    private Outcome run(int seeds, TraceSink sink) {
        return run(seeds, sink, OVERLAP);
    }

    private Outcome run(int seeds, TraceSink sink, Duration overlap) {
        Outcome outcome = new Outcome();
        for (int seed = 1; seed <= seeds; seed++) {
            Map<String, List<String>> expected = plainly(seed, sink);
            clear();
            Map<String, List<String>> found = bySchedule(seed, sink, overlap, outcome);
            clear();
            for (Map.Entry<String, List<String>> table : expected.entrySet()) {
                if (!table.getValue().equals(found.get(table.getKey()))) {
                    outcome.mismatches.add("seed " + seed + ": " + table.getKey());
                }
            }
            outcome.seeds++;
        }
        return outcome;
    }

    private static ModelProvider provider(int seed) {
        ModelProvider provider = new ModelProvider(new Random(seed));
        provider.record(DRIVERS.stream().map(Season::truck).toList(), DAYS, Season.SITE.zone());
        return provider;
    }

    /** Everything at once, in order, without a fault. */
    private Map<String, List<String>> plainly(int seed, TraceSink sink) {
        found();
        ModelProvider provider = provider(seed);
        Schedule schedule = new Schedule(provider, sink, OVERLAP, new Random(0), new Outcome());
        schedule.at(Instant.parse("2026-11-05T03:00:00Z"));
        for (Recorded recorded : provider.recordings()) {
            schedule.store("box", recorded.vehicleId(), recorded.other());
        }
        schedule.fetchTheWeek();
        schedule.makeFacts();
        return result();
    }

    private Map<String, List<String>> bySchedule(int seed, TraceSink sink, Duration overlap, Outcome outcome) {
        found();
        ModelProvider provider = provider(seed);
        outcome.points += provider.points();
        Schedule schedule = new Schedule(provider, sink, overlap, new Random(-seed), outcome);
        provider.faults = true;
        List<Piece> pieces = schedule.pieces();
        for (LocalDate night = WEEK.monday().plusDays(1);
                night.isBefore(LocalDate.of(2026, 11, 1));
                night = night.plusDays(1)) {
            schedule.at(night.atTime(3, 0).toInstant(java.time.ZoneOffset.UTC));
            schedule.night();
            schedule.someOf(pieces);
        }
        schedule.all(pieces);
        schedule.fetchTheWeek();
        schedule.makeFacts();
        outcome.faults += provider.broken;
        return result();
    }

    /** Some fixes as another source brings them in one go. */
    private record Piece(String source, String vehicleId, List<GpsFix> fixes) {}

    /** One run of everything that brings fixes in; steps are built anew each time, as after a restart. */
    private final class Schedule {
        private final ModelProvider provider;
        private final TraceSink sink;
        private final FetchSettings settings;
        private final Random random;
        private final Outcome outcome;

        Schedule(ModelProvider provider, TraceSink sink, Duration overlap, Random random, Outcome outcome) {
            this.provider = provider;
            this.sink = sink;
            this.settings = new FetchSettings("0 0 3 * * ?", 1, overlap, Duration.ofMinutes(1), 31, null, null);
            this.random = random;
            this.outcome = outcome;
        }

        void at(Instant now) {
            season.clock.now = now;
            provider.now = now;
        }

        private FetchTraces steps() {
            return new FetchTraces(
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
                            settings,
                            season.clock),
                    StoredIntake.of(camel, sink, IntakeSettings.USUAL),
                    new TraceDays(camel),
                    sink,
                    new FactsSink(camel),
                    new EtlRunSink(camel),
                    settings,
                    season.clock);
        }

        /** One try of a step in its transaction; it may die after its work and before its commit. @return whether it is done */
        private boolean attempt(Runnable step) {
            try {
                transaction.executeWithoutResult(status -> {
                    step.run();
                    if (provider.faults && random.nextInt(12) == 0) {
                        outcome.deaths++;
                        throw new Broken("killed before the commit");
                    }
                });
                return true;
            } catch (Broken broken) {
                return false;
            }
        }

        private void untilDone(Runnable step) {
            while (!attempt(step)) {
                assertThat(provider.faults).isTrue();
            }
        }

        /** As fetch-nightly does; a fetch that fails four times is given up for that night. */
        void night() {
            String days = new FetchNightly(settings, season.clock).chooseDays();
            for (int chunk = 0; chunk < DRIVERS.size(); chunk++) {
                int vehicle = chunk;
                boolean done = false;
                for (int attempt = 0; attempt < 4 && !done; attempt++) {
                    done = attempt(() -> steps().fetchFixes("all", days, true, vehicle));
                }
                attempt(() -> steps().makeFacts("all", days, vehicle));
            }
        }

        /** As the weekly contest does: what is settled is not asked for again. */
        void fetchTheWeek() {
            for (int chunk = 0; chunk < DRIVERS.size(); chunk++) {
                int vehicle = chunk;
                untilDone(() -> steps().fetchFixes("all", DaySpan.of(WEEK).toString(), false, vehicle));
            }
        }

        /** What refresh-facts does. */
        void makeFacts() {
            RefreshFacts refresh = new RefreshFacts(new TraceDays(camel), settings);
            String days = refresh.chooseDays();
            String scope = refresh.chooseVehicles(days);
            for (int chunk = 0; !days.isEmpty() && chunk < steps().planFetch(scope, days); chunk++) {
                int vehicle = chunk;
                untilDone(() -> steps().makeFacts(scope, days, vehicle));
            }
        }

        void store(String source, String vehicleId, List<GpsFix> fixes) {
            Vehicle vehicle = new Vehicles(camel)
                    .list().stream()
                            .filter(each -> each.id().equals(vehicleId))
                            .findFirst()
                            .orElseThrow();
            untilDone(() -> {
                Intake.Open batch =
                        StoredIntake.of(camel, sink, IntakeSettings.USUAL).open(source, vehicle, season.clock.now);
                ModelProvider.give(fixes, batch);
                batch.close();
            });
        }

        /** What the other sources will bring: the drives as they tell them, and some of the provider's own, in pieces. */
        List<Piece> pieces() {
            List<Piece> pieces = new ArrayList<>();
            for (Recorded recorded : provider.recordings()) {
                cut("box", recorded.vehicleId(), recorded.other(), pieces);
                if (random.nextInt(4) == 0) {
                    cut("inbox", recorded.vehicleId(), recorded.fixes(), pieces);
                }
            }
            Collections.shuffle(pieces, random);
            return pieces;
        }

        private void cut(String source, String vehicleId, List<GpsFix> fixes, List<Piece> pieces) {
            for (int from = 0; from < fixes.size(); from += 90) {
                List<GpsFix> piece = new ArrayList<>(fixes.subList(from, Math.min(fixes.size(), from + 90)));
                if (random.nextBoolean()) {
                    Collections.shuffle(piece, random);
                }
                pieces.add(new Piece(source, vehicleId, piece));
            }
        }

        /** Of those recorded by now; one in five comes a second time later. */
        void someOf(List<Piece> pieces) {
            List<Piece> due = pieces.stream()
                    .filter(piece ->
                            piece.fixes().stream().allMatch(fix -> fix.at().isBefore(season.clock.now)))
                    .limit(1 + random.nextInt(6))
                    .toList();
            for (Piece piece : due) {
                store(piece.source(), piece.vehicleId(), piece.fixes());
                if (random.nextInt(5) != 0) {
                    pieces.remove(piece);
                }
            }
            if (random.nextBoolean()) {
                makeFacts();
            }
        }

        void all(List<Piece> pieces) {
            pieces.forEach(piece -> store(piece.source(), piece.vehicleId(), piece.fixes()));
        }
    }

    /** Stored days, facts and the week's results, without what counts changes or tells times of making. */
    private Map<String, List<String>> result() {
        season.runs(WEEK);
        Map<String, List<String>> tables = new TreeMap<>();
        tables.put("trace_day", rows("select * from trace_day where fix_count > 0"));
        FACTS.forEach(table -> tables.put(table, rows("select * from " + table)));
        season.resultsOf(WEEK).keySet().forEach(table -> tables.put(table, rows("select * from " + table)));
        assertThat(tables.get("trip")).hasSizeGreaterThan(2 * DAYS.size());
        assertThat(tables.get("driver_score")).hasSize(DRIVERS.size());
        assertThat(season.batch(WEEK).contestId()).isEqualTo(CONTEST);
        return tables;
    }

    private List<String> rows(String query) {
        return jdbc.queryForList(query).stream()
                .map(row -> row.entrySet().stream()
                        .filter(column -> !COUNTERS.contains(column.getKey().toUpperCase(java.util.Locale.ROOT)))
                        .map(column -> column.getKey() + "=" + text(column.getValue()))
                        .collect(Collectors.joining(", ")))
                .sorted()
                .toList();
    }

    private static String text(Object value) {
        return value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(value);
    }

    /** One row a fix, and an upsert for each: what arrives last stays. */
    private final class LastOneWins extends TraceSink {
        private final TraceDays days = new TraceDays(camel);

        LastOneWins() {
            super(camel);
        }

        @Override
        public MergeResult merge(String vehicleId, LocalDate day, Trace fixes) {
            Optional<TraceDays.TraceDay> stock = days.find(vehicleId, day);
            Set<Long> given = java.util.Arrays.stream(fixes.timeMs()).boxed().collect(Collectors.toSet());
            Trace rest = stock.map(TraceDays.TraceDay::trace)
                    .map(trace -> without(trace, given))
                    .orElse(Trace.EMPTY);
            jdbc.update("delete from trace_day where vehicle_id = ? and site_day = ?", vehicleId, day);
            MergeResult result = super.merge(vehicleId, day, Trace.merge(rest, fixes));
            int revision = stock.map(TraceDays.TraceDay::revision).orElse(0) + 1;
            jdbc.update(
                    "update trace_day set revision = ? where vehicle_id = ? and site_day = ?",
                    revision,
                    vehicleId,
                    day);
            return result;
        }

        private static Trace without(Trace trace, Set<Long> given) {
            Trace left = Trace.EMPTY;
            int from = 0;
            for (int i = 0; i <= trace.size(); i++) {
                if (i == trace.size() || given.contains(trace.timeMs()[i])) {
                    if (i > from) {
                        left = Trace.merge(left, trace.between(trace.timeMs()[from], trace.timeMs()[i - 1] + 1));
                    }
                    from = i + 1;
                }
            }
            return left;
        }
    }
}
