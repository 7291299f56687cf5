package org.optimizer.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.optimizer.config.EdgesTest;
import org.optimizer.extract.ActivityDays;
import org.optimizer.extract.Contests;
import org.optimizer.extract.Drivers;
import org.optimizer.extract.Facts;
import org.optimizer.extract.Sites;
import org.optimizer.extract.TraceDays;
import org.optimizer.extract.Vehicles;
import org.optimizer.extract.Zones;
import org.optimizer.load.ActivitySink;
import org.optimizer.load.EtlRunSink;
import org.optimizer.load.FactsSink;
import org.optimizer.load.FleetSink;
import org.optimizer.load.RowCountSink;
import org.optimizer.load.RulebookSink;
import org.optimizer.load.TraceSink;
import org.optimizer.model.Badge;
import org.optimizer.model.Batch;
import org.optimizer.model.Contest;
import org.optimizer.model.DayFacts;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.ScoringMethod;
import org.optimizer.model.Standstill;
import org.optimizer.model.Trace;
import org.optimizer.model.Trip;
import org.optimizer.process.BadgeDesk.LogIn;
import org.optimizer.rules.RulebookShelf;
import org.optimizer.testing.Drive;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Who drove is sometimes known days later: facts and KPIs follow, and what was final stays. */
@EdgesTest
class LateLogInTest {
    private static final LocalDate DAY = LocalDate.of(2026, 10, 20);
    private static final IsoWeek WEEK = IsoWeek.of(DAY);
    private static final String DAYS = DAY + "/" + DAY;
    private static final String SCOPE = "site:" + InboxHouse.QUARRY.id();

    @Autowired
    private ProducerTemplate camel;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @TempDir
    private Path folder;

    private InboxHouse house;
    private Season season;
    private FetchTraces fetch;
    private DrivingKpis kpis;

    @BeforeEach
    void aTruckThatDroveTwiceOnADay() {
        house = new InboxHouse(folder, camel, jdbc, transactions);
        RulebookShelf shelf = new RulebookShelf(Path.of("rules"), version -> Optional.empty());
        season = new Season(camel, jdbc, transactions, shelf);
        TraceDays traceDays = new TraceDays(camel);
        TraceSink traceSink = new TraceSink(camel);
        fetch = new FetchTraces(
                new Sites(camel),
                new Zones(camel),
                new Vehicles(camel),
                new Contests(camel),
                new Drivers(camel),
                List.of(),
                mock(VehicleFetches.class),
                house.intake(traceSink),
                traceDays,
                traceSink,
                new FactsSink(camel),
                new EtlRunSink(camel),
                InboxHouse.FETCH,
                house.clock);
        kpis = new DrivingKpis(
                new Sites(camel),
                new Vehicles(camel),
                new Contests(camel),
                new Facts(camel),
                new Zones(camel),
                new ActivityDays(camel),
                new ActivitySink(camel),
                new RulebookSink(camel),
                shelf,
                new LivingSheet(new RowCountSink(camel)),
                InboxHouse.FETCH,
                house.clock);
        badge("d1", "2026-10-20T05:50:00Z");
        Drive morning = Drive.from("2026-10-20T06:00:00Z", "a");
        Drive noon = Drive.from("2026-10-20T10:00:00Z", "b");
        for (Drive drive : List.of(morning, noon)) {
            drive.stand(60).to(15, 20).hold(1800).to(0, 20).stand(400).record();
        }
        transaction(() -> traceSink.merge("v1", DAY, Trace.merge(morning.trace(), noon.trace())));
        compute();
    }

    @AfterEach
    void clear() {
        season.clear();
        house.clear();
        List.of("kpi_day", "kpi_idle_class", "kpi_incomplete", "cycle", "judged_standstill", "judged_visit")
                .forEach(table -> jdbc.update("delete from " + table));
    }

