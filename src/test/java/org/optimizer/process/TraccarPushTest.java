package org.optimizer.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.optimizer.config.PushServer;
import org.optimizer.config.PushServerConfig;
import org.optimizer.config.PushServerConfig.SetClock;
import org.optimizer.extract.Drivers;
import org.optimizer.extract.Pushes;
import org.optimizer.extract.Sites;
import org.optimizer.extract.TraccarPost;
import org.optimizer.extract.TraceDays;
import org.optimizer.extract.Vehicles;
import org.optimizer.load.EtlRunSink;
import org.optimizer.load.FleetSink;
import org.optimizer.load.PushSink;
import org.optimizer.model.Badge;
import org.optimizer.model.Driver;
import org.optimizer.model.IntakeCount;
import org.optimizer.model.Language;
import org.optimizer.model.Shift;
import org.optimizer.model.Site;
import org.optimizer.model.Trace;
import org.optimizer.model.Vehicle;
import org.optimizer.model.VehicleClass;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** From a forwarded position to the day it belongs to. */
@PushServer
class TraccarPushTest {
    private static final Sender TRACKER = new Sender("tracker", "traccar", List.of());
    private static final Instant START = Instant.parse("2026-11-20T08:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Autowired
    private PushedFixes pushed;

    @Autowired
    private FactsRefresh refresh;

    @Autowired
    private FleetSink fleet;

    @Autowired
    private TraceDays days;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private ProducerTemplate camel;

    @Autowired
    private Pushes pushes;

    @Autowired
    private Vehicles vehicles;

    @Autowired
    private Sites sites;

    @Autowired
    private Intake intake;

    @Autowired
    private Sightings sightings;

    @Autowired
    private EtlRunSink etlRuns;

    @Autowired
    private WorkTimes workTimes;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private SetClock clock;

    private TraccarPush push;

    @BeforeEach
    void fleet() {
        reset(refresh);
        push = new TraccarPush(
                vehicles,
                workTimes,
                new PushSink(camel),
                refresh,
                Duration.ofMinutes(1),
                new TransactionTemplate(transactions),
                clock);
        fleet.saveSite(new Site("tq", "Quarry", PARIS, "FR"));
        fleet.saveSite(new Site("tn", "Night", PARIS, "FR"));
        fleet.saveShifts("tn", List.of(new Shift("tn", "night", LocalTime.of(22, 0), LocalTime.of(4, 0))));
        fleet.saveVehicles(List.of(
                new Vehicle("tv1", "tq", "T1", VehicleClass.TIPPER, "traccar", "box-1"),
                new Vehicle("tv2", "tq", "T2", VehicleClass.TIPPER, "traccar", "22"),
                new Vehicle("tv3", "tn", "T3", VehicleClass.TIPPER, "traccar", "box-3")));
        fleet.saveDrivers(List.of(
                new Driver("D-0042", "tq", "Anna", Optional.empty(), Language.FR),
                new Driver("D-0043", "tq", "Bruno", Optional.empty(), Language.FR),
                new Driver("D-9999", "tn", "Chris", Optional.empty(), Language.FR)));
    }

    @AfterEach
    void forget() {
        clock.set(PushServerConfig.NOW);
        for (String table : List.of(
                "trace_day",
                "push_fix",
                "push_refusal",
                "behaviour_event",
                "badge",
                "etl_run",
                "reject",
                "held_batch")) {
            jdbc.update("delete from " + table);
        }
        jdbc.update("delete from vehicle where vehicle_id like 'tv%'");
    }

    /** A truck on a straight road, a second between two positions, 10 m/s. */
    private static String position(int second, String device, String attributes) {
        double latitude = 48.8 + second * 10 / 111_195.0;
        return "{\"position\":{\"id\":" + (50_000 + second) + ",\"deviceId\":7,\"fixTime\":\""
                + START.plusSeconds(second)
                + "\",\"valid\":true,\"latitude\":" + latitude + ",\"longitude\":2.35,\"speed\":19.438,\"course\":0,"
                + "\"accuracy\":5.0,\"attributes\":{" + attributes + "}},\"device\":{\"id\":22,\"uniqueId\":\"" + device
                + "\"}}";
    }

    private String post(String body) {
        return push.receive(TRACKER, body.getBytes(UTF_8));
    }

    private int waiting() {
        return jdbc.queryForList("select 1 from push_fix").size();
    }

    private Trace stored(String vehicle) {
        return days.find(vehicle, DAY).orElseThrow().trace();
    }

    @Test
    void aPositionIsInADatabaseRowBeforeItIsAnswered() {
        assertThat(post(position(0, "box-1", ""))).isEqualTo("{\"accepted\":1,\"duplicates\":0,\"rejected\":[]}");

        assertThat(jdbc.queryForMap("select vehicle_id, source, state from push_fix"))
                .containsEntry("vehicle_id", "tv1")
                .containsEntry("source", "traccar")
                .containsEntry("state", "FIX");
        verify(refresh).request();
    }

    @Test
    void aPositionThatCannotBeKeptIsNotAnswered() {
        doThrow(new IllegalStateException("no process engine")).when(refresh).request();

        assertThatThrownBy(() -> post(position(0, "box-1", ""))).hasMessage("no process engine");
        assertThat(waiting()).isZero();
    }

    @Test
    void positionsBecomeADay() {
        for (int second = 0; second < 60; second++) {
            post(position(second, "box-1", ""));
        }

        IntakeCount count = pushed.store();

        assertThat(count).isEqualTo(new IntakeCount(60, 0, 0, 0, 0, 0));
        assertThat(waiting()).isZero();
        assertThat(stored("tv1").size()).isEqualTo(60);
        assertThat(stored("tv1").speedMmps()[0]).isBetween(9_999, 10_001);
        assertThat(jdbc.queryForMap("select source, vehicle_id, rows_read, rows_loaded from etl_run"))
                .containsEntry("source", "push/traccar")
                .containsEntry("vehicle_id", "tv1")
                .containsEntry("rows_read", 60L)
                .containsEntry("rows_loaded", 60L);
        assertThat(pushed.store()).isEqualTo(IntakeCount.NONE);
    }

    @Test
    void aVehicleMayBeNamedByTraccarsOwnId() {
        post(position(0, "box-unknown", ""));
        pushed.store();

        assertThat(stored("tv2").size()).isOne();
    }

    /** Promise R10 for pushed positions: whatever the order and however often, each is accounted for and stored once. */
    @Test
    void tenThousandPositionsShuffledAndDoubledAreStoredOnce() throws Exception {
        int positions = 10_000;
        List<String> posts = new ArrayList<>();
        for (int second = 0; second < positions; second++) {
            posts.add(position(second, "box-1", ""));
            posts.add(posts.get(posts.size() - 1));
        }
        Collections.shuffle(posts, new Random(4));
        IntakeCount all = IntakeCount.NONE;
        long began = System.nanoTime();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (int from = 0; from < posts.size(); from += 5_000) {
                List<Callable<String>> some = posts.subList(from, from + 5_000).stream()
                        .map(body -> (Callable<String>) () -> post(body))
                        .toList();
                threads.invokeAll(some);
                all = all.plus(pushed.store());
            }
        } finally {
            threads.shutdownNow();
        }
        double seconds = (System.nanoTime() - began) / 1e9;

        System.out.printf(
                "R10 push: %d positions posted twice in any order: %s, unexplained %d; %.0f posts/s%n",
                positions, all, 2 * positions - all.received(), 2 * positions / seconds);
        assertThat(all.received()).isEqualTo(2 * positions);
        assertThat(all.fresh()).isEqualTo(positions);
        assertThat(all.unchanged()).isEqualTo(positions);
        assertThat(stored("tv1").size()).isEqualTo(positions);
        assertThat(jdbc.queryForObject("select sum(rows_read) from etl_run", Long.class))
                .isEqualTo(2L * positions);
        assertThat(waiting()).isZero();
    }

