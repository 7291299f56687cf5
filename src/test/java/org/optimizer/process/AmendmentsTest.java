package org.optimizer.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.optimizer.process.Season.CONTEST;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.optimizer.config.EdgesTest;
import org.optimizer.model.Amendment;
import org.optimizer.model.Batch;
import org.optimizer.model.EventKey;
import org.optimizer.model.Exclusion;
import org.optimizer.model.FleetMean;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.Manoeuvre;
import org.optimizer.model.ManoeuvreKind;
import org.optimizer.model.ScoringMethod;
import org.optimizer.model.SetAside;
import org.optimizer.model.VehicleClass;
import org.optimizer.process.Amendments.Upheld;
import org.optimizer.process.ReviewDesk.Refused;
import org.optimizer.rules.RulebookShelf;
import org.optimizer.rules.RulesFolder;
import org.optimizer.transform.scoring.Week;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The worked example's driver appeals against his severe brake: 68.66 becomes 69.30, and second place first. */
@EdgesTest
class AmendmentsTest {
    private static final IsoWeek WEEK = Week.W43;
    private static final Instant WEDNESDAY = Instant.parse("2026-10-28T09:00:00Z");
    private static final Instant THURSDAY_NOON = Instant.parse("2026-10-29T11:00:00Z");
    private static RulebookShelf shelf;

    @Autowired
    private ProducerTemplate camel;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private Season season;

    @BeforeEach
    void theDriverIsSecondByAThird() {
        if (shelf == null) {
            shelf = RulesFolder.shelf(Path.of("rules"));
        }
        season = new Season(camel, jdbc, transactions, shelf);
        season.contest(ScoringMethod.ABSOLUTE, "d1", "rival");
        season.drives("d1", Week.worked());
        season.drives("rival", Week.worked().without(ManoeuvreKind.BRAKING, 1.5));
        season.opens(WEEK, new FleetMean(VehicleClass.ARTIC, 6, 7));
        season.scores(WEEK);
        season.clock.now = WEDNESDAY;
        assertThat(season.score(WEEK, "d1").score()).contains(new BigDecimal("68.66"));
        assertThat(season.standing(WEEK, "d1").rank()).contains(2);
    }

    @AfterEach
    void clear() {
        season.clear();
    }

    private static EventKey event(String driver, ManoeuvreKind kind, double peakMps2) {
        Manoeuvre manoeuvre = Week.worked().trips().get(0).manoeuvres().stream()
                .filter(each -> each.kind() == kind && each.peakMps2() == peakMps2)
                .findFirst()
                .orElseThrow();
        // the part above the threshold begins a second after the manoeuvre
        return new EventKey(Season.truck(driver), kind, manoeuvre.at().plusSeconds(1));
    }

    private static EventKey severeBrake() {
        return event("d1", ManoeuvreKind.BRAKING, 2.2);
    }

    private boolean uphold(EventKey event) {
        return uphold(event, "a dog on the road ");
    }

