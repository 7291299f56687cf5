package org.optimizer.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.optimizer.process.Season.CONTEST;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.apache.camel.ProducerTemplate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.mock.MockExpressionManager;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.optimizer.config.EdgesTest;
import org.optimizer.extract.Contests;
import org.optimizer.extract.Drivers;
import org.optimizer.extract.Evidence;
import org.optimizer.extract.Facts;
import org.optimizer.extract.Objections;
import org.optimizer.extract.RelativeScores;
import org.optimizer.extract.Scores;
import org.optimizer.extract.Sites;
import org.optimizer.extract.SmsLedger;
import org.optimizer.extract.Teams;
import org.optimizer.extract.TraceDays;
import org.optimizer.load.ExplanationSink;
import org.optimizer.load.ObjectionSink;
import org.optimizer.load.RelativeSink;
import org.optimizer.model.Batch;
import org.optimizer.model.Contest;
import org.optimizer.model.Decided;
import org.optimizer.model.DriverLink;
import org.optimizer.model.EventKey;
import org.optimizer.model.FleetMean;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.Manoeuvre;
import org.optimizer.model.ManoeuvreKind;
import org.optimizer.model.Objection;
import org.optimizer.model.ObjectionSum;
import org.optimizer.model.ScoringMethod;
import org.optimizer.model.VehicleClass;
import org.optimizer.process.Amendments.Upheld;
import org.optimizer.process.EventMinute.Minute;
import org.optimizer.process.ObjectionDesk.Verdict;
import org.optimizer.process.ReviewDesk.Refused;
import org.optimizer.rules.RuleRow.Cell;
import org.optimizer.rules.RulebookShelf;
import org.optimizer.rules.RulesFolder;
import org.optimizer.transform.messages.SmsEncoding;
import org.optimizer.transform.scoring.Week;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The worked example's driver objects to his severe brake; the engine, the tables and the rules are the real ones. */
@EdgesTest
class ObjectionsTest {
    private static final IsoWeek WEEK = Week.W43;
    private static final Instant WEDNESDAY = Instant.parse("2026-10-28T09:00:00Z");
    private static final Instant THURSDAY_NOON = Instant.parse("2026-10-29T11:00:00Z");
    private static final DriverLink LINK = new DriverLink(CONTEST, WEEK, "d1", WEDNESDAY);
    private static final String RULE = "manoeuvre-severity: artic-braking-severe";
    private static final String WORDS = "Un chien a traversé la piste.";
    private static RulebookShelf shelf;
    private static ProcessEngine engine;

    @Autowired
    private ProducerTemplate camel;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private ApplicationContext application;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private PlatformTransactionManager transactions;

    private Season season;
    private Objections objections;
    private ObjectionDesk desk;

    @BeforeEach
    void theDriverIsSecondByAThirdAndTheWeekIsOut() {
        if (shelf == null) {
            shelf = RulesFolder.shelf(Path.of("rules"));
            engine = engine();
        }
        season = new Season(camel, jdbc, transactions, shelf);
        season.contest(ScoringMethod.ABSOLUTE, "d1", "rival");
        season.drives("d1", Week.worked());
        season.drives("rival", Week.worked().without(ManoeuvreKind.BRAKING, 1.5));
        season.opens(WEEK, new FleetMean(VehicleClass.ARTIC, 6, 7));
        season.scores(WEEK);
        season.clock.now = WEDNESDAY;
        season.moves(WEEK, Batch.State.PUBLISHED);
        makeDesk();
    }

    /** On the tables' own database and transactions, as in the product. */
    private ProcessEngine engine() {
        SpringProcessEngineConfiguration configuration = new SpringProcessEngineConfiguration();
        configuration.setProcessEngineName("objections");
        configuration.setDataSource(dataSource);
        configuration.setTransactionManager(transactions);
        configuration.setApplicationContext(application);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setExpressionManager(new MockExpressionManager());
        configuration.setJobExecutorActivate(false);
        configuration.setMetricsEnabled(false);
        ProcessEngine made = configuration.buildProcessEngine();
        made.getRepositoryService()
                .createDeployment()
                .addInputStream("handle-objection.bpmn", processFile())
                .deploy();
        return made;
    }

    private static InputStream processFile() {
        try {
            return Files.newInputStream(Path.of("processes", "handle-objection.bpmn"));
        } catch (IOException e) {
            throw new IllegalStateException("processes/handle-objection.bpmn: expected beside the pom", e);
        }
    }

