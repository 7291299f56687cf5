package org.optimizer.transform.kpi;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
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
import org.optimizer.model.DayFacts;
import org.optimizer.model.Rulebook;
import org.optimizer.model.SiteCalendar;
import org.optimizer.rules.RulesFolder;
import org.optimizer.testing.Haulage;

/**
 * How many vehicle-days a second one core turns from visits and standstills into cycles and figures, all rules asked, beside a bare
 * loop that only adds up what is there.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 3)
@Fork(1)
public class ActivitiesBenchmark {
    private static final ZoneId ZONE = ZoneId.of("Africa/Abidjan");
    private static final int VEHICLE_DAYS = 10_000;
    private static final int CYCLES_A_DAY = 16;

    private final List<List<DayFacts>> weeks = new ArrayList<>();
    private final SiteCalendar calendar = new SiteCalendar("quarry", ZONE, List.of());
    private Rulebook rulebook;

    @Setup
    public void haul() {
        rulebook = RulesFolder.shipped();
        for (int days = 0;
                days < VEHICLE_DAYS;
                days += weeks.get(weeks.size() - 1).size()) {
            weeks.add(week(new Random(days)).days(ZONE));
        }
    }

    /** Seven days of load, haul, unload and return, and the nights between them. */
    private static Haulage week(Random random) {
        Haulage haulage = Haulage.from("2026-11-16T06:00:00Z");
        for (int day = 0; day < 7; day++) {
            for (int cycle = 0; cycle < CYCLES_A_DAY; cycle++) {
                haulage.load("pit", 1 + random.nextDouble() * 5, 3)
                        .drive(8 + random.nextDouble() * 4)
                        .stand(1 + random.nextDouble())
                        .unload("pad", 1 + random.nextDouble())
                        .drive(6 + random.nextDouble() * 4);
            }
            double hours = (haulage.now().getEpochSecond() % 86_400) / 3600.0;
            haulage.sleep((30 - hours) * 60);
        }
        return haulage.drive(1);
    }

    private long count(boolean visits) {
        return weeks.stream()
                .flatMap(List::stream)
                .mapToLong(day -> visits ? day.visits().size() : 1)
                .sum();
    }

    @Benchmark
    public void activities(Blackhole blackhole) {
        for (List<DayFacts> week : weeks) {
            blackhole.consume(Activities.of("t1", week, calendar, List.of(), List.of(), rulebook));
        }
    }

    @Benchmark
    public double bareSums() {
        double seconds = 0;
        for (List<DayFacts> week : weeks) {
            for (DayFacts day : week) {
                seconds += day.standstillS() + day.movingS();
            }
        }
        return seconds;
    }

    public static void main(String[] arguments) throws RunnerException {
        ActivitiesBenchmark data = new ActivitiesBenchmark();
        data.haul();
        for (RunResult run : new Runner(new OptionsBuilder()
                        .include(ActivitiesBenchmark.class.getName())
                        .build())
                .run()) {
            double seconds = run.getPrimaryResult().getScore() / 1e3;
            System.out.printf(
                    Locale.ROOT,
                    "%-12s %10.0f vehicle-days/s  %10.0f visits/s  (%d days, %d visits)%n",
                    run.getPrimaryResult().getLabel(),
                    data.count(false) / seconds,
                    data.count(true) / seconds,
                    data.count(false),
                    data.count(true));
        }
    }
}