    /** Stores with a sink in which another sender commits a fix just when those read are taken. */
    private PushedFixes storing(PushSink sink) {
        TransactionTemplate own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return new PushedFixes(pushes, sink, vehicles, sites, intake, sightings, etlRuns, own, clock);
    }

    private class Interrupted extends PushSink {
        private boolean isDone;

        Interrupted() {
            super(camel);
        }

        @Override
        public int claim(String source, String vehicleId, long bound, String claim) {
            int claimed = super.claim(source, vehicleId, bound, claim);
            if (!isDone) {
                isDone = true;
                commitLate(bound - 1);
            }
            return claimed;
        }

        /** Numbers are given before commits: one below may come after. */
        private void commitLate(long number) {
            TransactionTemplate own = new TransactionTemplate(transactions);
            own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
            own.executeWithoutResult(status -> {
                post(position(2, "box-1", ""));
                jdbc.update(
                        "update push_fix set push_id = ? where claim is null and fix_ms = ?",
                        number,
                        START.plusSeconds(2).toEpochMilli());
            });
        }
    }

    private void postTwoWithAGapBetweenTheirNumbers() {
        post(position(0, "box-1", ""));
        post(position(9, "box-1", ""));
        post(position(1, "box-1", ""));
        jdbc.update(
                "delete from push_fix where fix_ms = ?", START.plusSeconds(9).toEpochMilli());
    }