    private boolean uphold(EventKey event, String reason) {
        return season.amendments.uphold(
                CONTEST, WEEK, season.batch(WEEK).revision(), new Upheld("d1", event, reason, "anne"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Batch.State.class,
            names = {"IN_REVIEW", "SENDING", "PUBLISHED"})
    void beforeTheClosingTheWeekIsScoredAndRankedAgainWithoutTheEvent(Batch.State state) {
        season.moves(WEEK, state);

        assertThat(uphold(severeBrake())).isFalse();

        assertThat(season.score(WEEK, "d1").score()).contains(new BigDecimal("69.30"));
        assertThat(season.standing(WEEK, "d1").rank()).contains(1);
        assertThat(season.standing(WEEK, "rival").rank()).contains(2);
        assertThat(season.batch(WEEK).revision()).isEqualTo(2);
        assertThat(season.batch(WEEK).state()).isEqualTo(state);
        assertThat(season.appeals.listSetAside(CONTEST, WEEK))
                .containsExactly(new SetAside("d1", severeBrake(), "a dog on the road", "anne", WEDNESDAY));
        assertThat(season.appeals.listAmendments(CONTEST, WEEK)).isEmpty();
        assertThat(jdbc.queryForList("select decision, decided_by, revision, reason from review_decision"))
                .singleElement()
                .asString()
                .contains("set-aside", "anne", "REVISION=2", "d1, BRAKING", "a dog on the road");
    }

    @Test
    void anotherScoringKeepsTheEventOut() {
        uphold(severeBrake());

        season.scores(WEEK);

        assertThat(season.score(WEEK, "d1").score()).contains(new BigDecimal("69.30"));
        assertThat(season.score(WEEK, "rival").facts().brakingPoints()).isEqualTo(39);
    }

    @Test
    void afterTheClosingTheResultStaysAndADatedAmendmentStandsBesideIt() {
        season.steps.publishWeek(CONTEST, WEEK.toString());
        season.clock.now = THURSDAY_NOON;
        season.steps.closeWeek(CONTEST, WEEK.toString());
        Map<String, List<String>> before = season.resultsOf(WEEK);

        assertThat(uphold(severeBrake())).isTrue();

        assertThat(season.resultsOf(WEEK)).isEqualTo(before);
        assertThat(season.appeals.listSetAside(CONTEST, WEEK)).isEmpty();
        assertThat(season.appeals.listAmendments(CONTEST, WEEK))
                .containsExactly(new Amendment(
                        "d1",
                        severeBrake(),
                        "a dog on the road",
                        "anne",
                        THURSDAY_NOON,
                        Optional.of(new BigDecimal("68.66")),
                        Optional.of(new BigDecimal("69.30")),
                        Optional.of(2),
                        Optional.of(1)));
    }

    /** The engine was down on Thursday: the job that closes has not run yet. */
    @Test
    void fromTheClosingTimeOnAPublishedWeekIsFinalEvenWhenTheJobIsLate() {
        season.steps.publishWeek(CONTEST, WEEK.toString());
        season.clock.now = THURSDAY_NOON.minusMillis(1);
        uphold(event("d1", ManoeuvreKind.BRAKING, 1.5));
        season.clock.now = THURSDAY_NOON;

        assertThat(uphold(severeBrake())).isTrue();

        assertThat(season.appeals.listAmendments(CONTEST, WEEK)).hasSize(1);
        assertThat(season.score(WEEK, "d1").facts().brakingPoints()).isEqualTo(39);
    }

    /** What was read before the wait says that the week is published, and its closing time is not over. */
    @Test
    void anAppealThatWaitsForTheClosingToCommitBecomesAnAmendment() throws Exception {
        season.steps.publishWeek(CONTEST, WEEK.toString());
        EventKey brake = severeBrake();
        CompletableFuture<Boolean> appeal = new TransactionTemplate(transactions).execute(closing -> {
            season.steps.closeWeek(CONTEST, WEEK.toString());
            CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(() -> uphold(brake, 1));
            awaitOneThatIsBlocked(waiting);
            return waiting;
        });

        assertThat(appeal.get(20, TimeUnit.SECONDS)).isTrue();

        assertThat(season.appeals.listAmendments(CONTEST, WEEK)).hasSize(1);
        assertThat(season.appeals.listSetAside(CONTEST, WEEK)).isEmpty();
    }

    private boolean uphold(EventKey event, int revision) {
        return season.amendments.uphold(CONTEST, WEEK, revision, new Upheld("d1", event, "a dog", "anne"));
    }

    private void awaitOneThatIsBlocked(CompletableFuture<Boolean> waiting) {
        String blocked = "select count(*) from information_schema.sessions where blocker_id is not null";
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (jdbc.queryForObject(blocked, Integer.class) == 0) {
            assertThat(waiting).as("it has to wait for the closing").isNotDone();
            assertThat(System.nanoTime()).as("nobody waits").isLessThan(until);
            Thread.onSpinWait();
        }
    }

    @Test
    void aSecondAmendmentBeginsWhereTheFirstEnded() {
        season.steps.closeWeek(CONTEST, WEEK.toString());
        uphold(severeBrake());

        uphold(event("d1", ManoeuvreKind.BRAKING, 1.5));

        List<Amendment> amendments = season.appeals.listAmendments(CONTEST, WEEK);
        assertThat(amendments.get(1).scoreBefore())
                .isEqualTo(amendments.get(0).scoreAfter())
                .contains(new BigDecimal("69.30"));
        assertThat(amendments.get(1).scoreAfter().orElseThrow()).isGreaterThan(new BigDecimal("69.30"));
        assertThat(amendments.get(1).rankBefore()).contains(1);
    }

    @Test
    void dataThatCameAfterTheClosingAreNotInAnAmendment() {
        season.steps.closeWeek(CONTEST, WEEK.toString());
        season.drives("d1", Week.worked().km(2000).gentle(0.9));

        uphold(severeBrake());

        assertThat(season.appeals.listAmendments(CONTEST, WEEK).get(0).scoreAfter())
                .contains(new BigDecimal("69.30"));
    }

    @Test
    void whoIsExcludedHasNoRankBeforeOrAfter() {
        season.reviewSink.exclude(CONTEST, WEEK, new Exclusion("d1", "borrowed badge", "anne", WEDNESDAY));
        season.results.rank(season.contests.get(CONTEST), season.batch(WEEK));
        season.steps.closeWeek(CONTEST, WEEK.toString());

        uphold(severeBrake());

        assertThat(season.appeals.listAmendments(CONTEST, WEEK)).singleElement().satisfies(amendment -> {
            assertThat(amendment.rankBefore()).isEmpty();
            assertThat(amendment.rankAfter()).isEmpty();
        });
    }

    private void assertRefused(String code, EventKey event) {
        Map<String, List<String>> before = season.resultsOf(WEEK);
        assertThatThrownBy(() -> uphold(event))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
        assertThat(season.resultsOf(WEEK)).as("nothing has happened").isEqualTo(before);
    }

    @Test
    void anEventIsTakenOutOnce() {
        uphold(severeBrake());
        assertRefused("event-out-already", severeBrake());
        season.steps.closeWeek(CONTEST, WEEK.toString());
        assertRefused("event-out-already", severeBrake());
        uphold(event("d1", ManoeuvreKind.BRAKING, 1.5));
        assertRefused("event-out-already", event("d1", ManoeuvreKind.BRAKING, 1.5));
    }

    @Test
    void anEventThatIsNotThereIsRefused() {
        EventKey brake = severeBrake();
        assertRefused("unknown-event", new EventKey("other-truck", brake.kind(), brake.at()));
        assertRefused(
                "unknown-event",
                new EventKey(brake.vehicleId(), brake.kind(), brake.at().plusMillis(1)));
        assertRefused("unknown-event", new EventKey(brake.vehicleId(), ManoeuvreKind.ACCELERATION, brake.at()));
    }

    @Test
    void anEventThatLateFixesHaveMovedIsRefusedInsteadOfCostingPointsOn() {
        season.drives("d1", Week.worked().without(ManoeuvreKind.BRAKING, 2.2));
        assertRefused("event-moved", severeBrake());
        assertThat(season.appeals.listSetAside(CONTEST, WEEK)).isEmpty();
    }

    @Test
    void anEventOfATripWhoseEventsDoNotCountIsRefused() {
        season.drives("d1", Week.worked().interval(3));
        season.scores(WEEK);
        assertRefused("unknown-event", severeBrake());
    }

    @Test
    void withoutAReasonOrOnOldMarksNothingHappens() {
        assertThatThrownBy(() -> uphold(severeBrake(), " "))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("reason-missing"));
        assertThatThrownBy(() ->
                        season.amendments.uphold(CONTEST, WEEK, 0, new Upheld("d1", severeBrake(), "a dog", "anne")))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("revision-changed"));
        assertThat(season.appeals.listSetAside(CONTEST, WEEK)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Batch.State.class,
            names = {"OPEN", "FETCHING", "EMPTY", "SCORING", "CANCELLED"})
    void aWeekWithoutResultsTakesNoAppeal(Batch.State state) {
        season.moves(WEEK, state);
        assertRefused("week-without-results", severeBrake());
    }

    @Test
    void aContestWhoseMarksComeFromNoEventsTakesNone() {
        season.contest(ScoringMethod.RELATIVE, "d1", "rival");
        assertRefused("method-without-events", severeBrake());
    }
}
