package org.optimizer.transform.scoring.rates;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.MarkKind;
import org.optimizer.model.ProviderScore;
import org.optimizer.model.RateRules;
import org.optimizer.model.Reason;
import org.optimizer.model.VehicleClass;

/**
 * A driver's two weeks, by hand: 8.0 over 300 km and 6.0 over 100 km are (300 · 8 + 100 · 6) / 400 = 7.50 by distance; over
 * 4 h and 12 h, had the provider sent no distance, (4 · 8 + 12 · 6) / 16 = 6.50; plain 7.00.
 */
class FedScoringTest {
    private static final IsoWeek WEEK = IsoWeek.parse("2026-W47");
    private static final IsoWeek BEFORE = WEEK.plusWeeks(-1);
    private static final RateRules RULES = new RateRules(0.3, 0.75, 1.8, 1000, 10, 12);
    private static final Field FIELD = new Field(WEEK, Map.of(), VehicleClass.TIPPER, Set.of());

    private static Marked week(String entrant, IsoWeek week, double mark, double global, double km, double hours) {
        return new Marked(
                entrant,
                week,
                Map.of(
                        MarkKind.ACCELERATION, mark,
                        MarkKind.DECELERATION, mark,
                        MarkKind.SPEED_KEEPING, mark),
                global,
                Map.of(),
                km * 1000,
                hours * 3600,
                1);
    }

    private static ProviderScore only(Marked... weeks) {
        return FedScoring.fullPeriod(FIELD, List.of(weeks), RULES).get(0);
    }

    private static Optional<String> global(ProviderScore score) {
        return score.global().map(BigDecimal::toPlainString);
    }

    @Test
    void theGlobalIsTheMeanOfAllWeeksWeightedByDistance() {
        ProviderScore score = only(week("d1", BEFORE, 5, 8, 300, 4), week("d1", WEEK, 9, 6, 100, 12));

        assertThat(global(score)).contains("7.50");
        assertThat(score.globalOf()).isEqualTo(10);
        assertThat(score.weekGlobal().map(BigDecimal::toPlainString)).contains("6.00");
        assertThat(score.mark(MarkKind.ACCELERATION).orElseThrow().mark().map(BigDecimal::toPlainString))
                .contains("6.00"); // (300 · 5 + 100 · 9) / 400
        assertThat(score.km()).isEqualTo(400);
    }

    @Test
    void withoutADistanceItIsWeightedByDrivingTimeAndPlainOnlyWithoutBoth() {
        ProviderScore byTime = only(week("d1", BEFORE, 5, 8, Double.NaN, 4), week("d1", WEEK, 5, 6, Double.NaN, 12));
        ProviderScore plain =
                only(week("d1", BEFORE, 5, 8, Double.NaN, Double.NaN), week("d1", WEEK, 5, 6, Double.NaN, Double.NaN));

        assertThat(global(byTime)).contains("6.50");
        assertThat(global(plain)).contains("7.00");
        assertThat(plain.km()).isNaN();
    }

    @Test
    void oneWeekWithoutADistanceTakesTheTimeOfAll() {
        assertThat(global(only(week("d1", BEFORE, 5, 8, 300, 4), week("d1", WEEK, 5, 6, Double.NaN, 12))))
                .contains("6.50");
    }

    @Test
    void aWeekBelowTheFloorIsLeftOutAndNotTakenForThePerfectDriving() {
        ProviderScore score = only(week("d1", BEFORE, 10, 10, 9.9, 1), week("d1", WEEK, 5, 6, 100, 12));

        assertThat(global(score)).contains("6.00");
        assertThat(score.km()).isEqualTo(100);
    }

    @Test
    void whoOnlyStoodIsNotRankedThoughTheProviderGaveHimTheBestMark() {
        List<ProviderScore> scores = FedScoring.fullPeriod(
                FIELD,
                List.of(
                        week("stood", WEEK, 10, 10, 0, 0),
                        week("hardly", WEEK, 10, 10, 3, 0.2),
                        week("drove", WEEK, 6, 6, 400, 9)),
                RULES);

        assertThat(scores).extracting(ProviderScore::driverId).containsExactly("drove", "hardly", "stood");
        assertThat(scores)
                .extracting(score -> score.whyNot().map(Reason::code))
                .containsExactly(Optional.empty(), Optional.of("too-few-km"), Optional.of("no-distance"));
        assertThat(scores.get(0).rank()).contains(1);
        assertThat(scores.get(0).rankedOf()).isEqualTo(1);
    }

    @Test
    void withoutAGlobalTheMeanOfTheMarksTakesItsPlace() {
        Marked week = new Marked(
                "d1",
                WEEK,
                Map.of(MarkKind.ACCELERATION, 9.0, MarkKind.DECELERATION, 6.0),
                Double.NaN,
                Map.of(),
                50_000,
                Double.NaN,
                1);

        assertThat(global(only(week))).contains("7.50");
        assertThat(only(week).mark(MarkKind.SPEED_KEEPING).orElseThrow().mark()).isEmpty();
    }

    @Test
    void aProviderThatMarksNothingIsSaidSo() {
        Marked week = new Marked("d1", WEEK, Map.of(), Double.NaN, Map.of(), 50_000, Double.NaN, 1);

        assertThat(only(week).whyNot().map(Reason::code)).contains("no-marks");
    }

    @Test
    void weeksThatWereRankedStayAsTheyWereRanked() {
        List<ProviderScore> first = FedScoring.weightedWeeks(
                new Field(BEFORE, Map.of(), VehicleClass.TIPPER, Set.of()),
                List.of(week("d1", BEFORE, 5, 8, 300, 4)),
                List.of(),
                RULES);

        ProviderScore second = FedScoring.weightedWeeks(FIELD, List.of(week("d1", WEEK, 9, 6, 100, 12)), first, RULES)
                .get(0);

        assertThat(global(second)).contains("7.50");
        assertThat(second.mark(MarkKind.ACCELERATION).orElseThrow().mark().map(BigDecimal::toPlainString))
                .contains("6.00");
    }

    @Test
    void equalsShareAPlace() {
        List<ProviderScore> scores = FedScoring.fullPeriod(
                FIELD,
                List.of(week("a", WEEK, 5, 7, 100, 1), week("b", WEEK, 5, 8, 100, 1), week("c", WEEK, 5, 7, 500, 1)),
                RULES);

        assertThat(scores)
                .extracting(ProviderScore::rank)
                .containsExactly(Optional.of(1), Optional.of(2), Optional.of(2));
        assertThat(scores).extracting(ProviderScore::driverId).containsExactly("b", "a", "c");
    }
}