    @Test
    void aFixThatIsCommittedMeanwhileWaitsForTheNextTime() {
        postTwoWithAGapBetweenTheirNumbers();

        IntakeCount first = storing(new Interrupted()).store();
        int waited = waiting();
        pushed.store();

        assertThat(first.fresh()).isEqualTo(2);
        assertThat(waited).isOne();
        assertThat(stored("tv1").size()).isEqualTo(3);
    }

    /** The control: a sink that deletes by number, as is often done, loses the fix that was committed meanwhile. */
    @Test
    void deletingByNumberWouldLoseAFixThatIsCommittedMeanwhile() {
        postTwoWithAGapBetweenTheirNumbers();
        PushSink byNumber = new Interrupted() {
            private long bound;

            @Override
            public int claim(String source, String vehicleId, long bound, String claim) {
                this.bound = bound;
                return super.claim(source, vehicleId, bound, claim);
            }

            @Override
            public void deleteClaimed(String vehicleId, String claim) {
                jdbc.update("delete from push_fix where vehicle_id = ? and push_id <= ?", vehicleId, bound);
            }
        };

        storing(byNumber).store();
        pushed.store();

        System.out.println(
                "push control: deleting by number stored " + stored("tv1").size() + " of 3 fixes");
        assertThat(stored("tv1").size()).isEqualTo(2);
    }

