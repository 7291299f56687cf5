package org.optimizer.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.optimizer.config.EdgesTest;
import org.optimizer.extract.RelativeScores;
import org.optimizer.model.Batch;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.MarkKind;
import org.optimizer.model.Reason;
import org.optimizer.model.RelativeMark;
import org.optimizer.model.RelativeScore;
import org.optimizer.model.VehicleClass;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@EdgesTest
@Transactional
class RelativeSinkTest {
    private static final IsoWeek WEEK = IsoWeek.parse("2026-W53");

    @Autowired
    private ProducerTemplate camel;

    private RelativeSink sink;
    private RelativeScores scores;
    private ContestSink contests;

    @BeforeEach
    void openTwoWeeks() {
        sink = new RelativeSink(camel);
        scores = new RelativeScores(camel);
        contests = new ContestSink(camel);
        open(WEEK);
        open(WEEK.plusWeeks(1));
    }

    private void open(IsoWeek week) {
        contests.open(new Batch("c1", week, 1, Batch.State.OPEN, 0, "sha256:1", List.of(), Instant.EPOCH));
    }

    @Test
    void aScoreIsReadBitForBitAsItWasWrittenAndInItsOrder() {
        List<RelativeScore> written = List.of(score("d2", WEEK), score("d1", WEEK), excluded("d3", WEEK));

        sink.replace("c1", WEEK, written);

        assertThat(scores.list("c1", WEEK)).isEqualTo(written);
    }

    @Test
    void writingTwiceIsOnceAndWhoIsGoneIsGone() {
        sink.replace("c1", WEEK, List.of(score("d1", WEEK), score("d2", WEEK)));
        sink.replace("c1", WEEK, List.of(score("d2", WEEK)));
        sink.replace("c1", WEEK, List.of(score("d2", WEEK)));

        assertThat(scores.list("c1", WEEK)).containsExactly(score("d2", WEEK));
    }

    @Test
    void earlierWeeksCountOverNewYearUnlessTheyWereCancelled() {
        IsoWeek next = WEEK.plusWeeks(1);
        sink.replace("c1", WEEK, List.of(score("d1", WEEK)));
        sink.replace("c1", next, List.of(score("d1", next)));
        contests.setState("c1", WEEK, Batch.State.PUBLISHED);
        contests.setState("c1", next, Batch.State.IN_REVIEW);

        assertThat(scores.listEarlier("c1", next)).containsExactly(score("d1", WEEK));
        assertThat(scores.listEarlier("c1", next.plusWeeks(1))).containsExactly(score("d1", WEEK), score("d1", next));
        contests.setState("c1", WEEK, Batch.State.CANCELLED);
        assertThat(scores.listEarlier("c1", next)).isEmpty();
    }

    @Test
    void anotherScoringOfTheWeekDeletesThem() {
        sink.replace("c1", WEEK, List.of(score("d1", WEEK)));

        contests.beginScoring("c1", WEEK);

        assertThat(scores.list("c1", WEEK)).isEmpty();
    }

    private static RelativeScore score(String driver, IsoWeek week) {
        return new RelativeScore(
                driver,
                week,
                VehicleClass.TIPPER,
                false,
                List.of(
                        new RelativeMark(
                                MarkKind.ACCELERATION, 4, 0.1 + 0.2, 9, 1.0 / 3, Optional.of(8), Optional.empty()),
                        new RelativeMark(
                                MarkKind.DECELERATION,
                                0,
                                Double.NaN,
                                0,
                                Double.NaN,
                                Optional.empty(),
                                Optional.of(new Reason("not-every-second", 1.0 / 7, 0.5, "")))),
                Optional.of(new BigDecimal("24.0")),
                Optional.of(2),
                14);
    }

    private static RelativeScore excluded(String driver, IsoWeek week) {
        return new RelativeScore(
                driver, week, VehicleClass.DUMPER, true, List.of(), Optional.empty(), Optional.empty(), 0);
    }
}
