package org.optimizer.transform.zones;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.optimizer.model.Activity;
import org.optimizer.model.DayFacts;
import org.optimizer.model.SiteCalendar;
import org.optimizer.model.Trace;
import org.optimizer.model.Zone;
import org.optimizer.model.ZoneVisit;
import org.optimizer.rules.RulesFolder;
import org.optimizer.testing.Tour;
import org.optimizer.transform.VehicleDay;
import org.optimizer.transform.kpi.Activities;
import org.optimizer.transform.trips.DayOdometer;
import org.optimizer.transform.trips.DayWindow;
import org.optimizer.transform.trips.Fixes;
import org.optimizer.transform.trips.Gate;
import org.optimizer.transform.trips.Legs;
import org.optimizer.transform.trips.LogIns;
import org.optimizer.transform.trips.Stand;
import org.optimizer.transform.trips.StandFinder;
import org.optimizer.transform.trips.TripCutter;

/**
 * How many fixes a second one core turns into zone visits, and how that depends on the number of zones: trucks that drive all day
 * between zones of a site of 8 by 8 km and stand in them. Beside it all facts of the same days.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class VisitsBenchmark {
    private static final int VEHICLE_DAYS = 30;
    private static final int SHIFT_S = 8 * 3600;
    private static final int SITE_M = 8000;
    private static final String MORNING = "2026-11-16T06:00:00Z";
    private static final int MANY_VEHICLE_DAYS = 10_000;
    private static final SiteCalendar CALENDAR = new SiteCalendar("q", ZoneOffset.UTC, List.of());
    private static final LocalDate DAY = LocalDate.of(2026, 11, 16);

    @Param({"2", "20", "200", "2000"})
    private int zones;

    private final List<Trace> days = new ArrayList<>();
    private final List<Day> passed = new ArrayList<>();
    private final DayWindow window = DayWindow.of(DAY, ZoneOffset.UTC);
    private final LogIns logIns = LogIns.of("v", List.of());
    private final List<Zone> book = new ArrayList<>();
    private ZoneMap map;

    @Setup
    public void drive() {
        Random random = new Random(2026);
        List<double[]> middles = new ArrayList<>();
        List<Fence> fences = new ArrayList<>();
        for (int zone = 0; zone < zones; zone++) {
            double[] middle = {random.nextDouble() * SITE_M, random.nextDouble() * SITE_M};
            middles.add(middle);
            fences.add(fence(zone, middle, 20 + random.nextInt(50)));
        }
        map = new ZoneMap(fences);
        for (int day = 0; day < VEHICLE_DAYS; day++) {
            Trace trace = tour(middles, new Random(day));
            days.add(trace);
            passed.add(day(trace));
        }
        for (Fence fence : fences) {
            book.add(new Zone(
                    fence.name(),
                    "q",
                    fence.name(),
                    fence.type(),
                    "",
                    OptionalDouble.empty(),
                    fence.priority(),
                    OptionalDouble.empty()));
        }
    }

    /** A polygon of 24 corners. */
    private static Fence fence(int number, double[] middle, double radiusM) {
        int corners = 24;
        double[] latitude = new double[corners + 1];
        double[] longitude = new double[corners + 1];
        for (int corner = 0; corner <= corners; corner++) {
            double angle = 2 * Math.PI * (corner % corners) / corners;
            double[][] place = Tour.from(MORNING)
                    .rectangle(middle[0] + radiusM * Math.cos(angle), middle[1] + radiusM * Math.sin(angle), 0, 0);
            latitude[corner] = place[0][0];
            longitude[corner] = place[1][0];
        }
        return new Fence(
                "zone " + number,
                number % 2 == 0 ? "load" : "unload",
                number % 3,
                OptionalDouble.empty(),
                List.of(new Fence.Polygon(List.of(new Fence.Ring(latitude, longitude)))));
    }

    private static Trace tour(List<double[]> middles, Random random) {
        Tour tour = Tour.from(MORNING).noise(2, random.nextLong()).at(0, 0);
        while (tour.fixes().size() < SHIFT_S) {
            double[] middle = middles.get(random.nextInt(middles.size()));
            tour.to(middle[0], middle[1], 6 + random.nextInt(8)).stand(60 + random.nextInt(240));
            tour.to(random.nextDouble() * SITE_M, random.nextDouble() * SITE_M, 6 + random.nextInt(8));
        }
        return tour.trace();
    }

    /** A day's fixes with what trips are cut from and the facts without zones, which every day needs anyway. */
    private record Day(Fixes fixes, List<Stand> stands, Legs legs, DayFacts facts) {}

    private Day day(Trace trace) {
        Fixes fixes = Gate.pass(trace, window).fixes();
        List<Stand> stands = StandFinder.find(fixes);
        DayFacts facts = VehicleDay.facts("v", trace, 1, DAY, ZoneOffset.UTC, List.of(), ZoneMap.NONE);
        return new Day(fixes, stands, TripCutter.cut(fixes, stands, logIns, window), facts);
    }

    private Activity activity(Day day) {
        DayFacts facts = day.facts();
        DayFacts visited = new DayFacts(
                facts.vehicleId(),
                facts.day(),
                facts.algorithm(),
                facts.traceRevision(),
                facts.fixesRead(),
                facts.fixesKept(),
                facts.notes(),
                facts.trips(),
                facts.manoeuvres(),
                facts.curves(),
                facts.standstills(),
                visits(day),
                facts.gradients());
        return Activities.of("v", List.of(visited), CALENDAR, List.of(), book, RulesFolder.shipped());
    }

    private List<ZoneVisit> visits(Day day) {
        DayOdometer odometer = DayOdometer.of(day.fixes(), day.legs(), day.stands());
        return Visits.ofDay(day.fixes(), StandFinder.findBrief(day.fixes()), map, window, logIns, odometer);
    }

    private long fixes() {
        return days.stream().mapToLong(Trace::size).sum();
    }

    @Benchmark
    public void visitsAndCycles(Blackhole blackhole) {
        for (Day day : passed) {
            blackhole.consume(activity(day));
        }
    }

    @Benchmark
    public void visits(Blackhole blackhole) {
        for (Day day : passed) {
            blackhole.consume(visits(day));
        }
    }

    @Benchmark
    public void allFacts(Blackhole blackhole) {
        for (Trace day : days) {
            blackhole.consume(VehicleDay.facts("v", day, 1, DAY, ZoneOffset.UTC, List.of(), map));
        }
    }

    public static void main(String[] arguments) throws RunnerException {
        for (RunResult run : new Runner(new OptionsBuilder()
                        .include(VisitsBenchmark.class.getName())
                        .build())
                .run()) {
            VisitsBenchmark data = new VisitsBenchmark();
            data.zones = Integer.parseInt(run.getParams().getParam("zones"));
            data.drive();
            double fixesPerSecond = data.fixes() / run.getPrimaryResult().getScore() * 1e3;
            System.out.printf(
                    Locale.ROOT,
                    "%-10s %5d zones %8.2f million fixes/s  (%d fixes, %d visits)%n",
                    run.getPrimaryResult().getLabel(),
                    data.zones,
                    fixesPerSecond / 1e6,
                    data.fixes(),
                    data.countVisits());
        }
        manyDays();
    }

    /** Once through ten thousand vehicle-days with 200 zones, on one core. */
    private static void manyDays() {
        VisitsBenchmark data = new VisitsBenchmark();
        data.zones = 200;
        data.drive();
        long fixes = 0;
        int cycles = 0;
        long startedNs = System.nanoTime();
        for (int day = 0; day < MANY_VEHICLE_DAYS; day++) {
            Day driven = data.passed.get(day % VEHICLE_DAYS);
            cycles += data.activity(driven).cycles().size();
            fixes += driven.fixes().size();
        }
        double seconds = (System.nanoTime() - startedNs) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "visits and cycles of %d vehicle-days, 200 zones: %.1f s, %.2f million fixes/s, %d cycles%n",
                MANY_VEHICLE_DAYS,
                seconds,
                fixes / seconds / 1e6,
                cycles);
    }

    private int countVisits() {
        int count = 0;
        for (Day day : passed) {
            count += visits(day).size();
        }
        return count;
    }
}