    private void makeDesk() {
        objections = new Objections(camel);
        Contests contests = new Contests(camel);
        Explanations explanations = new Explanations(
                contests, new Facts(camel), new Scores(camel), new Evidence(camel), new ExplanationSink(camel), shelf);
        desk = new ObjectionDesk(
                new Sites(camel),
                contests,
                new Drivers(camel),
                season.appeals,
                objections,
                new ObjectionSink(camel),
                explanations,
                season.amendments,
                engine.getRuntimeService(),
                engine.getTaskService(),
                engine.getIdentityService(),
                new TransactionTemplate(transactions),
                season.clock);
        Mocks.register("objectionTask", new ObjectionTask(desk, engine.getIdentityService()));
        Mocks.register(
                "handleObjection",
                new HandleObjection(
                        new Sites(camel),
                        contests,
                        objections,
                        new ContestSettings(
                                Duration.ofHours(6),
                                Duration.ofHours(48),
                                Duration.ofHours(72),
                                Duration.ofHours(1),
                                50)));
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @AfterEach
    void clear() {
        engine.getRuntimeService().createProcessInstanceQuery().list().forEach(each -> engine.getRuntimeService()
                .deleteProcessInstance(each.getId(), "test over"));
        Mocks.reset();
        jdbc.update("delete from objection");
        season.clear();
    }

    private static EventKey severeBrake() {
        Manoeuvre manoeuvre = Week.worked().trips().get(0).manoeuvres().stream()
                .filter(each -> each.kind() == ManoeuvreKind.BRAKING && each.peakMps2() == 2.2)
                .findFirst()
                .orElseThrow();
        return new EventKey(
                Season.truck("d1"), ManoeuvreKind.BRAKING, manoeuvre.at().plusSeconds(1));
    }

    private Task task() {
        return engine.getTaskService().createTaskQuery().singleResult();
    }

    private String score() {
        return season.score(WEEK, "d1").score().map(BigDecimal::toPlainString).orElse("");
    }

    @Test
    void anObjectionIsATaskForAnApproverBeforeTheWeekCloses() {
        String id = desk.raise(LINK, severeBrake(), " " + WORDS + " ");

        assertThat(task().getTaskDefinitionKey()).isEqualTo("decide-objection");
        assertThat(task().getDueDate()).isEqualTo(Date.from(THURSDAY_NOON));
        assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .singleResult()
                        .getBusinessKey())
                .isEqualTo(id);
        assertThat(engine.getRuntimeService().getVariables(task().getExecutionId()))
                .containsOnlyKeys("objectionId");
        assertThat(objections.find(id)).get().satisfies(objection -> {
            assertThat(objection.words()).isEqualTo(WORDS);
            assertThat(objection.points()).isEqualTo(6);
            assertThat(objection.rule()).isEqualTo(RULE);
            assertThat(objection.rulebook()).isEqualTo(shelf.current().version());
            assertThat(objection.state()).isEqualTo(Objection.State.OPEN);
        });
        assertThat(score()).isEqualTo("68.66");
    }

    @Test
    void upheldBeforeTheClosingTheWeekIsScoredAgainWithADatedRevision() {
        String id = desk.raise(LINK, severeBrake(), WORDS);

        desk.decide(id, Verdict.UPHOLD, "Vu sur la trace.", "anne");

        assertThat(score()).isEqualTo("69.30");
        assertThat(season.standing(WEEK, "d1").rank()).contains(1);
        assertThat(season.batch(WEEK).revision()).isEqualTo(2);
        assertThat(season.appeals.listSetAside(CONTEST, WEEK)).singleElement().satisfies(out -> {
            assertThat(out.by()).isEqualTo("anne");
            assertThat(out.at()).isEqualTo(WEDNESDAY);
        });
        assertThat(objections.find(id)).get().satisfies(objection -> {
            assertThat(objection.state()).isEqualTo(Objection.State.UPHELD);
            assertThat(objection.decided()).contains(new Decided("anne", WEDNESDAY, "Vu sur la trace."));
        });
        assertThat(task()).isNull();
        System.out.println("objection upheld before the closing: 68.66 -> " + score() + ", place 2 -> 1, revision 2");
    }

