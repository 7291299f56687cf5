package org.optimizer.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.optimizer.process.Season.CONTEST;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.ProducerTemplate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.optimizer.config.EdgesTest;
import org.optimizer.model.Batch;
import org.optimizer.model.Exclusion;
import org.optimizer.model.FleetMean;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.ScoringMethod;
import org.optimizer.model.VehicleClass;
import org.optimizer.rules.RulebookShelf;
import org.optimizer.rules.RulesFolder;
import org.optimizer.transform.scoring.Week;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** What is final stays, whatever comes later; what is provisional never makes a later week depend on which job ran first. */
@EdgesTest
class ClosedWeekTest {
    private static final IsoWeek W41 = IsoWeek.parse("2026-W41");
    private static final IsoWeek W42 = IsoWeek.parse("2026-W42");
    private static final IsoWeek W43 = Week.W43;

    @Autowired
    private ProducerTemplate camel;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @TempDir
    private Path folder;

    private RulesFolder rules;
    private RulebookShelf shelf;
    private Season season;

    @BeforeEach
    void threeDrivers() {
        rules = RulesFolder.copyInto(folder);
        shelf = new RulebookShelf(folder, version -> Season.keptRules(camel).find(version));
        season = new Season(camel, jdbc, transactions, shelf);
        season.contest(ScoringMethod.ABSOLUTE, "d1", "d2", "d3");
        for (IsoWeek week : List.of(W41, W42, W43)) {
            season.drives("d1", Week.worked().in(week));
            season.drives("d2", Week.worked().gentle(0.7).in(week));
            season.drives("d3", Week.worked().gentle(0.5).in(week));
        }
    }

    @AfterEach
    void clear() {
        season.clear();
    }

    private void close(IsoWeek week) {
        season.runs(week);
        season.steps.publishWeek(CONTEST, week.toString());
        season.steps.closeWeek(CONTEST, week.toString());
    }

    @Test
    void aClosedWeekThatIsRunAgainStaysByteForByte() {
        close(W43);
        String week = W43.toString();
        Map<String, List<String>> before = season.resultsOf(W43);
        season.drives("d1", Week.worked().noEvents());
        season.members("d1");

        assertThatThrownBy(() -> season.steps.openWeek(CONTEST, week)).isInstanceOf(BpmnError.class);
        Map<String, ThrowingCallable> steps = Map.of(
                "begin-fetch", () -> season.steps.beginFetch(CONTEST, week),
                "check-week", () -> season.steps.checkWeek(CONTEST, week),
                "plan-scoring", () -> season.steps.planScoring(CONTEST, week),
                "score-drivers", () -> season.steps.scoreDrivers(CONTEST, week, 0, 1),
                "rank-drivers", () -> season.steps.rankDrivers(CONTEST, week),
                "cancel-week", () -> season.steps.cancelWeek(CONTEST, week),
                "queue-messages", () -> season.steps.queueMessages(CONTEST, week, "anne"),
                "publish-week", () -> season.steps.publishWeek(CONTEST, week));
        steps.forEach((step, call) -> assertThatThrownBy(call).as(step).hasMessageContaining("its results are final"));
        season.steps.closeWeek(CONTEST, week);

        assertThat(before.get("driver_score")).hasSize(3);
        assertThat(before.get("team_standing")).singleElement().asString().contains("Larzac");
        assertThat(season.resultsOf(W43)).isEqualTo(before);
    }

    @Test
    void dataThatComeAfterTheClosingAreStoredAndChangeNothing() {
        close(W43);
        Map<String, List<String>> before = season.resultsOf(W43);

        season.drives("d1", Week.worked().km(2000));

        assertThat(jdbc.queryForObject(
                        "select sum(distance_km) from trip where driver_id = 'd1' and site_day between ? and ?",
                        Double.class,
                        W43.monday(),
                        W43.sunday()))
                .isCloseTo(2000, within(1e-6));
        assertThatThrownBy(() -> season.steps.scoreDrivers(CONTEST, W43.toString(), 0, 1))
                .hasMessageContaining("its results are final");
        assertThat(season.resultsOf(W43)).isEqualTo(before);
    }

