package org.optimizer.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.optimizer.process.Season.CONTEST;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.optimizer.config.EdgesTest;
import org.optimizer.extract.Facts;
import org.optimizer.extract.Revisions;
import org.optimizer.extract.Vehicles;
import org.optimizer.load.RevisionSink;
import org.optimizer.model.Batch;
import org.optimizer.model.Contest;
import org.optimizer.model.DriverScore;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.LateDay;
import org.optimizer.model.ManoeuvreKind;
import org.optimizer.model.RevisedScore;
import org.optimizer.model.ScoringMethod;
import org.optimizer.model.WeekRevision;
import org.optimizer.process.ReviewDesk.Refused;
import org.optimizer.rules.RulebookShelf;
import org.optimizer.rules.RulesFolder;
import org.optimizer.transform.scoring.Week;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Late data re-score, and never edit a score that was sent (promise R11). */
@EdgesTest
class LateDataTest {
    private static final IsoWeek WEEK = Week.W43;
    private static RulebookShelf shelf;

    @Autowired
    private ProducerTemplate camel;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private Season season;
    private RevisionDesk desk;

    @BeforeEach
    void aWeekOfThreeDriversIsScored() {
        if (shelf == null) {
            shelf = RulesFolder.shelf(Path.of("rules"));
        }
        season = new Season(camel, jdbc, transactions, shelf);
        season.contest(ScoringMethod.ABSOLUTE, "d1", "d2", "d3");
        season.drives("d1", Week.worked());
        season.drives("d2", Week.worked().gentle(0.7));
        season.drives("d3", Week.worked().gentle(0.5));
        season.runs(WEEK);
        desk = new RevisionDesk(
                season.contests,
                new Vehicles(camel),
                new Facts(camel),
                season.scores,
                season.appeals,
                new Revisions(camel),
                season.sink,
                new RevisionSink(camel),
                season.steps,
                season.results,
                new TransactionTemplate(transactions),
                season.clock);
    }

    @AfterEach
    void clear() {
        season.clear();
        jdbc.update("delete from sms_outbox");
    }

    private void approve() {
        season.approves(WEEK, "anne");
        season.steps.queueMessages(CONTEST, WEEK.toString(), "anne");
        season.steps.publishWeek(CONTEST, WEEK.toString());
    }

    /** A recorder without network: two days later the drive of its driver is another one, and twice as long. */
    private void lateBatch() {
        season.clock.now = season.clock.now.plus(Duration.ofHours(48));
        season.drives("d1", Week.worked().km(2000));
        season.drives("d2", Week.worked().without(ManoeuvreKind.BRAKING, 1.5));
    }

    private List<LateDay> late() {
        return desk.of(CONTEST, WEEK).late();
    }

    @Test
    void aWeekWhoseFactsAreThoseOfItsScoringHasNoLateData() {
        assertThat(late()).isEmpty();
        season.drives("d1", Week.worked());
        assertThat(late()).isEmpty();
    }

    @Test
    void inReviewItIsSaidWhichDriversVehiclesDaysAndKmAreNew() {
        lateBatch();

        assertThat(late()).extracting(LateDay::driverId).contains("d1", "d2").doesNotContain("d3");
        assertThat(late().stream().filter(day -> day.driverId().equals("d1")))
                .isNotEmpty()
                .allSatisfy(day -> {
                    assertThat(day.vehicleId()).isEqualTo("truck-of-d1");
                    assertThat(day.kmNow()).isGreaterThan(day.kmBefore() + 1);
                });
        assertThat(desk.lateText(CONTEST, WEEK.toString()))
                .startsWith("score again: 2026-10-19 truck-of-d1 driver d1 ")
                .contains(" → ");
    }

    @Test
    void scoringAgainInReviewUsesTheNewDataAndThenNothingIsLate() {
        lateBatch();

        season.scores(WEEK);

        assertThat(late()).isEmpty();
        assertThat(desk.lateText(CONTEST, WEEK.toString())).isEqualTo("none");
        assertThat(season.score(WEEK, "d1").facts().distanceKm()).isGreaterThan(1999);
    }

    @Test
    void aDriverWhoseDayCameWhollyLateIsNamedWithNothingBefore() {
        jdbc.update("delete from trip where driver_id = 'd3'");
        List.of("day_facts", "manoeuvre", "movement_curve", "standstill", "zone_visit", "gradient", "data_note")
                .forEach(table -> jdbc.update("delete from " + table + " where vehicle_id = 'truck-of-d3'"));
        season.scores(WEEK);
        season.drives("d3", Week.worked());

        assertThat(late()).isNotEmpty().allSatisfy(day -> {
            assertThat(day.driverId()).isEqualTo("d3");
            assertThat(day.kmBefore()).isZero();
        });
    }

