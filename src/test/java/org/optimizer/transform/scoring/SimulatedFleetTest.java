package org.optimizer.transform.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.optimizer.model.Rulebook;
import org.optimizer.rules.RulesFolder;

/**
 * Few kilometres win no contest, and the interval keeps its promise: 1 000 seeded weeks of 30 drivers, scored by the shipped
 * rules. The winner is the best of all 30, whatever their kilometres, although the rules would not rank the shortest weeks.
 */
class SimulatedFleetTest {
    private static final int WEEKS = 1000;
    private static final double SHORT_KM = 200;
    private static final double[] GROUPS_KM = {200, 400, 650, 1000};
    private final Rulebook rules = RulesFolder.shipped();

    /** What came of the weeks: shares of 1. */
    private static final class Tally {
        private int shortWinners;
        private int covered;
        private final int[] coveredOf = new int[GROUPS_KM.length];
        private final int[] of = new int[GROUPS_KM.length];

        private static Tally of(SimulatedFleet fleet) {
            Tally tally = new Tally();
            for (int week = 0; week < WEEKS; week++) {
                tally.add(fleet.week());
            }
            return tally;
        }

        private void add(List<SimulatedFleet.Result> week) {
            SimulatedFleet.Result winner = week.stream()
                    .min(Comparator.comparing(SimulatedFleet.Result::score, Ties.CHAIN))
                    .orElseThrow();
            shortWinners += winner.km() < SHORT_KM ? 1 : 0;
            for (SimulatedFleet.Result result : week) {
                int group = 0;
                while (result.km() >= GROUPS_KM[group]) {
                    group++;
                }
                of[group]++;
                if (result.isCovered()) {
                    covered++;
                    coveredOf[group]++;
                }
            }
        }

        private double shortWinnersShare() {
            return (double) shortWinners / WEEKS;
        }

        private double coverage() {
            return (double) covered / WEEKS / SimulatedFleet.DRIVERS;
        }

        private double coverage(int group) {
            return (double) coveredOf[group] / of[group];
        }

        private void print(String fleet) {
            System.out.printf(
                    Locale.ROOT,
                    "%-28s winner below 200 km %4.1f %%, interval holds %4.1f %% (below 200 km %4.1f, 400 km %4.1f, 650 km"
                            + " %4.1f, above %4.1f)%n",
                    fleet,
                    100 * shortWinnersShare(),
                    100 * coverage(),
                    100 * coverage(0),
                    100 * coverage(1),
                    100 * coverage(2),
                    100 * coverage(3));
        }
    }

    @Test
    void amongEqualDriversAShortWeekWinsHardlyMoreOftenThanItsShareAndTheIntervalHolds() {
        Tally tally = Tally.of(new SimulatedFleet(2026, rules, 0));
        tally.print("equal drivers");
        assertThat(tally.shortWinnersShare()).isLessThan(0.25);
        assertThat(tally.coverage()).isBetween(0.85, 0.95);
        for (int group = 0; group < GROUPS_KM.length; group++) {
            assertThat(tally.coverage(group)).as("group %d", group).isBetween(0.85, 0.99);
        }
    }

    @Test
    void withoutShrinkageAShortWeekWinsMostContests() {
        Tally tally = Tally.of(new SimulatedFleet(2026, new UnshrunkRules(rules), 0));
        tally.print("equal drivers, k = 0");
        assertThat(tally.shortWinnersShare()).isGreaterThan(0.60);
    }

    @Test
    void amongUnequalDriversTheIntervalHoldsAtAnyDistance() {
        Tally tally = Tally.of(new SimulatedFleet(2027, rules, 0.5));
        tally.print("true rates differ by half");
        assertThat(tally.coverage()).isBetween(0.85, 0.95);
        for (int group = 0; group < GROUPS_KM.length; group++) {
            assertThat(tally.coverage(group)).as("group %d", group).isBetween(0.85, 0.99);
        }
    }
}
