package org.optimizer.transform.scoring.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.MarkKind;
import org.optimizer.model.ProviderMark;
import org.optimizer.model.ProviderScore;
import org.optimizer.model.RateRules;
import org.optimizer.model.Reason;
import org.optimizer.model.VehicleClass;

/**
 * One week of three trucks and a fourth that stood, by hand (0.6214 miles in a km, weights 0.3, 0.75, 1.8 for 1000 miles):
 *
 * <pre>
 *      km     miles     acc            dec             over-speed
 * t1   412.3  256.2032  2 → 2.3419     1 → 2.9274      0 → 0
 * t2   200    124.28    0 → 0          2 → 12.0695     1 → 14.4834
 * t3   300    186.42    3 → 4.8278     0 → 0           0 → 0
 *
 * p    acc 50, 16.67, 83.33   dec 50, 83.33, 16.67   over-speed 33.33, 83.33, 33.33 (t1 and t3 are equal)
 * mark     5, 8, 2                5, 2, 8                7, 2, 7
 * sum  t1 17, t2 12, t3 17 of 30 → places 1, 3, 1
 * </pre>
 */
class RateScoringTest {
    private static final IsoWeek WEEK = IsoWeek.parse("2026-W47");
    private static final RateRules RULES = new RateRules(0.3, 0.75, 1.8, 1000, 10, 12);
    private static final Field FIELD = new Field(WEEK, Map.of(), VehicleClass.TIPPER, Set.of());
    private static final List<Counted> FLEET = List.of(
            counted("t1", WEEK, 2, 1, 0, 412.3),
            counted("t2", WEEK, 0, 2, 1, 200),
            counted("t3", WEEK, 3, 0, 0, 300),
            counted("t4", WEEK, 0, 0, 0, 0));

    private static Counted counted(String entrant, IsoWeek week, double acc, double dec, double over, double km) {
        return new Counted(entrant, week, acc, dec, over, km * 1000);
    }

    private static Field without(String... excluded) {
        return new Field(WEEK, Map.of(), VehicleClass.TIPPER, Set.of(excluded));
    }

    private static List<ProviderScore> full(List<Counted> counted) {
        return RateScoring.fullPeriod(FIELD, counted, RULES);
    }

    private static ProviderScore of(String entrant, List<ProviderScore> scores) {
        return scores.stream()
                .filter(score -> score.driverId().equals(entrant))
                .findFirst()
                .orElseThrow();
    }

    private static List<Integer> marks(ProviderScore score) {
        return score.marks().stream()
                .map(mark -> mark.mark().map(BigDecimal::intValueExact).orElse(null))
                .toList();
    }

    @Test
    void theWorkedExampleComesOut() {
        List<ProviderScore> scores = full(FLEET);

        assertThat(scores).extracting(ProviderScore::driverId).containsExactly("t1", "t3", "t2", "t4");
        assertThat(scores)
                .extracting(ProviderScore::rank)
                .containsExactly(Optional.of(1), Optional.of(1), Optional.of(3), Optional.empty());
        assertThat(marks(of("t1", scores))).containsExactly(5, 5, 7);
        assertThat(marks(of("t2", scores))).containsExactly(8, 2, 2);
        assertThat(marks(of("t3", scores))).containsExactly(2, 8, 7);
        assertThat(of("t1", scores).global().orElseThrow()).isEqualByComparingTo("17");
        ProviderMark braking = of("t2", scores).mark(MarkKind.DECELERATION).orElseThrow();
        assertThat(braking.rate()).isCloseTo(12.0695, within(0.0001));
        assertThat(braking.percentile()).isCloseTo(83.33, within(0.01));
        assertThat(braking.weekEvents()).isEqualTo(2);
        assertThat(of("t1", scores).mark(MarkKind.ACCELERATION).orElseThrow().rate())
                .isCloseTo(2.3419, within(0.0001));
    }

