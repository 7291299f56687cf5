package org.optimizer.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.optimizer.config.EdgesTest;
import org.optimizer.extract.Drivers;
import org.optimizer.load.FleetSink;
import org.optimizer.load.TraceSink;
import org.optimizer.model.Badge;
import org.optimizer.model.Driver;
import org.optimizer.model.InboxFile;
import org.optimizer.model.Language;
import org.optimizer.process.BadgeDesk.Answer;
import org.optimizer.process.BadgeDesk.LogIn;
import org.optimizer.process.BadgeDesk.Rejected;
import org.optimizer.testing.Drive;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Log-ins are stored once, whoever brings them, and make those days stale that they change. */
@EdgesTest
class BadgeDeskTest {
    @Autowired
    private ProducerTemplate camel;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @TempDir
    private Path folder;

    private InboxHouse house;

    @BeforeEach
    void aQuarry() {
        house = new InboxHouse(folder, camel, jdbc, transactions);
    }

    @AfterEach
    void clear() {
        house.clear();
    }

    private Answer receive(LogIn... logIns) {
        return house.badges.receive("terminal", vehicle -> true, List.of(logIns));
    }

    private List<Badge> stored(String vehicleId) {
        return new Drivers(camel).listBadges(vehicleId, Instant.parse("2027-01-01T00:00:00Z"), 400);
    }

    @Test
    void aLogInIsStoredOnceHoweverOftenItComes() {
        LogIn logIn = new LogIn("T07", "d1", "2026-10-20T06:00:00Z");
        assertThat(receive(logIn)).isEqualTo(new Answer(1, 0, List.of()));
        assertThat(receive(logIn, logIn)).isEqualTo(new Answer(0, 2, List.of()));
        assertThat(receive(new LogIn("v1", "d1", "2026-10-20T08:00:00.000+02:00")))
                .as("the same, said otherwise")
                .isEqualTo(new Answer(0, 1, List.of()));
        assertThat(stored("v1")).containsExactly(new Badge("v1", "d1", Instant.parse("2026-10-20T06:00:00Z")));
    }

    @Test
    void aLogInThatIsCorrectedIsAnotherOne() {
        receive(new LogIn("T07", "d1", "2026-10-20T06:00:00Z"));
        assertThat(receive(new LogIn("T07", "d2", "2026-10-20T06:00:00Z")).accepted())
                .isOne();
        assertThat(stored("v1")).extracting(Badge::driverId).containsExactly("d2");
    }

