package org.optimizer.transform.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.optimizer.model.VehicleClass.ARTIC;
import static org.optimizer.model.VehicleClass.TIPPER;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.optimizer.model.ContestRules;
import org.optimizer.model.DriverScore;
import org.optimizer.model.MarkKind;
import org.optimizer.model.Standing;
import org.optimizer.model.VehicleClass;

class RankingTest {
    private static final ContestRules RULES = new ContestRules(100, 0.8, 8, 1000, 2, 4, 3.6, 8);

    private static List<Standing> rank(DriverScore... scores) {
        return Ranking.rank(Week.W43, List.of(scores), List.of(), List.of(), RULES);
    }

    private static DriverScore score(String driver, String score, double deceleration, double acceleration, double km) {
        return Scores.of(driver, TIPPER, score, km)
                .mark(MarkKind.ACCELERATION, acceleration)
                .mark(MarkKind.DECELERATION, deceleration)
                .built();
    }

    private static Standing of(String driver, List<Standing> standings) {
        return standings.stream()
                .filter(each -> each.driverId().equals(driver))
                .findFirst()
                .orElseThrow();
    }

    private static int place(String driver, List<Standing> standings) {
        return of(driver, standings).rank().orElseThrow();
    }

    @Test
    void equalsShareTheBetterPlaceAndTheNextOneIsSkipped() {
        List<Standing> standings = rank(
                score("d", "60.00", 50, 50, 300),
                score("c", "70.00", 50, 50, 300),
                score("b", "70.00", 50, 50, 300),
                score("a", "80.00", 50, 50, 300));
        assertThat(standings).extracting(Standing::driverId).containsExactly("a", "b", "c", "d");
        assertThat(standings).extracting(each -> each.rank().orElseThrow()).containsExactly(1, 2, 2, 4);
        assertThat(standings).extracting(Standing::rankedOf).containsOnly(4);
    }

    @Test
    void oneHundredthDecides() {
        List<Standing> standings = rank(score("a", "70.00", 90, 90, 900), score("b", "70.01", 10, 10, 200));
        assertThat(place("b", standings)).isEqualTo(1);
        assertThat(place("a", standings)).isEqualTo(2);
    }

    @Test
    void equalScoresGoToTheBetterDecelerationThenAccelerationThenKilometres() {
        List<Standing> standings = rank(
                score("km-less", "70.00", 60, 60, 300),
                score("deceleration", "70.00", 61, 10, 200),
                score("acceleration", "70.00", 60, 61, 200),
                score("km-more", "70.00", 60, 60, 301));
        assertThat(standings)
                .extracting(Standing::driverId)
                .containsExactly("deceleration", "acceleration", "km-more", "km-less");
        assertThat(standings).extracting(each -> each.rank().orElseThrow()).containsExactly(1, 2, 3, 4);
    }

    @Test
    void marksThatLookEqualAreEqual() {
        List<Standing> standings = rank(score("a", "70.00", 60.004, 50, 300), score("b", "70.00", 59.996, 50, 300.001));
        assertThat(standings).extracting(each -> each.rank().orElseThrow()).containsExactly(1, 1);
    }

    @Test
    void driversWhoseIntervalsOverlapTheLeadersAreExAequoAndKeepTheirPlaces() {
        List<Standing> standings = rank(
                Scores.of("leader", TIPPER, "70.00", 300).doubt("2.00").built(),
                Scores.of("close", TIPPER, "66.00", 300).doubt("2.00").built(),
                Scores.of("unsure", TIPPER, "64.00", 300).doubt("4.00").built(),
                Scores.of("behind", TIPPER, "65.99", 300).doubt("2.00").built());
        assertThat(standings)
                .filteredOn(Standing::exAequo)
                .extracting(Standing::driverId)
                .containsExactly("leader", "close", "unsure");
        assertThat(standings).extracting(each -> each.rank().orElseThrow()).containsExactly(1, 2, 3, 4);
    }

    @Test
    void aLeaderWhomNobodyReachesIsNotExAequo() {
        List<Standing> standings = rank(
                Scores.of("leader", TIPPER, "70.00", 300).doubt("2.00").built(),
                Scores.of("behind", TIPPER, "60.00", 300).doubt("2.00").built(),
                Scores.of("not-ranked", TIPPER, "69.00", 20)
                        .doubt("9.00")
                        .ranked(false)
                        .built());
        assertThat(standings).noneMatch(Standing::exAequo);
    }

