package org.optimizer.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.optimizer.extract.Contests;
import org.optimizer.extract.EtlRuns;
import org.optimizer.extract.Outbox;
import org.optimizer.load.FleetSink;
import org.optimizer.model.Batch;
import org.optimizer.model.Contest;
import org.optimizer.model.EtlRun;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.Sms;
import org.optimizer.model.Vehicle;
import org.optimizer.model.VehicleClass;
import org.optimizer.process.FetchTraces;
import org.optimizer.process.ReviewDesk;
import org.optimizer.process.ReviewDesk.Review;
import org.optimizer.process.WeekBoard;
import org.optimizer.standin.DemoFleet;
import org.optimizer.testing.Ledger;
import org.optimizer.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** One live week of three trucks, while its providers fail: what a person sees, and that nothing is stored or sent twice. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DirtiesContext
class FaultsIT {
    private static final Properties PROPERTIES = Properties.in("faults");
    private static final int TRUCKS = 3;
    private static final int RETRIES = 3;
    private static final IsoWeek WEEK = IsoWeek.of(LocalDate.now()).plusWeeks(-1);
    /** Whether its closing time is past depends on the day on which the test runs. */
    private static final Set<Batch.State> OUT = Set.of(Batch.State.PUBLISHED, Batch.State.CLOSED);

    private static final Contest TRUCKS_OF_DEMO = contest(
            "three-trucks",
            new DemoFleet().vehicles().stream().limit(TRUCKS).map(Vehicle::id).toList());
    private static final Contest WITHOUT_DATA = contest("parked", List.of("parked-1", "parked-2"));

    @Autowired
    private Contests contests;

    @Autowired
    private EtlRuns etlRuns;

    @Autowired
    private Outbox outbox;

    @Autowired
    private FleetSink fleet;

    @Autowired
    private FetchTraces fetch;

    @Autowired
    private ReviewDesk desk;

    @Autowired
    private WeekBoard board;

    @Autowired
    private RuntimeService engine;

    @Autowired
    private ManagementService operator;

    @Autowired
    private HistoryService history;

