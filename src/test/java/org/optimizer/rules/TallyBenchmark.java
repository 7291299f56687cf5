package org.optimizer.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.optimizer.model.DrivenTrip;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.Rulebook;
import org.optimizer.testing.GeneratedFleet;
import org.optimizer.transform.scoring.DriverScores;
import org.optimizer.transform.scoring.DriverWeeks;

/** What counting the rows that answer costs: a fleet's week scored from memory with and without it, in turns, on one thread. */
public final class TallyBenchmark {
    private static final int DRIVERS = 200;
    private static final int ROUNDS = 21;
    private static final int WARM = 6;
    private static final IsoWeek WEEK = IsoWeek.parse("2026-W43");

    private TallyBenchmark() {}

    public static void main(String[] arguments) {
        Rulebook rules = RulesFolder.shipped();
        List<List<DrivenTrip>> fleet = fleet();
        double[] plain = new double[ROUNDS - WARM];
        double[] counted = new double[ROUNDS - WARM];
        SortedMap<String, Long> fired = new TreeMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            fired.clear();
            double one = seconds(() -> score(fleet, rules));
            double other = seconds(() -> Tally.counting(fired, () -> score(fleet, rules)));
            if (round >= WARM) {
                plain[round - WARM] = one;
                counted[round - WARM] = other;
            }
        }
        long answers = fired.values().stream().mapToLong(Long::longValue).sum();
        System.out.printf(
                Locale.ROOT,
                "%d driver-weeks, %d answers of %d rows: %.3f s without counting, %.3f s with it, %+.1f %% (medians of %d)%n",
                DRIVERS,
                answers,
                fired.size(),
                median(plain),
                median(counted),
                100 * (median(counted) / median(plain) - 1),
                ROUNDS - WARM);
    }

    private static List<List<DrivenTrip>> fleet() {
        GeneratedFleet generated = new GeneratedFleet(43);
        List<List<DrivenTrip>> fleet = new ArrayList<>();
        for (int driver = 0; driver < DRIVERS; driver++) {
            fleet.add(GeneratedFleet.trips(
                    generated.week("v" + driver, "d" + driver, WEEK.monday()), GeneratedFleet.vehicleClass(driver)));
        }
        return fleet;
    }

    private static int score(List<List<DrivenTrip>> fleet, Rulebook rules) {
        int ranked = 0;
        for (int driver = 0; driver < fleet.size(); driver++) {
            boolean competes = DriverScores.of(
                            "c", DriverWeeks.sum("d" + driver, WEEK, fleet.get(driver), List.of(), rules), rules)
                    .ranked();
            ranked += competes ? 1 : 0;
        }
        return ranked;
    }

    private static double seconds(Runnable work) {
        long before = System.nanoTime();
        work.run();
        return (System.nanoTime() - before) / 1e9;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
