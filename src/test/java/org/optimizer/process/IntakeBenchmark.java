package org.optimizer.process;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.optimizer.extract.Sites;
import org.optimizer.extract.TraceDays;
import org.optimizer.extract.Zones;
import org.optimizer.load.RejectSink;
import org.optimizer.load.TraceSink;
import org.optimizer.model.MergeResult;
import org.optimizer.model.Reject;
import org.optimizer.model.Shift;
import org.optimizer.model.Site;
import org.optimizer.model.Trace;
import org.optimizer.model.Vehicle;
import org.optimizer.model.VehicleClass;

/** What the door costs beside only collecting fixes: gate, working hours, units, days; the database is left out on both sides. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 6, time = 2)
@Fork(1)
public class IntakeBenchmark {
    private static final int FIXES = 86_400;
    private static final LocalDate DAY = LocalDate.of(2026, 11, 16);
    private static final Site SITE = new Site("q", "Quarry", ZoneOffset.UTC, "FR");
    private static final Vehicle VEHICLE = new Vehicle("v1", "q", "v1", VehicleClass.TIPPER);

    private final Intake intake = new Intake(
            new Sites(null) {
                @Override
                public Site get(String siteId) {
                    return SITE;
                }
            },
            new Zones(null) {
                @Override
                public List<Shift> shifts(String siteId) {
                    return List.of(
                            new Shift("q", "Early", LocalTime.of(0, 0), LocalTime.NOON),
                            new Shift("q", "Late", LocalTime.NOON, LocalTime.of(0, 0)));
                }
            },
            new TraceDays(null) {
                @Override
                public int countFixes(String vehicleId, LocalDate day) {
                    return 0;
                }
            },
            new TraceSink(null) {
                @Override
                public MergeResult merge(String vehicleId, LocalDate day, Trace fixes) {
                    return new MergeResult(1, fixes.size(), 0, 0);
                }
            },
            new RejectSink(null) {
                @Override
                public void keep(List<Reject> rejects) {
                    if (!rejects.isEmpty()) {
                        throw new IllegalStateException("expected no reject, found " + rejects.get(0));
                    }
                }
            },
            IntakeSettings.USUAL);

    /** A whole day at one fix a second, through the door. */
    @Benchmark
    public long door() {
        Intake.Open batch = intake.open("mycartracks", VEHICLE, Instant.parse("2026-11-18T00:00:00Z"));
        long start = DAY.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
        for (int second = 0; second < FIXES; second++) {
            batch.fix(
                    start + second * 1000L, track(second), latitudeDeg(second), 4.8, 10, 4, Double.NaN, 90, 300, false);
        }
        return batch.close().fresh();
    }

    /** The same day, only collected and built. */
    @Benchmark
    public long bareBuilder() {
        Trace.Builder builder = new Trace.Builder(4096);
        long start = DAY.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
        for (int second = 0; second < FIXES; second++) {
            builder.add(
                    start + second * 1000L, track(second), latitudeDeg(second), 4.8, 10, 4, Double.NaN, 90, 300, false);
        }
        return builder.build().size();
    }

    private static String track(int second) {
        return second < FIXES / 2 ? "morning" : "evening";
    }

    /** Up and down at 10 m/s, ten minutes each way. */
    private static double latitudeDeg(int second) {
        int phase = second % 1200;
        return 45 + Math.min(phase, 1200 - phase) * 9e-5;
    }

    public static void main(String[] arguments) throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(IntakeBenchmark.class.getSimpleName())
                        .build())
                .run();
        for (RunResult result : results) {
            double medianMs = result.getPrimaryResult().getStatistics().getPercentile(50);
            System.out.printf(
                    "%-12s %.1f ms a day of %d fixes: %.1f million fixes/s%n",
                    result.getPrimaryResult().getLabel(), medianMs, FIXES, FIXES / medianMs / 1e3);
        }
    }
}
