package org.optimizer.transform;

import java.time.LocalDate;
import java.time.ZoneOffset;
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
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.optimizer.model.Trace;
import org.optimizer.testing.RealTraces;
import org.optimizer.transform.zones.ZoneMap;

/** How many fixes a second one core turns into facts, beside a bare loop that only adds up distances. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 6, time = 1)
@Fork(1)
public class VehicleDayBenchmark {
    private static final double EARTH_RADIUS_M = 6_371_008.8;

    private record Day(String vehicle, LocalDate day, Trace trace) {}

    private final List<Day> days = new ArrayList<>();

    @Setup
    public void readRealTraces() {
        for (String set : List.of("CMAP", "RSK_TWIZY", "NDSBR")) {
            RealTraces.ofSet(set).forEach((vehicle, trace) -> RealTraces.days(trace, ZoneOffset.UTC)
                    .forEach(day -> days.add(new Day(vehicle, day, dayOf(trace, day)))));
        }
    }

    private static Trace dayOf(Trace trace, LocalDate day) {
        return trace.between(startMs(day), startMs(day.plusDays(1)));
    }

    private static long startMs(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    private long fixes() {
        return days.stream().mapToLong(day -> day.trace.size()).sum();
    }

    @Benchmark
    public void allFacts(Blackhole blackhole) {
        for (Day day : days) {
            blackhole.consume(
                    VehicleDay.facts(day.vehicle, day.trace, 1, day.day, ZoneOffset.UTC, List.of(), ZoneMap.NONE));
        }
    }

    @Benchmark
    public double bareDistances() {
        double metres = 0;
        for (Day day : days) {
            metres += metres(day.trace);
        }
        return metres;
    }

    private static double metres(Trace trace) {
        double sum = 0;
        for (int index = 1; index < trace.size(); index++) {
            sum += haversineM(
                    Math.toRadians(trace.latitudeE7()[index - 1] / 1e7),
                    Math.toRadians(trace.longitudeE7()[index - 1] / 1e7),
                    Math.toRadians(trace.latitudeE7()[index] / 1e7),
                    Math.toRadians(trace.longitudeE7()[index] / 1e7));
        }
        return sum;
    }

    private static double haversineM(double latitude, double longitude, double otherLatitude, double otherLongitude) {
        double north = Math.sin((otherLatitude - latitude) / 2);
        double east = Math.sin((otherLongitude - longitude) / 2);
        double chord = north * north + Math.cos(latitude) * Math.cos(otherLatitude) * east * east;
        return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(chord)));
    }

    public static void main(String[] arguments) throws RunnerException {
        VehicleDayBenchmark data = new VehicleDayBenchmark();
        data.readRealTraces();
        double perSecond = 0;
        for (RunResult run : new Runner(new OptionsBuilder()
                        .include(VehicleDayBenchmark.class.getName())
                        .addProfiler(GCProfiler.class)
                        .build())
                .run()) {
            double fixesPerSecond = data.fixes() / run.getPrimaryResult().getScore() * 1e3;
            double bytes = run.getSecondaryResults().get("gc.alloc.rate.norm").getScore() / data.fixes();
            String name = run.getPrimaryResult().getLabel();
            System.out.printf(Locale.ROOT, "%-14s %8.2f million fixes/s", name, fixesPerSecond / 1e6);
            System.out.printf(Locale.ROOT, "  %6.1f bytes a fix  (%d fixes)%n", bytes, data.fixes());
            perSecond = perSecond == 0 ? fixesPerSecond : fixesPerSecond / perSecond;
        }
        System.out.printf(Locale.ROOT, "the bare loop is %.2f times as fast%n", perSecond);
    }
}