    @Test
    void eachClassIsALeagueOfItsOwn() {
        List<Standing> standings = rank(
                Scores.of("a", ARTIC, "50.00", 300).built(),
                Scores.of("t", TIPPER, "40.00", 300).built(),
                Scores.of("u", TIPPER, "90.00", 300).built());
        assertThat(standings).extracting(Standing::driverId).containsExactly("u", "t", "a");
        assertThat(standings).extracting(each -> each.rank().orElseThrow()).containsExactly(1, 2, 1);
        assertThat(standings).extracting(Standing::rankedOf).containsExactly(2, 2, 1);
    }

    @Test
    void whoIsNotRankedComesLastAndTakesNoPlace() {
        List<Standing> standings = rank(
                Scores.of("best", TIPPER, "99.00", 20).ranked(false).built(),
                Scores.of("a", TIPPER, "40.00", 300).built());
        assertThat(standings).extracting(Standing::driverId).containsExactly("a", "best");
        assertThat(of("best", standings).rank()).isEmpty();
        assertThat(of("best", standings).change()).isEmpty();
        assertThat(place("a", standings)).isEqualTo(1);
        assertThat(of("a", standings).rankedOf()).isEqualTo(1);
    }

    @Test
    void aChangeIsPlacesGainedSinceTheWeekBeforeInTheSameLeague() {
        List<Standing> before =
                List.of(standing("up", TIPPER, 3), standing("down", TIPPER, 1), standing("moved", ARTIC, 5));
        List<Standing> standings = Ranking.rank(
                Week.W43,
                List.of(
                        Scores.of("up", TIPPER, "90.00", 300).built(),
                        Scores.of("down", TIPPER, "80.00", 300).built(),
                        Scores.of("moved", TIPPER, "70.00", 300).built(),
                        Scores.of("new", TIPPER, "60.00", 300).built()),
                List.of(),
                before,
                RULES);
        assertThat(of("up", standings).change()).contains(2);
        assertThat(of("down", standings).change()).contains(-1);
        assertThat(of("moved", standings).change()).isEmpty();
        assertThat(of("new", standings).change()).isEmpty();
    }

