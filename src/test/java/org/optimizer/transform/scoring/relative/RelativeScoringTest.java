package org.optimizer.transform.scoring.relative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.MarkKind;
import org.optimizer.model.Reason;
import org.optimizer.model.RelativeMark;
import org.optimizer.model.RelativeScore;
import org.optimizer.model.VehicleClass;

class RelativeScoringTest {
    private static final IsoWeek WEEK = IsoWeek.parse("2026-W47");
    private static final IsoWeek BEFORE = WEEK.plusWeeks(-1);

    /** Raw scores in the same order for all marks: p = 12.5, 37.5, 62.5, 87.5 %, marks 9, 6, 4, 1, sums three times those. */
    @Test
    void marksArePlacesInTheFleetAndTheirSumRanks() {
        Map<String, RelativeScore> scores = byDriver(score(
                List.of(
                        Moves.tipper("d4", 9, 1, 4),
                        Moves.tipper("d3", 9, 0.5, 3),
                        Moves.tipper("d2", 30, 0.2, 2),
                        Moves.tipper("d1", 90, 0, 1)),
                List.of()));

        assertThat(marks(scores.get("d1"))).containsExactly(9, 9, 9);
        assertThat(marks(scores.get("d2"))).containsExactly(6, 6, 6);
        assertThat(marks(scores.get("d4"))).containsExactly(1, 1, 1);
        assertThat(scores.get("d1").global()).contains(new BigDecimal("27.0"));
        assertThat(scores.values()).allMatch(score -> score.rankedOf() == 4);
        assertThat(scores.get("d1").rank()).contains(1);
        assertThat(scores.get("d4").rank()).contains(4);
    }

    @Test
    void equalSumsShareTheirPlaceAndTheNextIsSkipped() {
        List<RelativeScore> scores = score(
                List.of(
                        Moves.tipper("b", 3, 0.5, 2),
                        Moves.tipper("a", 3, 0.5, 2),
                        Moves.tipper("best", 90, 0, 1),
                        Moves.tipper("last", 3, 1, 9)),
                List.of());

        assertThat(scores).extracting(RelativeScore::driverId).containsExactly("best", "a", "b", "last");
        assertThat(scores)
                .extracting(RelativeScore::rank)
                .containsExactly(Optional.of(1), Optional.of(2), Optional.of(2), Optional.of(4));
    }

    @Test
    void twoMovesAreTooFewThreeAreEnough() {
        Map<String, RelativeScore> scores =
                byDriver(score(List.of(Moves.tipper("two", 2, 0, 1), Moves.tipper("three", 3, 0, 1)), List.of()));

        assertThat(marks(scores.get("three"))).containsExactly(5, 5, 5);
        RelativeScore two = scores.get("two");
        assertThat(marks(two)).isEmpty();
        assertThat(two.global()).isEmpty();
        assertThat(two.rank()).isEmpty();
        assertThat(two.reasons())
                .containsExactly(
                        new Reason("too-few-launches", 2, 3, ""),
                        new Reason("too-few-brakings", 2, 3, ""),
                        new Reason("too-few-cruise-visits", 2, 3, ""));
        assertThat(scores.get("three").reasons()).isEmpty();
    }

    /** Only visits: one mark of 5 of 10 becomes 15 of 30. */
    @Test
    void withSlowSamplingOnlyZonesAreMeasuredAndTheirMarkIsScaled() {
        Entrant visits = new Entrant(
                "slow",
                VehicleClass.TIPPER,
                false,
                0.49,
                List.of(),
                Collections.nCopies(3, Moves.cruise("road", 60, 2)),
                List.of());

        RelativeScore slow = score(List.of(visits), List.of()).get(0);

        assertThat(marks(slow)).containsExactly(5);
        assertThat(slow.global()).contains(new BigDecimal("15.0"));
        assertThat(slow.mark(MarkKind.ACCELERATION).flatMap(RelativeMark::whyNot))
                .contains(new Reason("not-every-second", 0.49, 0.5, ""));
        RelativeScore half =
                score(List.of(Moves.everySecond(visits, 0.5)), List.of()).get(0);
        assertThat(half.mark(MarkKind.ACCELERATION).flatMap(RelativeMark::whyNot))
                .contains(new Reason("too-few-launches", 0, 3, ""));
    }

    /** 30 visits at 2 km/h and 10 at 6 km/h: 3 km/h. */
    @Test
    void batchesArePutTogetherByTheirMoves() {
        List<RelativeScore> before = score(BEFORE, List.of(Moves.tipper("d1", 30, 0, 2)), List.of());

        RelativeMark mark = score(List.of(Moves.tipper("d1", 10, 0, 6)), before)
                .get(0)
                .mark(MarkKind.SPEED_KEEPING)
                .orElseThrow();

        assertThat(mark.moves()).isEqualTo(10);
        assertThat(mark.raw()).isEqualTo(6);
        assertThat(mark.movesToDate()).isEqualTo(40);
        assertThat(mark.rawToDate()).isCloseTo(3, within(1e-12));
    }