    @Test
    void upheldAfterTheClosingTheResultStaysAndAnAmendmentStandsBesideIt() {
        season.clock.now = THURSDAY_NOON;
        season.moves(WEEK, Batch.State.CLOSED);
        Map<String, List<String>> before = season.resultsOf(WEEK);
        String id = desk.raise(LINK, severeBrake(), WORDS);

        assertThat(task().getDueDate()).isEqualTo(Date.from(THURSDAY_NOON.plus(Duration.ofHours(48))));
        desk.decide(id, Verdict.UPHOLD, "Vu sur la trace.", "anne");

        assertThat(season.resultsOf(WEEK)).isEqualTo(before);
        assertThat(objections.find(id)).get().extracting(Objection::state).isEqualTo(Objection.State.AMENDED);
        assertThat(season.appeals.listAmendments(CONTEST, WEEK)).singleElement().satisfies(amendment -> {
            assertThat(amendment.at()).isEqualTo(THURSDAY_NOON);
            assertThat(amendment.scoreAfter()).contains(new BigDecimal("69.30"));
        });
    }

    @Test
    void refusedNothingChangesAndTheReasonIsKept() {
        Map<String, List<String>> before = season.resultsOf(WEEK);
        String id = desk.raise(LINK, severeBrake(), WORDS);

        desk.decide(id, Verdict.REFUSE, "Rien devant le camion.", "anne");

        assertThat(season.resultsOf(WEEK)).isEqualTo(before);
        assertThat(objections.find(id)).get().satisfies(objection -> {
            assertThat(objection.state()).isEqualTo(Objection.State.REFUSED);
            assertThat(objection.decided().orElseThrow().reason()).isEqualTo("Rien devant le camion.");
        });
        assertThat(task()).isNull();
    }

    @Test
    void anEventIsObjectedToOnce() {
        desk.raise(LINK, severeBrake(), WORDS);

        refuses(() -> desk.raise(LINK, severeBrake(), "Encore."), "objected-already");

        assertThat(engine.getTaskService().createTaskQuery().count()).isEqualTo(1);
    }

    @Test
    void anObjectionNeedsWordsThatFit() {
        refuses(() -> desk.raise(LINK, severeBrake(), " "), "words-missing");
        refuses(() -> desk.raise(LINK, severeBrake(), "x".repeat(1001)), "words-too-long");
        desk.raise(LINK, severeBrake(), "é".repeat(1000));
    }

    @Test
    void onlyTheDriversOwnEventsThatCostPointsCanBeObjectedTo() {
        EventKey rivals = new EventKey(
                Season.truck("rival"), severeBrake().kind(), severeBrake().at());
        EventKey never = new EventKey(
                Season.truck("d1"), severeBrake().kind(), severeBrake().at().plusSeconds(60));

        refuses(() -> desk.raise(LINK, rivals, WORDS), "unknown-event");
        refuses(() -> desk.raise(LINK, never, WORDS), "unknown-event");
        assertThat(task()).isNull();
    }

    @Test
    void aWeekThatIsNotOutTakesNoObjection() {
        season.moves(WEEK, Batch.State.IN_REVIEW);
        refuses(() -> desk.raise(LINK, severeBrake(), WORDS), "week-not-published");
        assertThat(objections.listNewest()).isEmpty();
    }

    @Test
    void whereverTheTaskIsCompletedTheSameChecksHold() {
        String id = desk.raise(LINK, severeBrake(), WORDS);

        refuses(() -> desk.decide(id, Verdict.UPHOLD, " ", "anne"), "reason-missing");
        refuses(() -> completeAs("anne", Map.of("decision", "uphold")), "reason-missing");
        refuses(() -> completeAs("anne", Map.of("decisionReason", "vu")), "verdict-missing");
        refuses(() -> completeAs("anne", Map.of("decision", "open", "decisionReason", "vu")), "verdict-missing");
        refuses(
                () -> engine.getTaskService()
                        .complete(task().getId(), Map.of("decision", "uphold", "decisionReason", "vu")),
                "no-approver");

        assertThat(score()).isEqualTo("68.66");
        assertThat(objections.find(id)).get().extracting(Objection::state).isEqualTo(Objection.State.OPEN);
        completeAs("anne", Map.of("decision", "uphold", "decisionReason", "vu"));
        assertThat(score()).isEqualTo("69.30");
    }