    private static Standing standing(String driver, VehicleClass league, int rank) {
        return new Standing(
                driver,
                league,
                Optional.of(rank),
                false,
                5,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static DriverScore ago(int weeks, String driver, String score, boolean ranked) {
        return Scores.of(driver, TIPPER, score, 500)
                .week(Week.W43.plusWeeks(-weeks))
                .ranked(ranked)
                .built();
    }

    private static Optional<BigDecimal> global(DriverScore now, DriverScore... history) {
        return Ranking.rank(Week.W43, List.of(now), List.of(history), List.of(), RULES)
                .get(0)
                .global();
    }

    @Test
    void oneRankedWeekMakesNoGlobalScore() {
        DriverScore now = Scores.of("a", TIPPER, "70.00", 500).built();
        assertThat(global(now)).isEmpty();
        assertThat(global(now, ago(4, "a", "70.00", true)))
                .as("four weeks ago is not of the last four")
                .isEmpty();
        assertThat(global(now, ago(3, "a", "70.00", true))).contains(new BigDecimal("70.00"));
        assertThat(global(now, ago(1, "a", "70.00", false))).isEmpty();
        assertThat(global(now, ago(1, "b", "70.00", true))).as("another's week").isEmpty();
    }

    @Test
    void weeksOlderThanEightDoNotCount() {
        DriverScore now = Scores.of("a", TIPPER, "70.00", 500).built();
        assertThat(global(now, ago(1, "a", "70.00", true), ago(8, "a", "10.00", true)))
                .contains(new BigDecimal("70.00"));
        assertThat(global(now, ago(1, "a", "70.00", true), ago(7, "a", "10.00", true))
                        .orElseThrow())
                .isLessThan(new BigDecimal("70.00"));
    }

    @Test
    void weeksToComeDoNotCount() {
        DriverScore now = Scores.of("a", TIPPER, "70.00", 500).built();
        assertThat(global(now, ago(-1, "a", "10.00", true))).isEmpty();
    }

    @Test
    void aWeekThatIsNotRankedLeavesTheGlobalScoreOfTheOthers() {
        DriverScore now = Scores.of("a", TIPPER, "20.00", 500).ranked(false).built();
        assertThat(global(now, ago(1, "a", "60.00", true), ago(2, "a", "60.00", true)))
                .contains(new BigDecimal("60.00"));
    }

    /** √((500·3)² + (400·4)²) / 900 = √4 810 000 / 900 = 2.4369 */
    @Test
    void theDoubtOfAGlobalScoreAddsUpTheVariancesOfItsWeeks() {
        DriverScore now = Scores.of("a", TIPPER, "70.00", 500).doubt("3.00").built();
        DriverScore before = Scores.of("a", TIPPER, "61.00", 500)
                .week(Week.W43.plusWeeks(-1))
                .doubt("4.00")
                .built();
        DriverScore notRanked = Scores.of("a", TIPPER, "10.00", 500)
                .week(Week.W43.plusWeeks(-2))
                .ranked(false)
                .doubt("50.00")
                .built();
        Standing standing = Ranking.rank(Week.W43, List.of(now), List.of(before, notRanked), List.of(), RULES)
                .get(0);
        assertThat(standing.global()).contains(new BigDecimal("66.00"));
        assertThat(standing.globalDoubt()).contains(new BigDecimal("2.44"));
    }

    @Test
    void moreWeeksMakeAGlobalScoreSurer() {
        DriverScore now = Scores.of("a", TIPPER, "70.00", 500).doubt("3.00").built();
        List<DriverScore> history = new ArrayList<>();
        BigDecimal last = new BigDecimal("3.00");
        for (int week = 1; week < 8; week++) {
            history.add(Scores.of("a", TIPPER, "70.00", 500)
                    .week(Week.W43.plusWeeks(-week))
                    .doubt("3.00")
                    .built());
            BigDecimal doubt = Ranking.rank(Week.W43, List.of(now), history, List.of(), RULES)
                    .get(0)
                    .globalDoubt()
                    .orElseThrow();
            assertThat(doubt).isLessThan(last);
            last = doubt;
        }
    }

    @Test
    void withoutTheDoubtOfAWeekThatOfTheGlobalScoreIsNotKnown() {
        DriverScore now = Scores.of("a", TIPPER, "70.00", 500).doubt("3.00").built();
        Standing standing = Ranking.rank(Week.W43, List.of(now), List.of(ago(1, "a", "60.00", true)), List.of(), RULES)
                .get(0);
        assertThat(standing.global()).isPresent();
        assertThat(standing.globalDoubt()).isEmpty();
    }

    @Test
    void equalGlobalScoresShareAPlace() {
        List<DriverScore> history =
                List.of(ago(1, "a", "70.00", true), ago(1, "b", "70.00", true), ago(1, "c", "50.00", true));
        List<Standing> standings = Ranking.rank(
                Week.W43,
                List.of(
                        Scores.of("c", TIPPER, "50.00", 500).built(),
                        Scores.of("b", TIPPER, "70.00", 500).built(),
                        Scores.of("a", TIPPER, "70.00", 500).built()),
                history,
                List.of(),
                RULES);
        assertThat(of("a", standings).globalRank()).contains(1);
        assertThat(of("b", standings).globalRank()).contains(1);
        assertThat(of("c", standings).globalRank()).contains(3);
    }

    @Test
    void theOrderOfDriversNeverChangesAStanding() {
        Random random = new Random(17);
        List<DriverScore> scores = new ArrayList<>();
        List<DriverScore> history = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String driver = "d" + i;
            scores.add(Scores.of(driver, VehicleClass.values()[i % 3], (60 + random.nextInt(5)) + ".00", 300)
                    .ranked(random.nextInt(5) > 0)
                    .built());
            history.add(ago(1 + random.nextInt(4), driver, (60 + random.nextInt(9)) + ".50", true));
        }
        List<Standing> expected = Ranking.rank(Week.W43, scores, history, List.of(), RULES);
        for (int i = 0; i < 100; i++) {
            Collections.shuffle(scores, random);
            Collections.shuffle(history, random);
            assertThat(Ranking.rank(Week.W43, scores, history, List.of(), RULES))
                    .isEqualTo(expected);
        }
    }
}
