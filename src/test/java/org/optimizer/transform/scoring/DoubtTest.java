package org.optimizer.transform.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.optimizer.model.DrivenTrip;
import org.optimizer.model.DriverScore;
import org.optimizer.model.ManoeuvreKind;
import org.optimizer.model.Rulebook;
import org.optimizer.model.VehicleClass;
import org.optimizer.rules.RulesFolder;

class DoubtTest {
    private final Rulebook rules = RulesFolder.shipped();

    private double doubt(Week week) {
        return week.scored("d1", rules).doubt().orElseThrow().doubleValue();
    }

    /** 68.66 ± 2.79: 65.87 to 71.45, which the worked example writes as 65.8–71.4. */
    @Test
    void theWorkedExamplesIntervalStands() {
        assertThat(doubt(Week.worked())).isEqualTo(2.79);
    }

    /** Variances of both event marks and the four others, by hand. */
    @Test
    void aWeekWithoutEventsIsInDoubtByTheAverageDriversPoints() {
        Week week = Week.worked().noEvents();
        double acceleration = deviation(8, 2 * 6, 6 / 9.124);
        double braking = deviation(9, 2 * 7, 7 / 9.124);
        double others = 9 * (2 * 0.14 * 0.14 + 0.18 * 0.18 + 0.12 * 0.12);
        double expected = 1.645 * Math.sqrt(0.21 * 0.21 * (square(acceleration) + square(braking)) + others);
        assertThat(doubt(week)).isCloseTo(expected, within(0.005));
    }

    private static double deviation(double half, double variance, double rate) {
        return 100 * half / square(half + rate) * Math.sqrt(variance) / 9.124;
    }

    private static double square(double value) {
        return value * value;
    }

    @Test
    void fewerKilometresAtTheSameRateAreMoreInDoubt() {
        double before = 0;
        for (int hundreds : new int[] {8, 6, 4, 2, 1}) {
            double doubt = doubt(Week.of(VehicleClass.ARTIC, 100 * hundreds)
                    .means(6, 6)
                    .events(ManoeuvreKind.ACCELERATION, 0.9, 6 * hundreds)
                    .events(ManoeuvreKind.BRAKING, 1.1, 6 * hundreds));
            assertThat(doubt).as("%d00 km", hundreds).isGreaterThan(before);
            before = doubt;
        }
    }

    @Test
    void withoutShrinkageAndWithoutEventsNothingIsDividedByZero() {
        DriverScore score = Week.worked().noEvents().scored("d1", new UnshrunkRules(rules));
        assertThat(score.doubt().orElseThrow().doubleValue())
                .isCloseTo(1.645 * 3 * Math.sqrt(2 * 0.14 * 0.14 + 0.18 * 0.18 + 0.12 * 0.12), within(0.005));
    }

    /** What is read from the database for scoring leaves the mild manoeuvres out. */
    @Test
    void manoeuvresBelowEveryThresholdChangeNoScore() {
        Random random = new Random(12);
        double lowest = DriverWeeks.lowestThresholdMps2(rules);
        assertThat(lowest).isEqualTo(0.7);
        for (VehicleClass vehicleClass : VehicleClass.values()) {
            Week week = Week.of(vehicleClass, 400);
            for (int i = 0; i < 100; i++) {
                week.events(ManoeuvreKind.values()[i % 2], 0.5 + random.nextDouble(), 1);
            }
            week.events(ManoeuvreKind.BRAKING, lowest, 1);
            List<DrivenTrip> without = week.trips().stream()
                    .map(trip -> new DrivenTrip(
                            trip.vehicleId(),
                            trip.vehicleClass(),
                            trip.day(),
                            trip.trip(),
                            trip.manoeuvres().stream()
                                    .filter(manoeuvre -> manoeuvre.peakMps2() >= lowest)
                                    .toList()))
                    .toList();
            assertThat(DriverWeeks.sum("d1", Week.W43, without, List.of(), rules))
                    .isEqualTo(week.summed("d1", rules));
        }
    }
}
