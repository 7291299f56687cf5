package org.optimizer.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.optimizer.model.DrivenTrip;
import org.optimizer.model.DriverWeek;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.Rulebook;
import org.optimizer.model.VehicleClass;
import org.optimizer.testing.GeneratedFleet;
import org.optimizer.transform.scoring.DriverScores;
import org.optimizer.transform.scoring.DriverWeeks;

/**
 * How many driver-weeks a second one core scores from facts in memory (25 trips and 150 manoeuvres each), beside a bare loop that
 * puts the same questions into a session of the same compiled rules, fires, and does nothing else.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 6, time = 2)
@Fork(1)
public class WeekScoringBenchmark {
    private static final int DRIVERS = 100;
    private static final IsoWeek WEEK = IsoWeek.parse("2026-W43");

    private final List<List<DrivenTrip>> fleet = new ArrayList<>();
    private final List<BareDrools.Asked> asked = new ArrayList<>();
    private Rulebook rules;
    private BareDrools bare;

    @Setup
    public void generate() {
        rules = RulesFolder.shipped();
        bare = new BareDrools(rules);
        GeneratedFleet generated = new GeneratedFleet(43);
        for (int driver = 0; driver < DRIVERS; driver++) {
            VehicleClass vehicleClass = GeneratedFleet.vehicleClass(driver);
            List<DrivenTrip> trips =
                    GeneratedFleet.trips(generated.week("v" + driver, "d" + driver, WEEK.monday()), vehicleClass);
            fleet.add(trips);
            asked.add(BareDrools.asked(trips, sum(driver), rules));
        }
    }

    private DriverWeek sum(int driver) {
        return DriverWeeks.sum("d" + driver, WEEK, fleet.get(driver), List.of(), rules);
    }

    @Benchmark
    public void scored(Blackhole blackhole) {
        for (int driver = 0; driver < DRIVERS; driver++) {
            blackhole.consume(DriverScores.of("c1", sum(driver), rules));
        }
    }

    @Benchmark
    public void bareDrools(Blackhole blackhole) {
        asked.forEach(each -> blackhole.consume(bare.ask(each)));
    }

    public static void main(String[] arguments) throws RunnerException {
        WeekScoringBenchmark data = new WeekScoringBenchmark();
        data.generate();
        double events = data.asked.stream()
                .mapToInt(each -> each.events().size())
                .average()
                .orElseThrow();
        double bare = 0;
        double scored = 0;
        for (RunResult run : new Runner(new OptionsBuilder()
                        .include(WeekScoringBenchmark.class.getName())
                        .build())
                .run()) {
            double perSecond = DRIVERS / run.getPrimaryResult().getScore() * 1e3;
            String name = run.getPrimaryResult().getLabel();
            System.out.printf(Locale.ROOT, "%-12s %8.0f driver-weeks/s%n", name, perSecond);
            if (name.startsWith("bare")) {
                bare = perSecond;
            } else {
                scored = perSecond;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "the bare Drools loop is %.2f times as fast (25 trips, 150 manoeuvres, %.1f events a driver-week)%n",
                bare / scored,
                events);
    }
}