    @Test
    void twoMovesAWeekAreEnoughInTwoWeeks() {
        List<RelativeScore> before = score(BEFORE, List.of(Moves.tipper("d1", 2, 0, 2)), List.of());

        assertThat(marks(score(List.of(Moves.tipper("d1", 2, 0, 2)), before).get(0)))
                .hasSize(3);
    }

    /** Alone he would be the middle (5); behind one who was better last week he has p = 75 %: 10 − 8 = 2. */
    @Test
    void whoIsAbsentStaysInTheFleetButIsNotRanked() {
        List<RelativeScore> before = score(BEFORE, List.of(Moves.tipper("away", 9, 0, 1)), List.of());

        List<RelativeScore> scores = score(List.of(Moves.tipper("here", 9, 0, 2)), before);

        assertThat(scores).hasSize(1);
        assertThat(scores.get(0).mark(MarkKind.SPEED_KEEPING).flatMap(RelativeMark::mark))
                .contains(2);
        assertThat(scores.get(0).rank()).contains(1);
        assertThat(scores.get(0).rankedOf()).isEqualTo(1);
    }

    @Test
    void whoIsTakenOutIsComparedWithNobodyAndHisWeekNeverCounts() {
        Entrant out = Moves.excluded(Moves.tipper("out", 9, 0, 1));
        List<RelativeScore> before = score(BEFORE, List.of(out, Moves.tipper("in", 9, 0, 2)), List.of());

        assertThat(byDriver(before).get("out").marks()).isEmpty();
        assertThat(byDriver(before).get("out").reasons()).containsExactly(new Reason("excluded", 0, 0, ""));
        assertThat(marks(byDriver(before).get("in"))).containsExactly(5, 5, 5);
        RelativeScore later =
                byDriver(score(List.of(Moves.tipper("out", 4, 0, 1)), before)).get("out");
        assertThat(later.mark(MarkKind.SPEED_KEEPING).orElseThrow().movesToDate())
                .isEqualTo(4);
    }

    @Test
    void dumpersAreALeagueOfTheirOwnAndMarkedByClimbs() {
        Map<String, RelativeScore> scores = byDriver(score(
                List.of(
                        Moves.tipper("road", 3, 0, 9),
                        Moves.dumper("steady", 3, 1),
                        Moves.dumper("rough", 3, 2),
                        Moves.dumper("rare", 2, 1)),
                List.of()));

        // p = 25 and 75 % among the two with climbs enough
        assertThat(marks(scores.get("steady"))).containsExactly(7);
        assertThat(marks(scores.get("rough"))).containsExactly(2);
        assertThat(scores.get("rare").reasons()).contains(new Reason("too-few-gradients", 2, 3, ""));
        assertThat(marks(scores.get("road"))).containsExactly(5, 5, 5);
        assertThat(scores.get("steady").rankedOf()).isEqualTo(2);
    }

    @Test
    void kilometresAnHourAreNotMixedWithScaledDeviations() {
        List<RelativeScore> onTheRoad = score(BEFORE, List.of(Moves.tipper("d1", 9, 0, 4)), List.of());

        RelativeMark mark = score(List.of(Moves.dumper("d1", 3, 1)), onTheRoad)
                .get(0)
                .mark(MarkKind.SPEED_KEEPING)
                .orElseThrow();

        assertThat(mark.movesToDate()).isEqualTo(3);
        assertThat(mark.rawToDate()).isZero();
    }

    @Test
    void theOrderOfDriversChangesNothing() {
        List<Entrant> fleet = IntStream.range(0, 20)
                .mapToObj(i -> Moves.tipper("d" + i, 3 + i % 4, (i * 7 % 20) / 20.0, 1 + i * 3 % 20))
                .collect(Collectors.toCollection(ArrayList::new));
        List<RelativeScore> scores = score(fleet, List.of());

        Collections.reverse(fleet);

        assertThat(score(fleet, List.of()))
                .usingRecursiveComparison()
                .withComparatorForType((one, other) -> Math.abs(one - other) < 1e-12 ? 0 : 1, Double.class)
                .isEqualTo(scores);
    }

    private static List<Integer> marks(RelativeScore score) {
        return score.marks().stream().flatMap(mark -> mark.mark().stream()).toList();
    }

    private static List<RelativeScore> score(List<Entrant> entrants, List<RelativeScore> before) {
        return score(WEEK, entrants, before);
    }

    private static List<RelativeScore> score(IsoWeek week, List<Entrant> entrants, List<RelativeScore> before) {
        References references = new References();
        entrants.forEach(entrant -> references.add(entrant.curves()));
        return RelativeScoring.score(week, entrants, references, before, Moves.RULES);
    }

    private static Map<String, RelativeScore> byDriver(List<RelativeScore> scores) {
        return scores.stream().collect(Collectors.toMap(RelativeScore::driverId, Function.identity()));
    }
}