    @Test
    void dataThatComeBeforeTheReviewCountWhenTheWeekIsScoredAgain() {
        season.runs(W43);
        season.drives("d1", Week.worked().km(2000));

        season.scores(W43);

        assertThat(season.score(W43, "d1").facts().distanceKm()).isCloseTo(2000, within(1e-6));
        assertThat(season.batch(W43).revision()).isEqualTo(2);
    }

    @Test
    void aRuleThatIsEditedOnWednesdayCountsFromTheNextWeekOn() {
        season.steps.openWeek(CONTEST, W43.toString());
        String pinned = season.batch(W43).rulebook();
        rules.editCell("feature-mark.table.csv", "artic-acceleration-points", "half_mark_at", "6")
                .editCell("feature-mark.cases.csv", "artic-acceleration-points-half", "value", "6")
                .editCell("feature-mark.cases.csv", "worked-example-acceleration", "points", "60.33");
        shelf.reload();

        season.scores(W43);
        season.steps.openWeek(CONTEST, W43.plusWeeks(1).toString());

        assertThat(shelf.current().version()).isNotEqualTo(pinned);
        assertThat(season.score(W43, "d1").rulebook()).isEqualTo(pinned);
        assertThat(season.score(W43, "d1").score().orElseThrow()).isEqualByComparingTo("68.21");
        assertThat(season.batch(W43.plusWeeks(1)).rulebook())
                .isEqualTo(shelf.current().version());
    }

    /** The week before last counts (30 and 42 points on 812.4 km, three times), the last one never. */
    @ParameterizedTest
    @CsvSource({
        "CLOSED, CLOSED",
        "CLOSED, IN_REVIEW",
        "CLOSED, PUBLISHED",
        "PUBLISHED, CLOSED",
        "PUBLISHED, PUBLISHED",
        "SENDING, IN_REVIEW",
        "IN_REVIEW, SENDING"
    })
    void whatCountsAsAverageDoesNotDependOnHowFarTheWeeksBeforeAre(Batch.State beforeLast, Batch.State last) {
        season.runs(W41);
        season.drives("d1", Week.worked().noEvents().in(W42));
        season.runs(W42);
        season.moves(W41, beforeLast);
        season.moves(W42, last);

        season.steps.openWeek(CONTEST, W43.toString());

        List<FleetMean> means = season.batch(W43).means();
        assertThat(means).singleElement().satisfies(mean -> {
            assertThat(mean.vehicleClass()).isEqualTo(VehicleClass.ARTIC);
            assertThat(mean.accelerationPoints()).isCloseTo(30 / 8.124, within(1e-9));
            assertThat(mean.brakingPoints()).isCloseTo(42 / 8.124, within(1e-9));
        });
    }

    /** He drove without any event; the others made 30 and 42 points on 812.4 km. */
    @Test
    void whoWasExcludedFromAWeekIsNoPartOfWhatCountsAsAverage() {
        season.drives("d1", Week.worked().noEvents().in(W41));
        season.runs(W41);
        season.runs(W42);
        season.reviewSink.exclude(CONTEST, W41, new Exclusion("d1", "phone in a drawer", "anne", Instant.EPOCH));

        season.steps.openWeek(CONTEST, W43.toString());

        assertThat(season.batch(W43).means()).singleElement().satisfies(mean -> {
            assertThat(mean.accelerationPoints()).isCloseTo(30 / 8.124, within(1e-9));
            assertThat(mean.brakingPoints()).isCloseTo(42 / 8.124, within(1e-9));
        });
    }

