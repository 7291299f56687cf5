package org.optimizer.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.optimizer.config.EdgesTest;
import org.optimizer.extract.Periods;
import org.optimizer.model.EventCount;
import org.optimizer.model.EventCounts;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.MarkKind;
import org.optimizer.model.PeriodScore;
import org.optimizer.model.ScoreRef;
import org.optimizer.model.ScoredEntity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@EdgesTest
@Transactional
class PeriodSinkTest {
    private static final IsoWeek WEEK = IsoWeek.parse("2026-W47");
    private static final Instant MONDAY = Instant.parse("2026-11-23T05:00:00.123Z");

    @Autowired
    private ProducerTemplate camel;

    private PeriodSink sink;
    private Periods periods;

    @BeforeEach
    void open() {
        sink = new PeriodSink(camel);
        periods = new Periods(camel);
    }

    private static EventCount count(ScoredEntity entity, String id, IsoWeek week, int accelerations, double distanceM) {
        return new EventCount("globo", entity, id, week, new EventCounts(accelerations, 2, 3), distanceM, MONDAY);
    }

    private List<EventCount> counts(ScoredEntity entity, String... ids) {
        return periods.listCounts("globo", entity, List.of(ids), WEEK.plusWeeks(-1), WEEK);
    }

    @Test
    void aWeekThatIsSentAgainTakesThePlaceOfTheOneBefore() {
        sink.saveCounts(List.of(count(ScoredEntity.VEHICLE, "v1", WEEK, 7, 1000)));
        EventCount again = count(ScoredEntity.VEHICLE, "v1", WEEK, 9, 1200.5);
        sink.saveCounts(List.of(again));
        sink.saveCounts(List.of(again));

        assertThat(counts(ScoredEntity.VEHICLE, "v1")).containsExactly(again);
    }

    @Test
    void countsAreOfOneSourceOneKindOfEntityAndTheWeeksAsked() {
        EventCount before = count(ScoredEntity.VEHICLE, "v2", WEEK.plusWeeks(-1), 1, 0);
        EventCount now = count(ScoredEntity.VEHICLE, "v1", WEEK, 2, 500);
        sink.saveCounts(List.of(
                now,
                before,
                count(ScoredEntity.VEHICLE, "v1", WEEK.plusWeeks(-2), 3, 500),
                count(ScoredEntity.VEHICLE, "v1", WEEK.plusWeeks(1), 4, 500),
                count(ScoredEntity.VEHICLE, "v3", WEEK, 5, 500),
                count(ScoredEntity.DRIVER, "v1", WEEK, 6, 500)));

        assertThat(counts(ScoredEntity.VEHICLE, "v1", "v2")).containsExactly(before, now);
        assertThat(counts(ScoredEntity.VEHICLE)).isEmpty();
        assertThat(periods.listCounts("other", ScoredEntity.VEHICLE, List.of("v1"), WEEK, WEEK))
                .isEmpty();
    }

    @Test
    void anUnknownDistanceIsNotZero() {
        sink.saveCounts(List.of(
                count(ScoredEntity.DRIVER, "d1", WEEK, 1, Double.NaN), count(ScoredEntity.DRIVER, "d2", WEEK, 1, 0)));

        assertThat(counts(ScoredEntity.DRIVER, "d1", "d2"))
                .extracting(EventCount::distanceM)
                .containsExactly(Double.NaN, 0.0);
    }

    @Test
    void marksThatAProviderDoesNotGiveStayAway() {
        PeriodScore whole = new PeriodScore(
                "scorefeed",
                ScoredEntity.DRIVER,
                "d1",
                WEEK,
                Map.of(MarkKind.ACCELERATION, 8.1, MarkKind.DECELERATION, 6.9, MarkKind.SPEED_KEEPING, 9.0),
                8.0,
                Optional.of(new EventCounts(7, 12, 3)),
                412_300,
                38_200,
                MONDAY);
        PeriodScore bare = new PeriodScore(
                "scorefeed",
                ScoredEntity.DRIVER,
                "d2",
                WEEK,
                Map.of(MarkKind.DECELERATION, 0.0),
                Double.NaN,
                Optional.empty(),
                Double.NaN,
                Double.NaN,
                MONDAY);
        sink.saveScores(List.of(bare, whole));
        sink.saveScores(List.of(whole));

        assertThat(periods.listScores("scorefeed", ScoredEntity.DRIVER, List.of("d1", "d2"), WEEK, WEEK))
                .containsExactly(whole, bare);
    }

    @Test
    void aProvidersNamesAreReplacedByOurIds() {
        ScoreRef old = new ScoreRef("globo", ScoredEntity.VEHICLE, "v1", "101");
        ScoreRef now = new ScoreRef("globo", ScoredEntity.VEHICLE, "v1", "102");
        sink.saveRefs(List.of(old, new ScoreRef("globo", ScoredEntity.DRIVER, "v1", "7")));
        sink.saveRefs(List.of(now));

        assertThat(periods.listRefs("globo", ScoredEntity.VEHICLE)).containsExactly(now);
        assertThat(periods.listRefs("scorefeed", ScoredEntity.VEHICLE)).isEmpty();
    }

    @Test
    void aMarkOutsideItsScaleNeverBecomesARow() {
        assertThatThrownBy(() -> new PeriodScore(
                        "scorefeed",
                        ScoredEntity.DRIVER,
                        "d1",
                        WEEK,
                        Map.of(MarkKind.ACCELERATION, 10.1),
                        Double.NaN,
                        Optional.empty(),
                        0,
                        0,
                        MONDAY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("marks of d1: expected acceleration from 0 to 10, found 10.1");
    }
}