    @Test
    void whoStoodIsNotRankedAndNothingIsDividedByHisDistance() {
        ProviderScore stood = of("t4", full(FLEET));

        assertThat(stood.whyNot()).contains(new Reason("no-distance", 0, 10, ""));
        assertThat(stood.global()).isEmpty();
        assertThat(stood.marks()).allSatisfy(mark -> {
            assertThat(mark.mark()).isEmpty();
            assertThat(mark.rate()).isNaN();
        });
        assertThat(stood.rankedOf()).isEqualTo(3);
    }

    /** What the scripts of 2019 did: without the floor a truck that stood wins with a rate of NaN or loses with an infinite one. */
    @Test
    void dividingByZeroWouldHaveMarkedATruckThatStood() {
        double miles = 0 * RateScoring.MILES_PER_KM;

        assertThat(0 * 0.3 * 1000 / miles).isNaN();
        assertThat(1 * 0.3 * 1000 / miles).isInfinite();
        assertThat(full(List.of(counted("t1", WEEK, 1, 0, 0, 0))))
                .extracting(score -> score.whyNot().map(Reason::code))
                .containsExactly(Optional.of("no-distance"));
    }

    @Test
    void anUnknownDistanceIsLikeNoneAndItsEventsMeetNoOtherWeeksKilometres() {
        IsoWeek before = WEEK.plusWeeks(-1);
        List<Counted> counted = List.of(
                counted("t1", before, 50, 50, 50, Double.NaN),
                counted("t1", WEEK, 1, 0, 0, 100),
                counted("t2", WEEK, 9, 9, 9, Double.NaN));

        List<ProviderScore> scores = full(counted);

        ProviderMark acceleration = of("t1", scores).mark(MarkKind.ACCELERATION).orElseThrow();
        assertThat(acceleration.rate()).isCloseTo(300 / 62.14, within(0.0001));
        assertThat(acceleration.events()).isEqualTo(51);
        assertThat(of("t2", scores).whyNot().map(Reason::code)).contains("no-distance");
    }

    @Test
    void lessThanTheFloorIsNotRankedAndTheFloorItselfIs() {
        List<ProviderScore> scores =
                full(List.of(counted("t1", WEEK, 0, 0, 0, 9.999), counted("t2", WEEK, 0, 0, 0, 10)));

        assertThat(of("t1", scores).whyNot()).contains(new Reason("too-few-km", 9.999, 10, ""));
        assertThat(of("t2", scores).rank()).contains(1);
        assertThat(of("t2", scores).rankedOf()).isEqualTo(1);
    }

    @Test
    void theWholePeriodIsARatioOfSumsAndWhoIsAwayStaysInTheFleet() {
        IsoWeek before = WEEK.plusWeeks(-1);
        List<Counted> counted = List.of(
                counted("t1", before, 0, 0, 0, 100),
                counted("t1", WEEK, 6, 0, 0, 300),
                counted("t2", WEEK, 2, 0, 0, 100),
                counted("t3", before, 9, 0, 0, 100));

        List<ProviderScore> scores = full(counted);

        // t1: 6 in 400 km = 1.5 for 100 km, better than 2 in 100 km of t2 and 9 of t3, who is away: p 16.67 and 50
        assertThat(scores).extracting(ProviderScore::driverId).containsExactly("t1", "t2");
        assertThat(marks(of("t1", scores)).get(0)).isEqualTo(8);
        assertThat(marks(of("t2", scores)).get(0)).isEqualTo(5);
        assertThat(of("t1", scores).km()).isEqualTo(400);
        assertThat(of("t1", scores).weekKm()).isEqualTo(300);
    }