    private void transaction(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> work.run());
    }

    private void badge(String driver, String at) {
        house.badges.receive("terminal", vehicle -> true, List.of(new LogIn("T07", driver, at)));
    }

    /** What the process refresh-facts does, and then driving-kpis. */
    private int compute() {
        int[] made = new int[1];
        transaction(() -> made[0] = fetch.makeFacts(SCOPE, DAYS, 0));
        transaction(() -> kpis.countActivity(SCOPE, DAYS, 0));
        return made[0];
    }

    private DayFacts facts() {
        return new Facts(camel).list("v1", DAY, DAY).get(0);
    }

    private List<String> drivers() {
        return facts().trips().stream()
                .map(trip -> trip.driverId().orElse("nobody"))
                .toList();
    }

    private List<String> kpiDrivers() {
        return jdbc.queryForList(
                "select distinct coalesce(driver_id, 'nobody') from judged_standstill order by 1", String.class);
    }

    @Test
    void aLateLogInGivesTheTripToWhoDroveIt() {
        assertThat(drivers()).containsExactly("d1", "d1");
        assertThat(kpiDrivers()).containsExactly("d1");

        badge("d2", "2026-10-20T09:55:00Z");

        verify(house.refresh).request();
        assertThat(house.traceDays.listStale()).hasSize(1);
        assertThat(compute()).isOne();
        assertThat(drivers()).containsExactly("d1", "d2");
        assertThat(kpiDrivers()).containsExactly("d1", "d2");
        assertThat(house.traceDays.listStale()).isEmpty();
    }

    @Test
    void aLateLogOutLeavesTheTripToNobody() {
        badge("", "2026-10-20T07:00:00Z");
        compute();
        assertThat(drivers()).containsExactly("d1", "nobody");
        assertThat(facts().standstills()).extracting(Standstill::driverId).contains(Optional.empty());
    }

    /** Facts that were being computed when the log-in came are stored after it, and are known to be old all the same. */
    @Test
    void aLogInWhileFactsAreMadeIsNotLost() {
        DayFacts old = facts();
        badge("d2", "2026-10-20T09:55:00Z");
        transaction(() -> new FactsSink(camel).replace(old));
        assertThat(house.traceDays.listStale()).hasSize(1);
    }

    /** The failing control: a mark on the facts goes with the facts. */
    @Test
    void aMarkOnTheFactsAloneWouldBeLost() {
        DayFacts old = facts();
        transaction(() -> {
            new FleetSink(camel).saveBadges(List.of(new Badge("v1", "d2", Instant.parse("2026-10-20T09:55:00Z"))));
            new ActivitySink(camel).markStale(InboxHouse.QUARRY.id(), DAY, DAY);
        });
        assertThat(house.traceDays.listStale()).hasSize(1);
        transaction(() -> new FactsSink(camel).replace(old));
        assertThat(house.traceDays.listStale()).isEmpty();
    }

    @Test
    void aDayOfAClosedWeekChangesItsFactsAndNeverItsResults() {
        new FleetSink(camel)
                .saveContest(new Contest(
                        Season.CONTEST,
                        InboxHouse.QUARRY.id(),
                        "Autumn",
                        ScoringMethod.ABSOLUTE,
                        LocalDate.of(2026, 9, 7),
                        LocalDate.of(2027, 1, 31),
                        LocalDate.of(2026, 9, 7),
                        List.of("v1")));
        season.runs(WEEK);
        season.moves(WEEK, Batch.State.PUBLISHED);
        season.moves(WEEK, Batch.State.CLOSED);
        Map<String, List<String>> closed = season.resultsOf(WEEK);
        Instant late = Instant.parse("2026-10-20T09:55:00Z");

        badge("d2", late.toString());
        compute();

        assertThat(facts().trips()).extracting(Trip::driverId).contains(Optional.of("d2"));
        assertThat(season.resultsOf(WEEK)).isEqualTo(closed);
        assertThat(closed.get("driver_score")).isNotEmpty();
        assertThatThrownBy(() -> season.steps.scoreDrivers(Season.CONTEST, WEEK.toString(), 0, 1))
                .hasMessageContaining("its results are final");
        assertThat(season.resultsOf(WEEK)).isEqualTo(closed);
    }
}