    @ParameterizedTest
    @CsvSource({"IN_REVIEW, IN_REVIEW", "PUBLISHED, PUBLISHED", "CLOSED, SENDING", "CLOSED, CLOSED"})
    void aGlobalScoreDoesNotDependOnHowFarTheWeeksBeforeAre(Batch.State beforeLast, Batch.State last) {
        season.runs(W41);
        season.runs(W42);
        season.moves(W41, beforeLast);
        season.moves(W42, last);

        season.runs(W43);

        assertThat(season.standing(W43, "d1").global().orElseThrow()).isEqualByComparingTo(threeWeeks());
        assertThat(season.standing(W43, "d1").globalDoubt()).isPresent();
    }

    /** With equal kilometres: (W43 + 0.8·W42 + 0.64·W41) / 2.44, each as stored. */
    private String threeWeeks() {
        double sum = points(W43) + 0.8 * points(W42) + 0.64 * points(W41);
        return String.format(java.util.Locale.ROOT, "%.2f", sum / 2.44);
    }

    private double points(IsoWeek week) {
        return season.score(week, "d1").score().orElseThrow().doubleValue();
    }

    @Test
    void aCancelledWeekCountsNowhere() {
        season.runs(W41);
        season.runs(W42);
        season.moves(W41, Batch.State.CANCELLED);
        season.moves(W42, Batch.State.CANCELLED);

        season.runs(W43);

        assertThat(season.batch(W43).means()).isEmpty();
        assertThat(season.standing(W43, "d1").global()).isEmpty();
    }

    @Test
    void aWeekFromWhichADriverWasExcludedIsNotInHisGlobalScore() {
        season.runs(W41);
        season.runs(W42);
        season.reviewSink.exclude(CONTEST, W42, new Exclusion("d1", "borrowed badge", "anne", Instant.EPOCH));
        season.runs(W43);

        double expected = (points(W43) + 0.64 * points(W41)) / 1.64;
        assertThat(season.standing(W43, "d1").global().map(Number::doubleValue))
                .hasValueSatisfying(global -> assertThat(global).isCloseTo(expected, within(0.0051)));
        assertThat(season.standing(W43, "d2").global()).isPresent();
    }

    @Test
    void aDriverWhomTheSiteDoesNotKnowHasALineAndNoMessage() {
        season.runs(W43);
        jdbc.update("delete from driver where driver_id = 'd2'");

        assertThat(season.results.lines(season.contests.get(CONTEST), W43))
                .hasSize(3)
                .filteredOn(line -> !line.getsMessage())
                .extracting(line -> line.driver().name())
                .containsExactly("d2");
    }

    @Test
    void aWeekClosesAtTheClosingTimeOfItsSite() {
        assertThat(season.steps.weekClosesAt(CONTEST, "2026-W43")).isEqualTo("2026-10-29T11:00:00Z");
        season.clock.now = Instant.parse("2026-10-29T10:59:59.999Z");
        assertThat(season.steps.isClosingTimePast(CONTEST, "2026-W43")).isFalse();
        season.clock.now = Instant.parse("2026-10-29T11:00:00Z");
        assertThat(season.steps.isClosingTimePast(CONTEST, "2026-W43")).isTrue();

        season.runs(W43);
        season.steps.publishWeek(CONTEST, "2026-W43");
        assertThat(season.batch(W43).state()).isEqualTo(Batch.State.PUBLISHED);
        assertThat(season.batch(W43).closedAt()).isEmpty();
        season.steps.closeWeek(CONTEST, "2026-W43");
        assertThat(season.batch(W43).closedAt()).isEqualTo(Optional.of(season.clock.now));
    }

    @Test
    void aTeamIsRankedWithTheMembersItHasThen() {
        season.runs(W43);
        assertThat(season.resultsOf(W43).get("team_standing"))
                .singleElement()
                .asString()
                .contains("RANKED_MEMBERS=3", "PLACE=1");

        season.members("d1", "d2");
        season.scores(W43);

        assertThat(season.resultsOf(W43).get("team_standing"))
                .singleElement()
                .asString()
                .contains("RANKED_MEMBERS=2", "PLACE=null");
    }
}