    @Test
    void twoNodesThatStoreAtOnceStoreEachFixOnce() throws Exception {
        for (int second = 0; second < 500; second++) {
            post(position(second, "box-1", ""));
        }
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            IntakeCount all = IntakeCount.NONE;
            for (var node : nodes.invokeAll(List.<Callable<IntakeCount>>of(pushed::store, pushed::store))) {
                all = all.plus(node.get());
            }
            assertThat(all).isEqualTo(new IntakeCount(500, 0, 0, 0, 0, 0));
        } finally {
            nodes.shutdownNow();
        }
    }

    @Test
    void aDeviceThatNobodyHasIsCountedAndShown() {
        String stranger = position(0, "box-99", "")
                .replace("\"id\":22", "\"id\":99")
                .replace("\"deviceId\":7", "\"deviceId\":99");

        assertThat(post(stranger)).contains("{\"index\":0,\"code\":\"UNKNOWN_VEHICLE\"}");
        post(stranger);

        assertThat(waiting()).isZero();
        assertThat(pushes.listRefusals(Instant.EPOCH, 10)).singleElement().satisfies(refusal -> {
            assertThat(refusal.subject()).isEqualTo("box-99");
            assertThat(refusal.times()).isEqualTo(2);
            assertThat(refusal.detail()).isEqualTo("no vehicle of source traccar has one of these names: box-99, 99");
        });
    }

    @Test
    void aSenderOfOtherSitesDoesNotKnowTheDevice() {
        String answer = push.receive(
                new Sender("other", "traccar", List.of("elsewhere")),
                position(0, "box-1", "").getBytes(UTF_8));

        assertThat(answer).contains("UNKNOWN_VEHICLE");
        assertThat(waiting()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{\"position\":{", "{\"position\":{}", "nothing"})
    void whatCannotBeReadIsRefused(String body) {
        assertThatThrownBy(() -> post(body))
                .isInstanceOfSatisfying(PushRefused.class, refused -> assertThat(refused.status())
                        .isEqualTo(400));
    }

    @Test
    void anEventWithoutAPositionIsTakenAndNothingIsKept() {
        assertThat(
                        post(
                                "{\"event\":{\"id\":1,\"type\":\"deviceOffline\"},\"device\":{\"id\":22,\"uniqueId\":\"box-1\"}}"))
                .isEqualTo("{\"accepted\":0,\"duplicates\":0,\"rejected\":[]}");
        assertThat(waiting()).isZero();
    }

    @Test
    void aPositionThatTraccarCallsInvalidIsRejectedWithItsReason() {
        post(position(0, "box-1", "").replace("\"valid\":true", "\"valid\":false"));

        assertThat(pushed.store()).isEqualTo(new IntakeCount(0, 0, 0, 1, 0, 0));
        assertThat(jdbc.queryForList("select reason from reject", String.class)).containsExactly("invalid-fix");
    }

    @Test
    void alarmsBecomeEventsOnceHoweverTraccarTellsThem() {
        post(position(0, "box-1", "\"alarm\":\"hardBraking,hardCornering,tow\",\"driverUniqueId\":\"D-0042\""));
        String event = position(0, "box-1", "")
                .replaceFirst(
                        "\\{", "{\"event\":{\"id\":5,\"type\":\"alarm\",\"attributes\":{\"alarm\":\"hardBraking\"}},");
        post(event);
        post(position(1, "box-1", "").replaceFirst("\\{", "{\"event\":{\"type\":\"deviceOverspeed\"},"));
        pushed.store();

        assertThat(jdbc.queryForList(
                        "select concat(event_id, ' ', event_type, ' ', coalesce(driver_id, '-')) from behaviour_event"
                                + " order by event_id",
                        String.class))
                .containsExactly(
                        "position-50000-harsh_braking HARSH_BRAKING D-0042",
                        "position-50000-harsh_cornering HARSH_CORNERING D-0042",
                        "position-50001-overspeed OVERSPEED -");
    }

    @Test
    void aDriverWhoChangesLogsIn() {
        fleet.saveBadges(List.of(new Badge("tv1", "D-0042", START.minusSeconds(3600))));
        List.of(0, 1, 2).forEach(second -> post(position(second, "box-1", driver("D-0042"))));
        List.of(5, 4, 3).forEach(second -> post(position(second, "box-1", driver("D-0043"))));
        List.of(6, 7).forEach(second -> post(position(second, "box-1", driver("somebody"))));
        post(position(8, "box-1", driver("D-9999"))); // of another site
        post(position(9, "box-1", driver("D-0042")));
        pushed.store();
        post(position(10, "box-1", driver("D-0042")));
        pushed.store();

        assertThat(logIns())
                .containsExactly(
                        Map.of("driver_id", "D-0042", "s", -3600L),
                        Map.of("driver_id", "D-0043", "s", 3L),
                        Map.of("driver_id", "D-0042", "s", 9L));
        assertThat(pushes.listRefusals(Instant.EPOCH, 10))
                .extracting(refusal -> refusal.code() + " " + refusal.subject() + " " + refusal.times())
                .containsExactlyInAnyOrder("UNKNOWN_DRIVER somebody 2", "UNKNOWN_DRIVER D-9999 1");
    }

    private static String driver(String id) {
        return "\"driverUniqueId\":\"" + id + "\"";
    }

    private List<Map<String, Object>> logIns() {
        return new Drivers(camel)
                .listBadges("tv1", START.plusSeconds(100), 31).stream()
                        .map(badge -> Map.<String, Object>of(
                                "driver_id",
                                badge.driverId(),
                                "s",
                                badge.at().getEpochSecond() - START.getEpochSecond()))
                        .toList();
    }

    /** Promise R25 for pushed positions: at 9 in the morning nobody works on the site of the night. */
    @Test
    void ofAPositionOutsideWorkingHoursNothingIsKeptNotEvenForAMinute() {
        String attributes = "\"alarm\":\"hardBraking\",\"driverUniqueId\":\"D-9999\"";
        post(position(0, "box-3", attributes));
        post(position(1, "box-3", attributes).replace("\"valid\":true", "\"valid\":false"));
        post(position(2, "box-3", attributes).replace("2026-11-20T", "1970-01-02T"));
        post(position(3, "box-3", attributes).replace("2026-11-20T", "2106-01-02T"));
        post(position(4, "box-3", attributes).replace("\"fixTime\":\"2026", "\"fixTime\":\"MMXXVI"));

        assertThat(jdbc.queryForList("select * from push_fix order by push_id"))
                .hasSize(5)
                .allSatisfy(row -> assertThat(row.toString()).doesNotContain("48.8", "2.35", "D-9999", "hardBraking"));
        assertThat(jdbc.queryForList("select state from push_fix order by push_id", String.class))
                .containsExactly("OFF_HOURS", "OFF_HOURS", "UNREADABLE", "UNREADABLE", "UNREADABLE");

        IntakeCount count = pushed.store();

        assertThat(count).isEqualTo(new IntakeCount(0, 0, 0, 3, 0, 2));
        assertThat(jdbc.queryForList("select * from trace_day where vehicle_id = 'tv3'"))
                .isEmpty();
        assertThat(jdbc.queryForList("select * from behaviour_event")).isEmpty();
        assertThat(jdbc.queryForList("select * from badge")).isEmpty();
        assertThat(jdbc.queryForList("select raw_row from reject", String.class))
                .allSatisfy(raw -> assertThat(raw).doesNotContain("48.8", "2.35"));
        System.out.println("R25 push: 5 positions outside working hours, stored with a place: 0");
    }

    /** The control: a buffer that is filled without asking for the hours holds the place. */
    @Test
    void withoutTheHoursTheBufferWouldHoldThePlace() {
        new PushSink(camel)
                .buffer(
                        "traccar",
                        "tv3",
                        TraccarPost.read(position(0, "box-3", "").getBytes(UTF_8))
                                .position()
                                .orElseThrow()
                                .fix(clock.instant()));

        assertThat(jdbc.queryForList("select latitude from push_fix", Double.class))
                .containsExactly(48.8);
    }

    @Test
    void aVehicleThatCannotBeStoredTakesNobodyAlong() {
        post(position(0, "box-1", ""));
        post(position(0, "22", ""));
        jdbc.update("insert into trace_day (vehicle_id, site_day, revision, fix_count, fixes)"
                + " values ('tv1', '2026-11-20', 1, 1, x'0900000000')");

        IntakeCount count = pushed.store();

        assertThat(count.fresh()).isOne();
        assertThat(stored("tv2").size()).isOne();
        assertThat(waiting()).isOne();
        assertThat(pushes.listRefusals(Instant.EPOCH, 10)).singleElement().satisfies(refusal -> {
            assertThat(refusal.code()).isEqualTo("NOT_STORED");
            assertThat(refusal.detail()).contains("1 fixes wait: trace_day tv1 2026-11-20", "fetch the day again");
        });

        jdbc.update("delete from trace_day where vehicle_id = 'tv1'");
        assertThat(pushed.store().fresh()).isOne();
    }

    @Test
    void theFactsAreAskedForAsLongAsARefreshMightNotGatherAnyMore() {
        post(position(0, "box-1", ""));
        clock.set(PushServerConfig.NOW.plusMillis(14_999));
        post(position(1, "box-1", ""));
        verify(refresh, times(1)).request();

        clock.set(PushServerConfig.NOW.plusMillis(15_000));
        post(position(2, "box-1", ""));
        verify(refresh, times(2)).request();
        assertThat(pushes.listWaiting()).containsExactly(new Pushes.Waiting("traccar", "tv1", 3, PushServerConfig.NOW));
    }
}