    private void completeAs(String user, Map<String, Object> variables) {
        engine.getIdentityService().setAuthenticatedUserId(user);
        try {
            engine.getTaskService().complete(task().getId(), variables);
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    @Test
    void aDecisionThatCannotTakeEffectLeavesTheTaskAndTheMarks() {
        String id = desk.raise(LINK, severeBrake(), WORDS);
        season.moves(WEEK, Batch.State.IN_REVIEW);

        refuses(() -> desk.decide(id, Verdict.UPHOLD, "vu", "anne"), "week-not-published");

        assertThat(task()).isNotNull();
        assertThat(score()).isEqualTo("68.66");
    }

    @Test
    void aDecisionIsMadeOnce() {
        String id = desk.raise(LINK, severeBrake(), WORDS);
        desk.decide(id, Verdict.REFUSE, "Rien devant.", "anne");

        refuses(() -> desk.decide(id, Verdict.UPHOLD, "vu", "bob"), "objection-decided");

        assertThat(score()).isEqualTo("68.66");
    }

    @Test
    void anEventThatAnApproverTookOutMeanwhileIsOutAndNothingIsLeftToChange() {
        String id = desk.raise(LINK, severeBrake(), WORDS);
        season.amendments.uphold(
                CONTEST, WEEK, season.batch(WEEK).revision(), new Upheld("d1", severeBrake(), "vu", "bob"));

        desk.decide(id, Verdict.UPHOLD, "Déjà écarté.", "anne");

        assertThat(season.batch(WEEK).revision()).isEqualTo(2);
        assertThat(objections.find(id)).get().extracting(Objection::state).isEqualTo(Objection.State.UPHELD);
    }

    @Test
    void rowsOfTheRulesAreCountedByHowTheirObjectionsEnd() {
        String id = desk.raise(LINK, severeBrake(), WORDS);
        assertThat(desk.sums()).containsExactly(new ObjectionSum(RULE, 2, 1, 1, 0, 0, WEDNESDAY));

        desk.decide(id, Verdict.UPHOLD, "vu", "anne");

        ObjectionSum sum = desk.sums().get(0);
        assertThat(sum.upheld()).isEqualTo(1);
        assertThat(sum.open()).isZero();
        assertThat(sum.upheldShare()).isEqualTo(1);
        System.out.println("objections by rule: " + sum);
    }

    @Test
    void whoDecidesSeesTheRowOfTheRulesThatScoredTheWeek() {
        Objection objection =
                objections.find(desk.raise(LINK, severeBrake(), WORDS)).orElseThrow();

        Minute minute =
                new EventMinute(new Sites(camel), season.contests, new TraceDays(camel), shelf).around(objection);

        assertThat(minute.site()).isEqualTo(Season.SITE);
        assertThat(minute.fixes().isEmpty()).isTrue();
        assertThat(minute.row()).get().satisfies(row -> {
            assertThat(row.table()).isEqualTo("manoeuvre-severity.table.csv");
            assertThat(row.cells())
                    .contains(new Cell("severity", "severe"), new Cell("points", "6"), new Cell("kind", "braking"));
        });
    }

    @Test
    void theTextOfTheReviewHasTheLinkAsLongAsItWillBeBeforeTheWayToStop() {
        WeekResults results = new WeekResults(
                season.contests,
                new Drivers(camel),
                season.scores,
                new Teams(camel),
                season.sink,
                shelf,
                new RelativeResults(
                        new Facts(camel), season.scores, new RelativeScores(camel), new RelativeSink(camel)),
                mock(FedResults.class),
                season.policy,
                new SmsLedger(camel),
                new LinkSettings("https://eco.example.com", Duration.ofDays(30)));
        Contest contest = season.contests.get(CONTEST);

        String with = results.lines(contest, WEEK).get(0).message(contest);
        String without = season.results.lines(contest, WEEK).get(0).message(contest);

        String link = " https://eco.example.com/m/" + "_".repeat(22);
        assertThat(with).containsPattern(link + " STOP [^ ]*$");
        assertThat(with.replace(link, "")).isEqualTo(without);
        System.out.println("SMS with a link: " + SmsEncoding.of(without).parts() + " -> "
                + SmsEncoding.of(with).parts() + " parts, " + without.length() + " -> " + with.length()
                + " characters, " + SmsEncoding.of(with).alphabet());
    }

    private static void refuses(ThrowingCallable action, String code) {
        assertThatThrownBy(action)
                .satisfies(thrown ->
                        assertThat(Refused.in(thrown)).map(Refused::code).isEqualTo(Optional.of(code)));
    }
}