    @Test
    void aLateBatchAfterTheApprovalMakesARevisionAndEditsNothing() {
        approve();
        Map<String, List<String>> sent = rows();
        lateBatch();

        int number = desk.revise(CONTEST, WEEK, " a phone without network ", "anne");

        long edited = edited(sent);
        WeekRevision revision = desk.of(CONTEST, WEEK).revisions().get(0);
        System.out.printf(
                "R11: a batch 48 h late after the approval: revisions created %d, drivers re-scored %d, edited rows %d%n",
                desk.of(CONTEST, WEEK).revisions().size(), revision.scores().size(), edited);
        assertThat(edited).isZero();
        assertThat(number).isEqualTo(1);
        assertThat(revision.by()).isEqualTo("anne");
        assertThat(revision.reason()).isEqualTo("a phone without network");
        assertThat(revision.at()).isEqualTo(season.clock.now);
        assertThat(revision.rulebook()).isEqualTo(season.batch(WEEK).rulebook());
        assertThat(revision.scores()).extracting(RevisedScore::driverId).containsExactly("d1", "d2", "d3");
        assertThat(revision.scores().get(0).kmAfter()).isGreaterThan(1999);
        assertThat(revision.scores().get(0).scoreBefore())
                .isEqualTo(season.score(WEEK, "d1").score());
        assertThat(revision.scores().get(1).changes()).isTrue();
        assertThat(late()).isEmpty();
    }

    /** The failing control: what the promise would be worth if late data were scored in place. */
    @Test
    void scoringInPlaceWouldEditWhatWasSent() {
        approve();
        Map<String, List<String>> sent = rows();
        lateBatch();

        season.steps.score(season.batch(WEEK), List.of("d1", "d2", "d3"));
        season.results.rank(season.contests.get(CONTEST), season.batch(WEEK));

        long edited = edited(sent);
        System.out.printf("R11, control: the same batch scored in place: edited rows %d%n", edited);
        assertThat(edited).isPositive();
    }

    @Test
    void aRevisionSaysWhatScoringAgainWouldHaveSaid() {
        lateBatch();
        Contest contest = season.contests.get(CONTEST);
        season.scores(WEEK);
        List<DriverScore> scoredAgain = season.scores.list(CONTEST, WEEK);
        assertThat(contest.vehicleIds()).hasSize(3);
        clear();
        aWeekOfThreeDriversIsScored();
        approve();
        lateBatch();

        desk.revise(CONTEST, WEEK, "late", "anne");

        assertThat(desk.of(CONTEST, WEEK).revisions().get(0).scores())
                .extracting(RevisedScore::scoreAfter)
                .containsExactlyElementsOf(
                        scoredAgain.stream().map(DriverScore::score).toList());
    }

    @Test
    void aClosedWeekIsNeverChangedAndMoreLateDataMakeAnotherRevision() {
        approve();
        season.steps.closeWeek(CONTEST, WEEK.toString());
        Map<String, List<String>> closed = rows();
        lateBatch();
        desk.revise(CONTEST, WEEK, "late", "anne");
        Map<String, List<String>> first = season.tables("week_revision", "revised_score");
        season.drives("d3", Week.worked().km(900));

        assertThat(late()).extracting(LateDay::driverId).containsOnly("d3");
        assertThat(desk.revise(CONTEST, WEEK, "later still", "bob")).isEqualTo(2);

        assertThat(edited(closed)).isZero();
        assertThat(season.tables("week_revision", "revised_score"))
                .allSatisfy((table, rows) -> assertThat(rows).containsAll(first.get(table)));
    }

    @Test
    void theRulesOfTheWeekAreThoseOfItsResults() {
        approve();
        lateBatch();
        Batch batch = season.batch(WEEK);

        desk.revise(CONTEST, WEEK, "late", "anne");

        assertThat(desk.of(CONTEST, WEEK).revisions().get(0).rulebook()).isEqualTo(batch.rulebook());
        assertThat(season.batch(WEEK)).isEqualTo(batch);
    }

    @ParameterizedTest
    @EnumSource(
            value = Batch.State.class,
            names = {"IN_REVIEW", "SCORING", "CANCELLED"})
    void aWeekThatIsNotOutTakesNoRevision(Batch.State state) {
        season.moves(WEEK, state);
        lateBatch();
        assertThatThrownBy(() -> desk.revise(CONTEST, WEEK, "late", "anne"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("week-not-out"));
    }

    @Test
    void aRevisionNeedsAReasonAndSomethingNew() {
        approve();
        assertThatThrownBy(() -> desk.revise(CONTEST, WEEK, "late", "anne"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("nothing-new"));
        lateBatch();
        assertThatThrownBy(() -> desk.revise(CONTEST, WEEK, " ", "anne"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("reason-missing"));
        assertThat(season.tables("week_revision").get("week_revision")).isEmpty();
    }

    /** Every column of every result and message of the week. */
    private Map<String, List<String>> rows() {
        Map<String, List<String>> rows = new java.util.TreeMap<>(season.resultsOf(WEEK));
        rows.putAll(season.tables("sms_outbox"));
        assertThat(rows.get("driver_score")).hasSize(3);
        assertThat(rows.get("sms_outbox")).hasSize(3);
        return rows;
    }

    /** How many of these rows are not there any more as they were, or are there in addition. */
    private long edited(Map<String, List<String>> before) {
        Map<String, List<String>> now = rows();
        return before.entrySet().stream()
                .mapToLong(table -> Stream.concat(
                                table.getValue().stream()
                                        .filter(row -> !now.get(table.getKey()).contains(row)),
                                now.get(table.getKey()).stream()
                                        .filter(row -> !table.getValue().contains(row)))
                        .count())
                .sum();
    }
}
