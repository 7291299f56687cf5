package org.optimizer.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.optimizer.config.EdgesTest;
import org.optimizer.extract.Contests;
import org.optimizer.extract.Drivers;
import org.optimizer.extract.FetchProblems;
import org.optimizer.extract.ProviderException;
import org.optimizer.extract.Sites;
import org.optimizer.extract.TraceDays;
import org.optimizer.extract.TraceSource;
import org.optimizer.extract.Vehicles;
import org.optimizer.extract.Zones;
import org.optimizer.load.EtlRunSink;
import org.optimizer.load.FactsSink;
import org.optimizer.load.FetchProblemSink;
import org.optimizer.load.FleetSink;
import org.optimizer.load.TraceSink;
import org.optimizer.model.FetchProblem;
import org.optimizer.model.FixSink;
import org.optimizer.model.Site;
import org.optimizer.model.Trace;
import org.optimizer.model.Vehicle;
import org.optimizer.model.VehicleClass;
import org.optimizer.process.ProviderDesk.Source;
import org.optimizer.testing.StoredIntake;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Three vehicles, of which some fail: what is stored, what is noted, and who is asked again. */
@EdgesTest
class VehicleFetchesTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);
    private static final String WEEK = "2026-11-16/2026-11-18";
    private static final List<String> TABLES =
            List.of("trace_day", "fetched_day", "fetch_problem", "etl_run", "vehicle", "site");

    @Autowired
    private ProducerTemplate camel;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private final Provider provider = new Provider();
    private FetchTraces steps;
    private FetchProblems problems;
    private Instant now = Instant.parse("2026-11-19T03:00:00Z");

    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    /** Gives each vehicle one fix at noon of Monday, unless it fails, and writes down who was asked. */
    private final class Provider implements TraceSource {
        private final Set<String> failing = new HashSet<>();
        private final List<String> asked = new ArrayList<>();
        private boolean down;
        private Duration takes = Duration.ZERO;
        private Instant notBefore = Instant.MIN;

        @Override
        public String name() {
            return Vehicle.MYCARTRACKS;
        }

        @Override
        public Instant notBefore() {
            return notBefore;
        }

        @Override
        public void read(Vehicle vehicle, Instant from, Instant to, FixSink fixes) {
            asked.add(vehicle.id());
            now = now.plus(takes);
            if (down) {
                throw failure("no connection", true);
            }
            long noon = MONDAY.atTime(12, 0).toInstant(ZoneOffset.UTC).toEpochMilli();
            fixes.fix(noon, "t", 45, 4.8, 10, 5, Double.NaN, Double.NaN, Double.NaN, false);
            if (failing.contains(vehicle.id())) {
                // as an intake does that cannot keep a whole batch in memory
                new TraceSink(camel).merge(vehicle.id(), MONDAY, trace(noon));
                throw failure("found 500 for " + vehicle.id(), false);
            }
        }
    }

    private static ProviderException failure(String message, boolean concernsAll) {
        ProviderException failure = mock(ProviderException.class);
        when(failure.getMessage()).thenReturn(message);
        when(failure.concernsAll()).thenReturn(concernsAll);
        return failure;
    }

    private static Trace trace(long timeMs) {
        Trace.Builder builder = new Trace.Builder(1);
        builder.add(timeMs, "t", 45, 4.8, 10, 5, Double.NaN, Double.NaN, Double.NaN);
        return builder.build();
    }

    @BeforeEach
    void threeVehicles() {
        FleetSink fleet = new FleetSink(camel);
        fleet.saveSite(new Site("q1", "Quarry", ZoneOffset.UTC, "FR"));
        fleet.saveVehicles(List.of(vehicle("v1"), vehicle("v2"), vehicle("v3")));
        TransactionTemplate own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        FetchSettings settings =
                new FetchSettings("0 0 3 * * ?", 6, Duration.ofHours(72), Duration.ofMinutes(1), 31, null, null);
        problems = new FetchProblems(camel);
        EtlRunSink etlRuns = new EtlRunSink(camel);
        TraceSink sink = new TraceSink(camel);
        Sites sites = new Sites(camel);
        steps = new FetchTraces(
                sites,
                new Zones(camel),
                new Vehicles(camel),
                new Contests(camel),
                new Drivers(camel),
                List.of(provider),
                new VehicleFetches(own, problems, new FetchProblemSink(camel), etlRuns, settings, clock),
                StoredIntake.of(camel, sink, IntakeSettings.USUAL),
                new TraceDays(camel),
                sink,
                new FactsSink(camel),
                etlRuns,
                settings,
                clock);
    }

    private static Vehicle vehicle(String id) {
        return new Vehicle(id, "q1", "Truck " + id, VehicleClass.TIPPER);
    }

    @AfterEach
    void forget() {
        TABLES.forEach(table -> jdbc.update("delete from " + table));
    }

    private List<String> stored() {
        return jdbc.queryForList("select vehicle_id from trace_day order by vehicle_id", String.class);
    }

    private FetchProblem onlyProblem() {
        assertThat(problems.list()).hasSize(1);
        return problems.list().get(0);
    }

    @Test
    void aVehicleThatFailsHalfwayLeavesNothingAndTheOthersAreStored() {
        provider.failing.add("v2");

        assertThat(steps.fetchFixes("all", WEEK, true, 0)).isEqualTo(2);

        assertThat(stored()).containsExactly("v1", "v3");
        assertThat(jdbc.queryForList("select distinct vehicle_id from fetched_day order by 1", String.class))
                .containsExactly("v1", "v3");
        assertThat(onlyProblem())
                .isEqualTo(new FetchProblem(
                        "v2",
                        Vehicle.MYCARTRACKS,
                        MONDAY,
                        MONDAY.plusDays(2),
                        1,
                        "found 500 for v2",
                        clock.instant(),
                        clock.instant()));
    }

    @Test
    void whatIsStoredStaysWhenTheStepIsRolledBack() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            steps.fetchFixes("all", WEEK, true, 0);
            status.setRollbackOnly();
        });

        assertThat(stored()).containsExactly("v1", "v2", "v3");
        assertThat(steps.fetchFixes("all", WEEK, true, 0)).as("twice is once").isZero();
    }

    @Test
    void onlyWhatIsMissingIsAskedForAgainAndTheNoteGoesWithIt() {
        provider.failing.add("v2");
        steps.fetchFixes("all", WEEK, true, 0);
        provider.asked.clear();
        assertThat(steps.countMissing("all", WEEK, true)).isEqualTo(1);

        steps.fetchMissing("all", WEEK, true, 0);
        assertThat(provider.asked).containsExactly("v2");
        assertThat(onlyProblem().attempts()).isEqualTo(2);

        provider.failing.clear();
        assertThat(steps.fetchMissing("all", WEEK, true, 0)).isEqualTo(1);
        assertThat(stored()).containsExactly("v1", "v2", "v3");
        assertThat(problems.list()).isEmpty();
        assertThat(steps.countMissing("all", WEEK, true)).isZero();
    }

    @Test
    void aFetchOfSomeOfTheDaysTakesOnlyThoseAway() {
        provider.failing.add("v1");
        steps.fetchFixes("all", WEEK, true, 0);
        provider.failing.clear();

        steps.fetchFixes("all", "2026-11-10/2026-11-16", true, 0);
        assertThat(onlyProblem().fromDay()).isEqualTo(MONDAY.plusDays(1));

        steps.fetchFixes("all", "2026-11-18/2026-11-20", true, 0);
        assertThat(onlyProblem().fromDay()).isEqualTo(MONDAY.plusDays(1));
        assertThat(onlyProblem().toDay()).isEqualTo(MONDAY.plusDays(1));
        assertThat(steps.countMissing("all", "2026-11-18/2026-11-20", true)).isZero();

        steps.fetchFixes("all", "2026-11-17/2026-11-17", true, 0);
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void daysThatNobodyWantsAnyMoreAreNotMissing() {
        now = Instant.parse("2026-11-25T03:00:00Z");
        steps.fetchFixes("all", WEEK, true, 0);
        provider.failing.add("v2");
        steps.fetchFixes("all", WEEK, true, 0);

        assertThat(steps.countMissing("all", WEEK, true)).isEqualTo(1);
        assertThat(steps.countMissing("all", WEEK, false)).isZero();
    }

    @Test
    void whenNotOneVehicleCanBeFetchedAPersonIsToldWhy() {
        provider.failing.addAll(List.of("v1", "v2", "v3"));
        steps.fetchFixes("all", WEEK, true, 0);

        assertThatThrownBy(() -> steps.fetchMissing("all", WEEK, true, 0))
                .isInstanceOf(ProviderException.class)
                .hasMessage("found 500 for v3");
    }

    @Test
    void whatConcernsAllIsThrownAtOnceAndNotedUntilTheNextSuccess() {
        provider.down = true;
        assertThatThrownBy(() -> steps.fetchFixes("all", WEEK, true, 0)).hasMessage("no connection");
        assertThat(provider.asked).containsExactly("v1");
        assertThat(onlyProblem().vehicleId()).isEqualTo(FetchProblem.ALL_VEHICLES);
        assertThat(source().problem()).map(FetchProblem::message).hasValue("no connection");

        provider.down = false;
        steps.fetchFixes("all", WEEK, true, 0);
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void vehiclesForWhichTheStepHasNoTimeLeftComeFirstInTheNextRound() {
        provider.takes = Duration.ofSeconds(90);
        provider.failing.add("v1");

        steps.fetchFixes("all", WEEK, true, 0);
        assertThat(provider.asked).containsExactly("v1", "v2");
        assertThat(steps.countMissing("all", WEEK, true)).isEqualTo(2);

        provider.asked.clear();
        steps.fetchMissing("all", WEEK, true, 0);
        assertThat(provider.asked).containsExactly("v3", "v1");
    }

    @Test
    void aProviderIsLeftAloneForFiveMinutesOrAsLongAsItAsksFor() {
        assertThat(steps.missingPause()).isEqualTo("PT5M");
        provider.notBefore = now.plusSeconds(3600);
        assertThat(steps.missingPause()).isEqualTo("PT1H");
    }

    @Test
    void theDeskSaysHowFreshEachVehicleIsAndWhatShareFailed() {
        provider.failing.add("v2");
        steps.fetchFixes("all", WEEK, true, 0);

        Source source = source();

        assertThat(source.lastFetch()).hasValue(now);
        assertThat(source.lastDay()).isEqualTo(new FetchProblems.Outcomes(2, 1));
        assertThat(source.vehiclesWithProblem()).isEqualTo(1);
        assertThat(source.vehicles())
                .filteredOn(line -> line.vehicle().id().equals("v1"))
                .singleElement()
                .satisfies(line -> assertThat(line.newestFix()).hasValue(Instant.parse("2026-11-16T12:00:00Z")));
        assertThat(source.vehicles())
                .filteredOn(line -> line.vehicle().id().equals("v2"))
                .singleElement()
                .satisfies(line ->
                        assertThat(line.problem()).map(FetchProblem::message).hasValue("found 500 for v2"));
        now = now.plus(Duration.ofHours(25));
        assertThat(source().lastDay()).isEqualTo(FetchProblems.Outcomes.NONE);
    }

    private Source source() {
        return new ProviderDesk(new Sites(camel), new Vehicles(camel), problems, List.of(provider), clock)
                .sources()
                .get(0);
    }
}