    @Test
    void weeksAreWeightedByTheirDistance() {
        List<ProviderScore> first = RateScoring.weightedWeeks(
                new Field(WEEK.plusWeeks(-1), Map.of(), VehicleClass.TIPPER, Set.of()),
                List.of(
                        counted("t1", WEEK.plusWeeks(-1), 0, 0, 0, 300),
                        counted("t2", WEEK.plusWeeks(-1), 5, 0, 0, 300)),
                List.of(),
                RULES);
        List<ProviderScore> second = RateScoring.weightedWeeks(
                FIELD, List.of(counted("t1", WEEK, 5, 0, 0, 100), counted("t2", WEEK, 0, 0, 0, 100)), first, RULES);

        // of two, p is 25 and 75: marks 7 (10 − round(2.5)) and 2 (10 − round(7.5)); equal rates p 50: 5
        ProviderMark better = of("t1", second).mark(MarkKind.ACCELERATION).orElseThrow();
        assertThat(better.weekMark().orElseThrow()).isEqualByComparingTo("2");
        assertThat(better.mark().orElseThrow()).isEqualByComparingTo("5.75"); // (300 · 7 + 100 · 2) / 400
        assertThat(better.events()).isEqualTo(5);
        assertThat(of("t2", second).mark(MarkKind.ACCELERATION).orElseThrow().mark())
                .hasValueSatisfying(mark -> assertThat(mark).isEqualByComparingTo("3.25")); // (300 · 2 + 100 · 7) / 400
        assertThat(of("t1", second).global().orElseThrow()).isEqualByComparingTo("15.75");
        assertThat(of("t1", second).weekGlobal().orElseThrow()).isEqualByComparingTo("12");
        assertThat(of("t1", second).rank()).contains(1);
    }

    @Test
    void aWeekInWhichOneStoodLeavesHisMarksAsTheyWere() {
        List<ProviderScore> first = RateScoring.weightedWeeks(
                new Field(WEEK.plusWeeks(-1), Map.of(), VehicleClass.TIPPER, Set.of()),
                List.of(counted("t1", WEEK.plusWeeks(-1), 0, 0, 0, 300)),
                List.of(),
                RULES);

        ProviderScore stood = of("t1", RateScoring.weightedWeeks(FIELD, FLEET_OF_ONE_THAT_STOOD, first, RULES));

        assertThat(stood.rank()).contains(1);
        assertThat(stood.mark(MarkKind.ACCELERATION).orElseThrow().weekMark()).isEmpty();
        assertThat(stood.mark(MarkKind.ACCELERATION).orElseThrow().mark())
                .hasValueSatisfying(mark -> assertThat(mark).isEqualByComparingTo("5"));
    }

    private static final List<Counted> FLEET_OF_ONE_THAT_STOOD = List.of(counted("t1", WEEK, 0, 0, 0, 0));

    @Test
    void whoIsTakenOutIsComparedWithNobody() {
        List<ProviderScore> scores = RateScoring.fullPeriod(without("t2"), FLEET, RULES);

        assertThat(of("t2", scores).excluded()).isTrue();
        assertThat(of("t2", scores).marks()).isEmpty();
        assertThat(of("t2", scores).whyNot().map(Reason::code)).contains("excluded");
        assertThat(of("t2", scores).rankedOf()).isEqualTo(2);
        // two are left: acc p 25 and 75, dec 75 and 25, over-speed 50 both
        assertThat(marks(of("t1", scores))).containsExactly(7, 2, 5);
    }

    @Test
    void leaguesAreFleetsOfTheirOwn() {
        Field leagues = new Field(WEEK, Map.of("t1", VehicleClass.DUMPER), VehicleClass.TIPPER, Set.of());

        List<ProviderScore> scores = RateScoring.fullPeriod(leagues, FLEET, RULES);

        assertThat(of("t1", scores).league()).isEqualTo(VehicleClass.DUMPER);
        assertThat(of("t1", scores).rankedOf()).isEqualTo(1);
        assertThat(of("t3", scores).rankedOf()).isEqualTo(2);
        assertThat(marks(of("t1", scores))).containsExactly(5, 5, 5);
    }

    @Test
    void theOrderOfTheAnswerChangesNothing() {
        List<Counted> turned = Arrays.asList(FLEET.get(3), FLEET.get(2), FLEET.get(1), FLEET.get(0));

        assertThat(full(turned)).isEqualTo(full(FLEET));
    }

    @Test
    void nobodyIsNoMistake() {
        assertThat(full(List.of())).isEmpty();
        assertThat(RateScoring.weightedWeeks(FIELD, List.of(), List.of(), RULES))
                .isEmpty();
    }
}
