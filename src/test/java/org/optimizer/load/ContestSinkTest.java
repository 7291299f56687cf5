package org.optimizer.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.ProducerTemplate;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.optimizer.config.EdgesTest;
import org.optimizer.extract.Contests;
import org.optimizer.extract.Scores;
import org.optimizer.extract.Teams;
import org.optimizer.model.Batch;
import org.optimizer.model.DriverScore;
import org.optimizer.model.DriverWeek;
import org.optimizer.model.Exclusion;
import org.optimizer.model.Feature;
import org.optimizer.model.FeatureMark;
import org.optimizer.model.FleetMean;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.Mark;
import org.optimizer.model.MarkKind;
import org.optimizer.model.Reason;
import org.optimizer.model.SamplingClass;
import org.optimizer.model.Standing;
import org.optimizer.model.TeamStanding;
import org.optimizer.model.VehicleClass;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;

@EdgesTest
@Transactional
class ContestSinkTest {
    private static final IsoWeek WEEK = IsoWeek.parse("2026-W53");
    private static final Instant OPENED = Instant.parse("2027-01-04T02:00:00.007Z");

    @Autowired
    private ProducerTemplate camel;

    @Autowired
    private JdbcTemplate jdbc;

    private ContestSink sink;
    private Contests contests;
    private Scores scores;

    @BeforeEach
    void openAWeek() {
        sink = new ContestSink(camel);
        contests = new Contests(camel);
        scores = new Scores(camel);
        assertThat(sink.open(batch(WEEK))).isTrue();
    }

    private static final List<FleetMean> MEANS =
            List.of(new FleetMean(VehicleClass.ARTIC, 1.0 / 3, 7), new FleetMean(VehicleClass.TIPPER, 9.25, 2.0 / 3));

    private static Batch batch(IsoWeek week) {
        return new Batch("c1", week, 7, Batch.State.OPEN, 0, "sha256:1", MEANS, OPENED);
    }

    @Test
    void aWeekIsOpenedOnce() {
        assertThat(sink.open(new Batch("c1", WEEK, 9, Batch.State.CLOSED, 5, "other", List.of(), OPENED)))
                .isFalse();

        assertThat(contests.findBatch("c1", WEEK)).contains(batch(WEEK));
        assertThat(contests.findBatch("c1", WEEK.plusWeeks(1))).isEmpty();
    }

    @Test
    void theWeeksOfAContestComeNewestFirstAlsoOverNewYear() {
        IsoWeek next = WEEK.plusWeeks(1);
        sink.open(batch(next));

        assertThat(contests.listBatches("c1")).extracting(Batch::week).containsExactly(next, WEEK);
    }

    @Test
    void theStateOfAWeekThatWasNeverOpenedIsAnError() {
        sink.setState("c1", WEEK, Batch.State.IN_REVIEW);

        assertThat(contests.findBatch("c1", WEEK).orElseThrow().state()).isEqualTo(Batch.State.IN_REVIEW);
        assertThatThrownBy(() -> sink.setState("c2", WEEK, Batch.State.OPEN))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("2026-W53")
                .hasMessageContaining("c2");
    }

    @Test
    void aScoreIsReadBitForBitAsItWasWritten() {
        List<DriverScore> written = List.of(score("d1", WEEK, true), score("d2", WEEK, false));
        sink.saveScores("c1", WEEK, written);
        sink.saveScores("c1", WEEK, List.of());

        assertThat(scores.list("c1", WEEK)).isEqualTo(written);
    }

    @Test
    void savingReplacesTheSameDriversOnly() {
        sink.saveScores("c1", WEEK, List.of(score("d1", WEEK, true), score("d2", WEEK, true)));
        sink.saveScores("c1", WEEK, List.of(score("d2", WEEK, false)));

        assertThat(scores.list("c1", WEEK)).containsExactly(score("d1", WEEK, true), score("d2", WEEK, false));
    }

