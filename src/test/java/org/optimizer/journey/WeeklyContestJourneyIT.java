package org.optimizer.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.optimizer.extract.Appeals;
import org.optimizer.extract.Contests;
import org.optimizer.extract.Outbox;
import org.optimizer.extract.Scores;
import org.optimizer.extract.Sites;
import org.optimizer.extract.Teams;
import org.optimizer.model.Batch;
import org.optimizer.model.Contest;
import org.optimizer.model.DriverScore;
import org.optimizer.model.EventKey;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.Sms;
import org.optimizer.model.Standing;
import org.optimizer.process.Amendments.Upheld;
import org.optimizer.process.Explanations;
import org.optimizer.process.ReviewDesk;
import org.optimizer.process.ReviewDesk.Review;
import org.optimizer.testing.Ledger;
import org.optimizer.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The demo from its start to the receipts, over HTTP: real engine, real routes, the stand-ins as providers. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WeeklyContestJourneyIT {
    private static final Properties PROPERTIES = Properties.in("weekly-contest");

    @Autowired
    private Contests contests;

    @Autowired
    private Scores scores;

    @Autowired
    private Outbox outbox;

    @Autowired
    private Sites sites;

    @Autowired
    private Teams teams;

    @Autowired
    private Appeals appeals;

    @Autowired
    private Explanations explanations;

    @Autowired
    private ReviewDesk desk;

    @Autowired
    private RuntimeService engine;

    private final Ledger ledger = new Ledger(PROPERTIES.standInPort());

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        PROPERTIES.register(registry);
    }

    @Test
    @Order(1)
    void fiveShadowWeeksAreScoredAndTheLastWeekWaitsForReview() {
        Contest contest = contest();
        await().atMost(Duration.ofMinutes(5))
                .until(() -> state(live(contest)) == Batch.State.IN_REVIEW
                        && desk.open(contest.id(), live(contest)).waiting());

        List<Batch> closed = contests.listBatchesInState(Batch.State.CLOSED);
        assertThat(closed).hasSize(5).allSatisfy(week -> assertThat(contest.isShadow(week.week()))
                .isTrue());
        assertThat(closed).allSatisfy(week -> assertThat(scores.list(contest.id(), week.week()))
                .hasSizeBetween(12, 14)
                .anyMatch(score -> score.ranked()));
        assertThat(ledger.recipients())
                .as("nothing leaves before a person approved it")
                .isEmpty();
    }

    @Test
    @Order(2)
    void theApproverSeesWhatToLookAtFirst() {
        Contest contest = contest();
        Visitor approver = Visitor.signedIn(PROPERTIES.port(), "admin", Properties.PASSWORD);

        String page = approver.get(path(contest)).body();

        Review review = desk.open(contest.id(), live(contest));
        assertThat(review.lines()).hasSize(14);
        assertThat(review.lines())
                .anyMatch(line -> line.noMessage().filter("no-phone"::equals).isPresent());
        assertThat(page).contains("Pierre Malaval");
        assertThat(page).doesNotContain("??");
    }

    @Test
    @Order(3)
    void anExcludedDriverLosesHisRankAndGetsItBack() {
        Contest contest = contest();
        Visitor approver = Visitor.signedIn(PROPERTIES.port(), "admin", Properties.PASSWORD);
        approver.get(path(contest));
        Review before = desk.open(contest.id(), live(contest));
        String driver = before.lines().get(0).driver().id();
        String revision = Integer.toString(before.batch().revision());

        approver.post(path(contest) + "/exclusions", Map.of("driverId", driver, "revision", revision, "reason", " "));
        assertThat(desk.open(contest.id(), live(contest)).recipients()).isEqualTo(before.recipients());

        approver.post(
                path(contest) + "/exclusions",
                Map.of("driverId", driver, "revision", revision, "reason", "truck in the workshop"));
        Review without = desk.open(contest.id(), live(contest));
        assertThat(without.recipients()).isEqualTo(before.recipients() - 1);
        assertThat(without.lines().get(0).driver().id()).isNotEqualTo(driver);
        assertThat(without.lines().get(0).standing().rank()).contains(1);

        approver.post(path(contest) + "/inclusions", Map.of("driverId", driver, "revision", revision));
        assertThat(desk.open(contest.id(), live(contest)).recipients())
                .as("a form that shows the week before the exclusion")
                .isEqualTo(before.recipients() - 1);
        String changed = Integer.toString(without.batch().revision());
        approver.post(path(contest) + "/inclusions", Map.of("driverId", driver, "revision", changed));
        assertThat(desk.open(contest.id(), live(contest)).lines()).isEqualTo(before.lines());
    }

    @Test
    @Order(4)
    void approvingSendsOneSmsToEachDriverAndReceiptsPublishTheWeek() {
        Contest contest = contest();
        Visitor approver = Visitor.signedIn(PROPERTIES.port(), "admin", Properties.PASSWORD);
        approver.get(path(contest));
        Review review = desk.open(contest.id(), live(contest));
        List<String> numbers = review.lines().stream()
                .filter(line -> line.message().isPresent())
                .map(line -> line.driver().phone().orElseThrow().substring(1))
                .toList();

        approve(approver, contest, review);
        await().atMost(Duration.ofMinutes(2)).until(() -> isOut(live(contest)));

        assertThat(numbers).hasSize(review.recipients()).hasSizeGreaterThan(8);
        assertThat(ledger.recipients()).containsExactlyInAnyOrderElementsOf(numbers);
        assertThat(outbox.countByState(contest.id(), live(contest)))
                .containsOnlyKeys(Sms.State.DELIVERED)
                .containsEntry(Sms.State.DELIVERED, numbers.size());
        assertThat(ledger.texts("text"))
                .allSatisfy(text -> assertThat(text.length()).isLessThanOrEqualTo(160));
    }

    @Test
    @Order(5)
    void approvingAgainOrStartingTheWeekAgainSendsNothingMore() {
        Contest contest = contest();
        int sent = ledger.recipients().size();
        Visitor approver = Visitor.signedIn(PROPERTIES.port(), "admin", Properties.PASSWORD);
        approver.get(path(contest));

        approve(approver, contest, desk.open(contest.id(), live(contest)));
        approver.get("/");
        approver.post(
                "/contests/" + contest.id() + "/weeks",
                Map.of("week", live(contest).toString()));
        String second = engine.startProcessInstanceByKey(
                        "weekly-contest",
                        Map.of("contestId", contest.id(), "week", live(contest).toString()))
                .getId();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> engine.createProcessInstanceQuery()
                                .processInstanceId(second)
                                .count()
                        == 0);

        assertThat(isOut(live(contest))).isTrue();
        assertThat(ledger.recipients()).hasSize(sent);
    }

    @Test
    @Order(6)
    void anAppealThatIsUpheldRevisesWhatIsProvisionalAndAmendsWhatIsClosed() {
        Contest contest = contest();
        Visitor approver = Visitor.signedIn(PROPERTIES.port(), "admin", Properties.PASSWORD);
        IsoWeek closed = live(contest).plusWeeks(-1);
        List<DriverScore> before = scores.list(contest.id(), closed);
        uphold(approver, contest, closed);
        assertThat(scores.list(contest.id(), closed)).isEqualTo(before);
        assertThat(appeals.listAmendments(contest.id(), closed)).singleElement().satisfies(amendment -> assertThat(
                        amendment.scoreAfter().orElseThrow())
                .isGreaterThan(amendment.scoreBefore().orElseThrow()));
        assertThat(approver.get("/contests/" + contest.id() + "/weeks/" + closed)
                        .body())
                .contains("a dog on the road");

        boolean provisional = state(live(contest)) == Batch.State.PUBLISHED;
        uphold(approver, contest, live(contest));
        assertThat(appeals.listSetAside(contest.id(), live(contest))).hasSize(provisional ? 1 : 0);
        assertThat(teams.listStandings(contest.id(), live(contest))).hasSize(3).anyMatch(team -> team.rank()
                .isPresent());
    }

    /** Whoever has the event that costs most. */
    private Upheld dearest(Contest contest, IsoWeek week) {
        return scores.listStandings(contest.id(), week).stream()
                .map(Standing::driverId)
                .flatMap(driver -> explanations.explain(contest.id(), week, driver).explanation().events().stream()
                        .map(cost -> Map.entry(driver, cost)))
                .max(Comparator.comparing(entry -> entry.getValue().weekPoints()))
                .map(entry -> new Upheld(
                        entry.getKey(), EventKey.of(entry.getValue().scored().event()), "a dog on the road", "admin"))
                .orElseThrow();
    }

    private void uphold(Visitor approver, Contest contest, IsoWeek week) {
        Upheld upheld = dearest(contest, week);
        String page = "/contests/" + contest.id() + "/weeks/" + week + "/drivers/" + upheld.driverId();
        approver.get(page);
        int revision = contests.findBatch(contest.id(), week).orElseThrow().revision();
        approver.post(
                page + "/appeals",
                Map.of(
                        "vehicleId", upheld.event().vehicleId(),
                        "kind", upheld.event().kind().name(),
                        "at", upheld.event().at().toString(),
                        "revision", Integer.toString(revision),
                        "reason", upheld.reason()));
    }

    private static void approve(Visitor approver, Contest contest, Review review) {
        approver.post(
                path(contest) + "/decision",
                Map.of(
                        "decision",
                        "APPROVE",
                        "revision",
                        Integer.toString(review.batch().revision()),
                        "reason",
                        ""));
    }

    private Contest contest() {
        return contests.list().get(0);
    }

    /** The one ended week that is no shadow week. */
    private static IsoWeek live(Contest contest) {
        return IsoWeek.of(contest.liveFrom());
    }

    private static String path(Contest contest) {
        return "/contests/" + contest.id() + "/weeks/" + live(contest);
    }

    /** Published, and from Thursday noon on closed: this test runs on any day. */
    private boolean isOut(IsoWeek week) {
        Instant closesAt = sites.get(contest().siteId()).closesAt(week);
        return state(week) == (Instant.now().isBefore(closesAt) ? Batch.State.PUBLISHED : Batch.State.CLOSED);
    }

    private Batch.State state(IsoWeek week) {
        return contests.findBatch(contest().id(), week).map(Batch::state).orElse(null);
    }
}