    @Test
    void eightThatBringTheSameAtOnceAreToldOnceThatItIsNew() throws Exception {
        List<LogIn> logIns = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            logIns.add(new LogIn(i % 2 == 0 ? "T07" : "T08", "d1", "2026-10-20T06:00:%02dZ".formatted(i)));
        }
        Callable<Answer> bring = () -> house.badges.receive("terminal", vehicle -> true, logIns);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        int accepted = 0;
        int duplicates = 0;
        for (Future<Answer> each : threads.invokeAll(java.util.Collections.nCopies(8, bring))) {
            accepted += each.get().accepted();
            duplicates += each.get().duplicates();
        }
        threads.shutdown();
        System.out.println("badges: 8 at once, 50 log-ins each: accepted " + accepted + ", duplicates " + duplicates);
        assertThat(accepted).isEqualTo(50);
        assertThat(duplicates).isEqualTo(350);
    }

    @Test
    void aTimeWithoutAZoneIsTheSites() {
        receive(
                new LogIn("T07", "d1", "2026-10-20 06:00"),
                new LogIn("A1", "d1", "2026-10-20T06:00:00"),
                new LogIn("T07", "d1", "2026-10-25 02:30"),
                new LogIn("T07", "d1", "2026-03-29 02:30"));
        assertThat(stored("v1"))
                .extracting(Badge::at)
                .as("the first of two half past twos, and the one that was skipped an hour later")
                .containsExactly(
                        Instant.parse("2026-03-29T01:30:00Z"),
                        Instant.parse("2026-10-20T04:00:00Z"),
                        Instant.parse("2026-10-25T00:30:00Z"));
        assertThat(stored("v3")).extracting(Badge::at).containsExactly(Instant.parse("2026-10-20T05:00:00Z"));
    }

    @Test
    void whatIsWrongIsRejectedByItsPlaceAndNothingElseIs() {
        Answer answer = receive(
                new LogIn("T07", "d1", "2026-10-20T06:00:00Z"),
                new LogIn("T99", "d1", "2026-10-20T06:00:00Z"),
                new LogIn("T07", "d9", "2026-10-20T07:00:00Z"),
                new LogIn("T07", "d1", "soon"),
                new LogIn("T07", "d1", "1970-01-01T00:00:00Z"),
                new LogIn("T07", "d1", "2106-02-07T06:28:15Z"),
                new LogIn(" ", "d1", "2026-10-20T06:00:00Z"),
                new LogIn("T07", "d".repeat(65), "2026-10-20T06:00:00Z"));
        assertThat(answer)
                .isEqualTo(new Answer(
                        1,
                        0,
                        List.of(
                                new Rejected(1, "UNKNOWN_VEHICLE"),
                                new Rejected(2, "UNKNOWN_DRIVER"),
                                new Rejected(3, "BAD_TIME"),
                                new Rejected(4, "BAD_TIME"),
                                new Rejected(5, "FUTURE_TIME"),
                                new Rejected(6, "NO_VEHICLE"),
                                new Rejected(7, "TOO_LONG"))));
        assertThat(house.badges.look().aside()).hasSize(2);
    }

    @Test
    void aSenderNamesVehiclesOfItsSitesOnly() {
        Answer answer = house.badges.receive(
                "terminal",
                vehicle -> vehicle.siteId().equals(InboxHouse.PIT.id()),
                List.of(new LogIn("T07", "d1", "2026-10-20T06:00:00Z")));
        assertThat(answer.rejected()).containsExactly(new Rejected(0, "UNKNOWN_VEHICLE"));
        assertThat(house.badges.look().aside()).as("nor later, by another hand").isEmpty();
    }

    @Test
    void whoBecomesKnownGetsHisLogIns() {
        store("2026-10-20T08:00:00Z");
        receive(new LogIn("T07", "d9", "2026-10-20T06:00:00Z"), new LogIn("T99", "d1", "2026-10-20T06:00:00Z"));
        assertThat(house.badges.retryAside()).isZero();
        new FleetSink(camel)
                .saveDrivers(List.of(new Driver("d9", InboxHouse.QUARRY.id(), "New", Optional.empty(), Language.FR)));

        assertThat(house.badges.retryAside()).isOne();

        assertThat(stored("v1")).extracting(Badge::driverId).containsExactly("d9");
        assertThat(house.badges.look().aside()).hasSize(1);
        verify(house.refresh).request();
    }

    private void store(String from) {
        LocalDate day = Instant.parse(from).atZone(InboxHouse.QUARRY.zone()).toLocalDate();
        new TransactionTemplate(transactions).executeWithoutResult(status -> new TraceSink(camel)
                .merge("v1", day, Drive.from(from).stand(5).trace()));
    }

    private List<String> raised() {
        return jdbc.queryForList(
                "select cast(site_day as char(10)) from trace_day where revision > 1 order by site_day", String.class);
    }

    @Test
    void theDaysUntilTheNextLogInAreMadeAgainAndNoOthers() {
        for (int day = 10; day <= 25; day++) {
            store("2026-10-" + day + "T08:00:00Z");
        }
        receive(new LogIn("T07", "d1", "2026-10-12T06:00:00Z"), new LogIn("T07", "d1", "2026-10-22T06:00:00Z"));
        jdbc.update("update trace_day set revision = 1");

        receive(new LogIn("T07", "d2", "2026-10-19T06:00:00Z"));

        assertThat(raised()).containsExactly("2026-10-19", "2026-10-20", "2026-10-21", "2026-10-22");
        verify(house.refresh, times(2)).request();
    }

    @Test
    void aLogInCountsNoLongerThanItIsLookedFor() {
        store("2026-08-05T08:00:00Z");
        store("2026-09-05T08:00:00Z");
        store("2026-09-06T08:00:00Z");

        receive(new LogIn("T07", "d2", "2026-08-05T06:00:00Z"));

        assertThat(raised()).containsExactly("2026-08-05", "2026-09-05");
    }

    @Test
    void whatIsKnownAlreadyMakesNothingAgain() {
        store("2026-10-20T08:00:00Z");
        LogIn logIn = new LogIn("T07", "d1", "2026-10-20T06:00:00Z");
        receive(logIn);
        jdbc.update("update trace_day set revision = 1");

        receive(logIn);

        assertThat(raised()).isEmpty();
        verify(house.refresh, times(1)).request();
    }

    @Test
    void theNewestLogInOfEachVehicleIsShownAndNoneOfTheFuture() {
        receive(
                new LogIn("T07", "d1", "2026-10-20T06:00:00Z"),
                new LogIn("T07", "d2", "2026-10-21T06:00:00Z"),
                new LogIn("T08", "d1", "2026-10-20T06:00:00Z"));
        new FleetSink(camel).saveBadges(List.of(new Badge("v1", "d1", Instant.parse("2026-12-01T06:00:00Z"))));
        assertThat(house.badges.look().newest())
                .extracting(newest -> newest.vehicle().id(), newest -> newest.badge()
                        .map(Badge::driverId))
                .containsExactly(
                        tuple("v1", Optional.of("d2")), tuple("v2", Optional.of("d1")), tuple("v3", Optional.empty()));
    }

    @Test
    void aLogInOnAVehicleWithoutTracesAsksForNothing() {
        receive(new LogIn("T07", "d1", "2026-10-20T06:00:00Z"));
        verify(house.refresh, never()).request();
    }

    @Test
    void filesOfLogInsComeAsProgramsWriteThem() {
        house.drop(
                "badges_a.csv",
                "\uFEFFVehicle;Driver;Time;Gate\r\nT07;d1;2026-10-20 06:00;north\r\nT07;;2026-10-20 14:00\r\n");
        house.drop("badges_b.csv", "time,vehicle_id,driver_id\n2026-10-20T05:00:00+02:00,v2,d2\n");
        house.drop("Badges c.csv", "véhicule\tconducteur\theure\nA1\td1\t2026-10-20 06:00:30\n");
        house.drop("badges_d.csv", "vehicle;driver;time\nT08;d9;2026-10-20 09:00\nT08;d1;2026-10-20 10:00\n");
        house.settle(house.inbox());

        assertThat(house.in("failed")).isEmpty();
        assertThat(stored("v1"))
                .containsExactly(
                        new Badge("v1", "d1", Instant.parse("2026-10-20T04:00:00Z")),
                        new Badge("v1", "", Instant.parse("2026-10-20T12:00:00Z")));
        assertThat(stored("v2")).hasSize(2);
        assertThat(stored("v3")).hasSize(1);
        assertThat(house.ended())
                .filteredOn(file -> file.name().equals("badges_d.csv"))
                .singleElement()
                .satisfies(file -> {
                    assertThat(file.state()).isEqualTo(InboxFile.State.DONE);
                    assertThat(file.count().rejected()).isOne();
                    assertThat(file.count().fresh()).isOne();
                });
    }

    @Test
    void aFileWithAnUnreadableTimeIsRefusedAsAWhole() {
        house.drop(
                "badges.csv", "vehicle;driver;time\nT07;d1;2026-10-20 06:00\nT07;d9;2026-10-20 06:30\nT07;d1;6 h 30\n");
        house.settle(house.inbox());
        assertThat(stored("v1")).isEmpty();
        assertThat(house.badges.look().aside()).isEmpty();
        assertThat(house.text("failed", house.in("failed").get(1)))
                .startsWith("badges.csv, ligne 4\n")
                .contains("\"6 h 30\"");
    }
}