    @Test
    void anotherScoringDeletesTheResultsAndRaisesTheRevision() {
        IsoWeek other = WEEK.plusWeeks(1);
        sink.open(batch(other));
        sink.saveScores("c1", other, List.of(score("d1", other, true)));
        sink.saveScores("c1", WEEK, List.of(score("d1", WEEK, true)));
        sink.saveStandings("c1", WEEK, List.of(standing("d1", Optional.of(1))));

        sink.beginScoring("c1", WEEK);

        assertThat(scores.list("c1", WEEK)).isEmpty();
        assertThat(scores.listStandings("c1", WEEK)).isEmpty();
        assertThat(scores.list("c1", other)).hasSize(1);
        assertThat(contests.findBatch("c1", WEEK).orElseThrow().revision()).isEqualTo(1);
        for (String table : List.of("driver_score", "driver_feature", "mark", "feature_mark", "score_reason")) {
            assertThat(jdbc.queryForObject(
                            "select count(*) from " + table + " where iso_week = '2026-W53'", Integer.class))
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void theScoresOfAWeekThatIsSentOrClosedAreNeverDeleted() {
        sink.saveScores("c1", WEEK, List.of(score("d1", WEEK, true)));
        for (Batch.State state : List.of(Batch.State.SENDING, Batch.State.PUBLISHED, Batch.State.CLOSED)) {
            moveTo(WEEK, state);
            assertThatThrownBy(() -> sink.beginScoring("c1", WEEK)).isInstanceOf(IllegalStateException.class);
        }

        assertThat(scores.list("c1", WEEK)).hasSize(1);
        assertThatThrownBy(() -> sink.beginScoring("c1", WEEK.plusWeeks(9))).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @EnumSource(Batch.State.class)
    void weeksOfTheSpanCountFromTheirRankingOnWhateverStepTheyAreAt(Batch.State state) {
        IsoWeek before = WEEK.plusWeeks(-1);
        sink.open(batch(before));
        sink.saveScores("c1", before, List.of(score("d1", before, true)));
        sink.saveScores("c1", WEEK, List.of(score("d1", WEEK, true)));
        moveTo(before, state);

        boolean counts = state.isScored() && state != Batch.State.CANCELLED;
        assertThat(scores.listResults("c1", before, WEEK))
                .extracting(score -> score.facts().week())
                .isEqualTo(counts ? List.of(before) : List.of());
        assertThat(scores.listResults("c1", WEEK, WEEK.plusWeeks(1))).isEmpty();
    }

    private void moveTo(IsoWeek week, Batch.State state) {
        if (state == Batch.State.CLOSED) {
            sink.close("c1", week, OPENED);
        } else {
            sink.setState("c1", week, state);
        }
    }

    @Test
    void everyChangeOfAClosedWeekIsRefusedAndNothingOfItMoves() {
        sink.saveScores("c1", WEEK, List.of(score("d1", WEEK, true)));
        sink.saveStandings("c1", WEEK, List.of(standing("d1", Optional.of(1))));
        sink.saveTeamStandings("c1", WEEK, List.of(TEAM));
        sink.close("c1", WEEK, OPENED);
        List<Object> before = everythingOf(WEEK);

        Map<String, ThrowableAssert.ThrowingCallable> changes = Map.of(
                "state", () -> sink.setState("c1", WEEK, Batch.State.IN_REVIEW),
                "scoring", () -> sink.beginScoring("c1", WEEK),
                "scores", () -> sink.saveScores("c1", WEEK, List.of(score("d1", WEEK, false))),
                "no scores", () -> sink.saveScores("c1", WEEK, List.of()),
                "standings", () -> sink.saveStandings("c1", WEEK, List.of()),
                "teams", () -> sink.saveTeamStandings("c1", WEEK, List.of()),
                "revision", () -> sink.raiseRevision("c1", WEEK));

        changes.forEach((what, change) -> assertThatThrownBy(change)
                .as(what)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("2026-W53")
                .hasMessageContaining("its results are final"));
        assertThat(everythingOf(WEEK)).isEqualTo(before);
    }

    @Test
    void closingTwiceIsClosingOnce() {
        sink.close("c1", WEEK, OPENED);
        sink.close("c1", WEEK, OPENED.plusSeconds(60));

        Batch closed = contests.findBatch("c1", WEEK).orElseThrow();
        assertThat(closed.state()).isEqualTo(Batch.State.CLOSED);
        assertThat(closed.closedAt()).contains(OPENED);
        assertThatThrownBy(() -> sink.close("c1", WEEK.plusWeeks(9), OPENED)).hasMessageContaining("open it first");
    }

    @Test
    void aRevisionIsCountedAndDeletesNothing() {
        sink.saveScores("c1", WEEK, List.of(score("d1", WEEK, true)));
        sink.setState("c1", WEEK, Batch.State.PUBLISHED);

        sink.raiseRevision("c1", WEEK);

        assertThat(contests.findBatch("c1", WEEK).orElseThrow().revision()).isEqualTo(1);
        assertThat(scores.list("c1", WEEK)).hasSize(1);
    }

    private static final TeamStanding TEAM =
            new TeamStanding("t1", "Larzac", Optional.of(1), Optional.of(new BigDecimal("71.34")), 3, 4);

    @Test
    void placesOfTeamsAreReplacedAndKeepTheirOrder() {
        TeamStanding none = new TeamStanding("t0", "Méjean", Optional.empty(), Optional.empty(), 2, 4);
        sink.saveTeamStandings("c1", WEEK, List.of(none));
        sink.saveTeamStandings("c1", WEEK, List.of(TEAM, none));

        assertThat(new Teams(camel).listStandings("c1", WEEK)).containsExactly(TEAM, none);
        sink.beginScoring("c1", WEEK);
        assertThat(new Teams(camel).listStandings("c1", WEEK)).isEmpty();
    }

    private List<Object> everythingOf(IsoWeek week) {
        return List.of(
                contests.findBatch("c1", week),
                scores.list("c1", week),
                scores.listStandings("c1", week),
                new Teams(camel).listStandings("c1", week));
    }

    @Test
    void standingsKeepTheirOrder() {
        List<Standing> written = List.of(standing("d2", Optional.of(1)), standing("d1", Optional.empty()));
        sink.saveStandings("c1", WEEK, List.of(standing("d9", Optional.of(3))));
        sink.saveStandings("c1", WEEK, written);

        assertThat(scores.listStandings("c1", WEEK)).isEqualTo(written);
    }

    @Test
    void anExclusionCanBeTakenBackAndDecisionsAreOnlyAdded() {
        ReviewSink review = new ReviewSink(camel);
        Exclusion exclusion = new Exclusion("d1", "borrowed badge", "alice", OPENED);
        review.exclude("c1", WEEK, new Exclusion("d1", "first reason", "bob", OPENED));
        review.exclude("c1", WEEK, exclusion);
        assertThat(scores.listExclusions("c1", WEEK)).containsExactly(exclusion);

        review.include("c1", WEEK, "d1");
        assertThat(scores.listExclusions("c1", WEEK)).isEmpty();

        review.recordDecision("c1", WEEK, 1, "SCORE_AGAIN", "wrong badge", "alice", OPENED);
        review.recordDecision("c1", WEEK, 2, "APPROVE", "", "alice", OPENED);
        assertThat(jdbc.queryForList("select decision from review_decision order by decision_id", String.class))
                .containsExactly("SCORE_AGAIN", "APPROVE");
    }

    private static Standing standing(String driverId, Optional<Integer> rank) {
        return new Standing(
                driverId,
                VehicleClass.TIPPER,
                rank,
                rank.isPresent(),
                4,
                rank.map(place -> -2),
                rank.map(place -> new BigDecimal("87.60")),
                rank.map(place -> new BigDecimal("1.25")),
                rank);
    }

    private static DriverScore score(String driverId, IsoWeek week, boolean ranked) {
        DriverWeek facts = new DriverWeek(
                driverId,
                week,
                VehicleClass.DUMPER,
                412.3,
                11.0 / 3,
                5,
                0.97,
                Map.of(SamplingClass.A, 0.1 + 0.2, SamplingClass.C, 12.0),
                400,
                3,
                2,
                9,
                4,
                ranked ? Map.of(Feature.RPA5, 1.0 / 7, Feature.BRAKING_POINTS, 0.0) : Map.of());
        FeatureMark part =
                new FeatureMark(Feature.RPA5, MarkKind.ACCELERATION, 1.0 / 7, 200.0 / 3, 0.5, "RPA: below 0.2");
        Mark mark = new Mark(MarkKind.ACCELERATION, 66.666, 1, List.of(part, part));
        return new DriverScore(
                "c1",
                facts,
                ranked ? List.of(mark, new Mark(MarkKind.DECELERATION, 1, 0, List.of())) : List.of(),
                ranked ? Optional.of(new BigDecimal("66.70")) : Optional.empty(),
                ranked ? Optional.of(new BigDecimal("2.79")) : Optional.empty(),
                ranked,
                ranked ? List.of() : List.of(new Reason("too-few-km", 12, 100, "eligibility 1")),
                "sha256:1");
    }
}