    @Autowired
    private TaskService tasks;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private final Ledger ledger = new Ledger(PROPERTIES.standInPort());

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        PROPERTIES.register(registry);
        registry.add("optimizer.jobs.retries", () -> "PT1S,PT1S,PT1S");
        registry.add("optimizer.fetch.missing-after", () -> "PT1S");
    }

    /** Before the product opens its weeks: a small contest in place of the demo's, and a provider that fails. */
    @TestConfiguration
    static class Setting {
        @Bean
        ApplicationRunner smallContest(FleetSink fleet) {
            return arguments -> {
                DemoFleet demo = new DemoFleet();
                demo.sites().forEach(fleet::saveSite);
                fleet.saveVehicles(demo.vehicles());
                fleet.saveDrivers(demo.drivers());
                fleet.saveZones(demo.zones());
                fleet.saveBadges(demo.badges(WEEK.monday(), WEEK.sunday()));
                fleet.saveContest(TRUCKS_OF_DEMO);
                order("tracks-garbage", -1);
            };
        }
    }

    @Test
    @Order(1)
    void anUnreadableAnswerIsAskedForThreeTimesMoreAndThenWaitsForAPersonInWords() {
        await().atMost(Duration.ofMinutes(2))
                .until(() -> engine.createIncidentQuery().count() > 0);

        Incident incident = cause();
        assertThat(incident.getActivityId()).isEqualTo("fetch-fixes");
        assertThat(incident.getIncidentMessage())
                .startsWith("MyCarTracks GET /")
                .contains("expected", "found", "nothing of this answer was kept")
                .doesNotContain("Exception", "org.");
        assertThat(history.createHistoricJobLogQuery()
                        .jobId(incident.getConfiguration())
                        .failureLog()
                        .count())
                .as("the first attempt and the retries")
                .isEqualTo(1 + RETRIES);
        assertThat(page("/")).contains("MyCarTracks GET /", "/camunda/app/cockpit/");
        assertThat(board.contests().get(0).weeks().get(0).incident()).contains(incident.getIncidentMessage());
        assertThat(storedDays()).isZero();
        assertThat(etlRuns.listNewest(10)).isEmpty();
        assertThat(ledger.recipients()).isEmpty();
    }

    @Test
    @Order(2)
    void onceHealedTheWeekGoesOnAndStoresEachFixOnceEvenAfterAnAnswerThatBrokeOff() {
        String job = cause().getConfiguration();
        heal();
        order("tracks-cut", 1);
        operator.setJobRetries(job, RETRIES);
        await().atMost(Duration.ofMinutes(2))
                .until(() -> state(TRUCKS_OF_DEMO) == Batch.State.IN_REVIEW
                        && desk.open(TRUCKS_OF_DEMO.id(), WEEK).waiting());

        List<EtlRun> runs = etlRuns.listNewest(100).stream()
                .filter(run -> run.source().equals("fetch-fixes"))
                .toList();
        assertThat(runs).hasSize(TRUCKS).allSatisfy(run -> {
            assertThat(run.count().received())
                    .isPositive()
                    .isEqualTo(run.count().fresh()
                            + run.count().unchanged()
                            + run.count().rejected());
            assertThat(run.count().unchanged()).isZero();
        });
        long stored = storedFixes();
        assertThat(stored)
                .isEqualTo(runs.stream().mapToLong(run -> run.count().fresh()).sum());
        String days = WEEK.monday() + "/" + WEEK.sunday();
        Long fresh = transaction.execute(status -> fetch.fetchFixes(TRUCKS_OF_DEMO.id(), days, true, 0));
        assertThat(fresh).as("an undisturbed fetch finds nothing new").isZero();
        assertThat(storedFixes()).isEqualTo(stored);
    }

    @Test
    @Order(3)
    void aMessageWhoseAnswerIsLostIsNotSentAgainAndItsReceiptProvesIt() {
        Review review = desk.open(TRUCKS_OF_DEMO.id(), WEEK);
        assertThat(review.recipients()).isPositive();
        order("sms-timeout-after-accept", 1);

        approve(review);
        await().atMost(Duration.ofMinutes(2)).until(() -> OUT.contains(state(TRUCKS_OF_DEMO)));

        assertThat(ledger.recipients()).doesNotHaveDuplicates().hasSize(review.recipients());
        assertThat(jdbc.sql("select count(*) from sms_attempt")
                        .query(Integer.class)
                        .single())
                .isEqualTo(review.recipients());
        assertThat(jdbc.sql("select outcome from sms_attempt")
                        .query(String.class)
                        .list())
                .containsOnlyOnce("AMBIGUOUS");
        assertThat(outbox.countByState(TRUCKS_OF_DEMO.id(), WEEK))
                .isEqualTo(Map.of(Sms.State.DELIVERED, review.recipients()));
    }

    @Test
    @Order(4)
    void aWeekWithoutDataSaysSoAndWaitsForAPersonAndSendsNothing() {
        int sent = ledger.recipients().size();
        fleet.saveVehicles(WITHOUT_DATA.vehicleIds().stream()
                .map(id -> new Vehicle(id, WITHOUT_DATA.siteId(), id, VehicleClass.TIPPER))
                .toList());
        fleet.saveContest(WITHOUT_DATA);
        board.startWeek(WITHOUT_DATA.id(), WEEK, "admin");
        String key = WEEK + "/" + WITHOUT_DATA.id();
        await().atMost(Duration.ofMinutes(1))
                .until(() ->
                        tasks.createTaskQuery().processInstanceBusinessKey(key).count() == 1);

        Task task = tasks.createTaskQuery().processInstanceBusinessKey(key).singleResult();
        assertThat(task.getTaskDefinitionKey()).isEqualTo("decide-on-empty-week");
        assertThat(state(WITHOUT_DATA)).isEqualTo(Batch.State.EMPTY);
        assertThat(page("/")).contains("Aucun trajet");

        tasks.complete(task.getId(), Map.of("emptyWeekDecision", "close"));
        await().atMost(Duration.ofMinutes(1))
                .until(() -> engine.createProcessInstanceQuery()
                                .processInstanceBusinessKey(key)
                                .count()
                        == 0);
        assertThat(state(WITHOUT_DATA)).isEqualTo(Batch.State.CANCELLED);
        assertThat(outbox.countByState(WITHOUT_DATA.id(), WEEK)).isEmpty();
        assertThat(ledger.recipients()).hasSize(sent);
    }

    /** A contest of that one week, live. */
    private static Contest contest(String id, List<String> vehicleIds) {
        Contest demo = new DemoFleet().contest(IsoWeek.of(LocalDate.now()));
        return new Contest(
                id, demo.siteId(), id, demo.method(), WEEK.monday(), WEEK.sunday(), WEEK.monday(), vehicleIds);
    }

    /** Where it began: the week's own process repeats it, as it waits for the fetch. */
    private Incident cause() {
        return engine.createIncidentQuery().list().stream()
                .filter(incident -> incident.getId().equals(incident.getRootCauseIncidentId()))
                .findFirst()
                .orElseThrow();
    }

    private int storedDays() {
        return jdbc.sql("select count(*) from trace_day").query(Integer.class).single();
    }

    private long storedFixes() {
        return jdbc.sql("select sum(fix_count) from trace_day")
                .query(Long.class)
                .single();
    }

    private Batch.State state(Contest contest) {
        return contests.findBatch(contest.id(), WEEK).map(Batch::state).orElse(null);
    }

    private static String page(String path) {
        return approver().get(path).body();
    }

    private static Visitor approver() {
        return Visitor.signedIn(PROPERTIES.port(), "admin", Properties.PASSWORD);
    }

    private static void approve(Review review) {
        String path = "/contests/" + TRUCKS_OF_DEMO.id() + "/weeks/" + WEEK;
        Visitor approver = approver();
        approver.get(path);
        approver.post(
                path + "/decision",
                Map.of(
                        "decision",
                        "APPROVE",
                        "revision",
                        Integer.toString(review.batch().revision()),
                        "reason",
                        ""));
    }

    /** @param times −1 until healed */
    private static void order(String fault, int times) {
        faults(HttpRequest.newBuilder()
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"kind\":\"" + fault + "\",\"times\":" + times + "}")));
    }

    private static void heal() {
        faults(HttpRequest.newBuilder().DELETE());
    }

    private static void faults(HttpRequest.Builder request) {
        URI address = URI.create("http://localhost:" + PROPERTIES.standInPort() + "/faults");
        try {
            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(request.uri(address).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
