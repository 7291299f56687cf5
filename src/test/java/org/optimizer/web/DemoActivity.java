package org.optimizer.web;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import org.optimizer.extract.ActivityDays;
import org.optimizer.extract.Drivers;
import org.optimizer.extract.Sites;
import org.optimizer.extract.TraceDays;
import org.optimizer.extract.Vehicles;
import org.optimizer.extract.Zones;
import org.optimizer.model.Cycle;
import org.optimizer.model.Driver;
import org.optimizer.model.GpsFix;
import org.optimizer.model.JudgedStandstill;
import org.optimizer.model.JudgedVisit;
import org.optimizer.model.KpiDay;
import org.optimizer.model.KpiRules;
import org.optimizer.model.Language;
import org.optimizer.model.Rulebook;
import org.optimizer.model.Site;
import org.optimizer.model.Standstill;
import org.optimizer.model.Trace;
import org.optimizer.model.Vehicle;
import org.optimizer.model.VehicleClass;
import org.optimizer.model.Zone;
import org.optimizer.model.ZonePair;
import org.optimizer.model.ZoneVisit;
import org.optimizer.process.KpiDesk;
import org.optimizer.process.ZoneDesk;
import org.optimizer.rules.RulebookShelf;

/** Eight weeks of five trucks in the demo week's quarry, for looking at the pages of activity without a database. */
final class DemoActivity {
    static final Site SITE = DemoWeek.SITE;
    static final LocalDate WEDNESDAY = DemoWeek.WEEK.monday().plusDays(2);
    /** A name that a spreadsheet would take for a formula. */
    static final String FORMULA = "=HYPERLINK(\"http://example.org\")";

    private static final String PIT = "Fosse nord";
    private static final String PAD = "Plateforme";
    private static final int VEHICLES = 5;
    private static final int CYCLES = 6;
    /** Of the truck v4, on Tuesday. */
    private static final double THIN = 0.62;

    private static final List<Zone> ZONES = List.of(
            zone("pit", PIT, "load", square(48.100, 2.300), OptionalDouble.empty()),
            zone("pad", PAD, "unload", square(48.120, 2.340), OptionalDouble.empty()),
            zone(
                    "scale",
                    "Pont-bascule",
                    "weighbridge",
                    "{\"type\":\"Point\",\"coordinates\":[2.32,48.11]}",
                    OptionalDouble.of(60)));

    private DemoActivity() {}

    private static Zone zone(String id, String name, String type, String geoJson, OptionalDouble radiusM) {
        return new Zone(SITE.id() + "-" + id, SITE.id(), name, type, geoJson, radiusM, 10, OptionalDouble.empty());
    }

    private static String square(double latitude, double longitude) {
        double[][] ring = {{0, 0}, {0.004, 0}, {0.004, 0.003}, {0, 0.003}, {0, 0}};
        List<String> places = new ArrayList<>();
        for (double[] corner : ring) {
            places.add(String.format(Locale.ROOT, "[%.4f,%.4f]", longitude + corner[0], latitude + corner[1]));
        }
        return "{\"type\":\"Polygon\",\"coordinates\":[[" + String.join(",", places) + "]]}";
    }

    static List<Vehicle> vehicles() {
        List<Vehicle> vehicles = new ArrayList<>();
        for (int number = 1; number <= VEHICLES; number++) {
            String name = number == VEHICLES ? FORMULA : "Benne " + number;
            vehicles.add(new Vehicle("v" + number, SITE.id(), name, VehicleClass.TIPPER));
        }
        return vehicles;
    }

    /** The real desk on invented rows. */
    static final class Kpis extends KpiDesk {
        Kpis(Clock clock) {
            super(place(), fleet(), people(), zones(), traces(), new Days(), shelf(), clock);
        }
    }

    private static Sites place() {
        return new Sites(null) {
            @Override
            public List<Site> list() {
                return List.of(SITE);
            }
        };
    }

    private static Vehicles fleet() {
        return new Vehicles(null) {
            @Override
            public List<Vehicle> list() {
                return vehicles();
            }
        };
    }

    private static Drivers people() {
        return new Drivers(null) {
            @Override
            public List<Driver> listBySite(String siteId) {
                return List.of(new Driver("d1", SITE.id(), "Amélie Fontaine", Optional.empty(), Language.FR));
            }
        };
    }

    private static Zones zones() {
        return new Zones(null) {
            @Override
            public List<Zone> listBySite(String siteId) {
                return ZONES;
            }
        };
    }

    private static TraceDays traces() {
        return new TraceDays(null) {
            @Override
            public Optional<TraceDay> find(String vehicleId, LocalDate day) {
                return Optional.of(new TraceDay(vehicleId, day, 1, drive(day)));
            }
        };
    }

    private static Trace drive(LocalDate day) {
        List<GpsFix> fixes = new ArrayList<>();
        Instant at = day.atTime(6, 0).atZone(SITE.zone()).toInstant();
        for (int i = 0; i <= 200; i++) {
            fixes.add(new GpsFix(
                    at.plusSeconds(5L * i),
                    "t",
                    48.1015 + 0.0001 * i,
                    2.302 + 0.0002 * i,
                    8,
                    Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    Double.NaN));
        }
        return Trace.of(fixes);
    }

    private static RulebookShelf shelf() {
        Rulebook rulebook = mock(Rulebook.class);
        when(rulebook.kpi(any()))
                .thenReturn(new KpiRules(
                        0.85,
                        Duration.ofHours(5),
                        Duration.ofMinutes(30),
                        Duration.ofMinutes(2),
                        Duration.ofHours(4),
                        Duration.ofHours(4),
                        3,
                        true,
                        false,
                        false,
                        false));
        RulebookShelf shelf = mock(RulebookShelf.class);
        when(shelf.current()).thenReturn(rulebook);
        return shelf;
    }

    private static final class Days extends ActivityDays {
        Days() {
            super(null);
        }

        @Override
        public List<KpiDay> listDays(String siteId, LocalDate from, LocalDate to) {
            return each(from, to, (vehicle, day) -> List.of(kpis(vehicle, day)));
        }

        @Override
        public List<Cycle> listCycles(String siteId, LocalDate from, LocalDate to) {
            return each(from, to, DemoActivity::cycles);
        }

        @Override
        public Map<VehicleDay, List<JudgedStandstill>> standstills(String siteId, LocalDate from, LocalDate to) {
            Map<VehicleDay, List<JudgedStandstill>> byDay = new HashMap<>();
            each(from, to, (vehicle, day) -> {
                byDay.put(new VehicleDay(vehicle, day), DemoActivity.standstills(vehicle, day));
                return List.of();
            });
            return byDay;
        }

        @Override
        public List<JudgedVisit> listVisits(String vehicleId, LocalDate from, LocalDate to) {
            return cycles(vehicleId, from).stream().map(DemoActivity::visit).toList();
        }

        private static <T> List<T> each(LocalDate from, LocalDate to, BiFunction<String, LocalDate, List<T>> make) {
            LocalDate last = to.isAfter(DemoWeek.WEEK.sunday()) ? DemoWeek.WEEK.sunday() : to;
            List<T> all = new ArrayList<>();
            for (Vehicle vehicle : vehicles()) {
                for (LocalDate day = from; !day.isAfter(last); day = day.plusDays(1)) {
                    if (day.getDayOfWeek().getValue() <= 5) {
                        all.addAll(make.apply(vehicle.id(), day));
                    }
                }
            }
            return all;
        }
    }

    private static KpiDay kpis(String vehicle, LocalDate day) {
        boolean thin = vehicle.equals("v4") && day.equals(DemoWeek.WEEK.monday().plusDays(1));
        double number = Integer.parseInt(vehicle.substring(1));
        return new KpiDay(
                vehicle,
                day,
                thin ? THIN : 0.97,
                !thin,
                8,
                0.2 * number,
                CYCLES - 1,
                Map.of(
                        "LOADING",
                        1500.0,
                        "QUEUE_LOAD",
                        300 * number,
                        "UNLOADING",
                        1200.0,
                        "BREAK",
                        2400.0,
                        "OVERNIGHT",
                        40_000.0),
                Map.of("service", 2700.0, "wait", 300 * number, "break", 2400.0, "off", 40_000.0),
                18_000,
                110 + number,
                CYCLES - 1,
                Map.of("NO_UNLOAD", 1),
                2,
                50,
                51);
    }

    private static List<Cycle> cycles(String vehicle, LocalDate day) {
        List<Cycle> cycles = new ArrayList<>();
        Instant start = day.atTime(6, 0).atZone(SITE.zone()).toInstant();
        for (int number = 0; number < CYCLES; number++) {
            boolean complete = number < CYCLES - 1;
            double haulS = 900 + 60 * number;
            double seconds = 300 + haulS + 240 + 1000;
            cycles.add(new Cycle(
                    number,
                    vehicle,
                    day,
                    Optional.of("d1"),
                    Optional.of(number < 3 ? "Matin" : "Après-midi"),
                    start,
                    start.plusMillis((long) (1000 * seconds)),
                    PIT,
                    complete ? Optional.of(PAD) : Optional.empty(),
                    complete,
                    complete ? Optional.empty() : Optional.of("NO_UNLOAD"),
                    number == 1 ? List.of("GAP_IN_ZONE") : List.of(),
                    complete && number != 1,
                    300,
                    haulS,
                    240,
                    1000,
                    0,
                    60,
                    30,
                    20,
                    9.5,
                    9.7));
            start = start.plusMillis((long) (1000 * seconds));
        }
        return cycles;
    }

    private static List<JudgedStandstill> standstills(String vehicle, LocalDate day) {
        return cycles(vehicle, day).stream()
                .map(cycle -> new JudgedStandstill(
                        new Standstill(
                                cycle.number(),
                                cycle.driverId(),
                                cycle.start().plusSeconds(30),
                                cycle.start().plusSeconds(250),
                                48.1015,
                                2.302,
                                Optional.of(PIT),
                                cycle.number() == 1),
                        Optional.of("load"),
                        cycle.shift(),
                        "LOADING",
                        "service",
                        "loading"))
                .toList();
    }

    private static JudgedVisit visit(Cycle cycle) {
        boolean passed = cycle.number() == 2;
        ZoneVisit visit = new ZoneVisit(
                cycle.number(),
                PIT,
                "load",
                cycle.driverId(),
                cycle.start(),
                cycle.start().plusSeconds(300),
                cycle.number() == 0,
                false,
                false,
                passed ? 0 : 220,
                passed ? 0 : 220,
                0,
                0.2,
                1,
                1.2,
                60,
                3,
                1);
        return new JudgedVisit(visit, passed ? "pass-through" : "visit", "load-dwell");
    }

    /** Reads and writes GeoJSON as the real one does, and keeps what it is asked to save. */
    static final class ZoneDrawing extends ZoneDesk {
        List<Zone> saved = ZONES;
        List<ZonePair> pairs = List.of();
        final List<String> calls = new ArrayList<>();

        ZoneDrawing() {
            super(null, null, null, null, null, null, null, null, null, null, null, null, null, null);
        }

        void reset() {
            saved = ZONES;
            pairs = List.of();
            calls.clear();
        }

        @Override
        public List<Site> sites() {
            return List.of(SITE);
        }

        @Override
        public Ground look(String siteId) {
            if (!siteId.equals(SITE.id())) {
                throw new IllegalArgumentException("site \"" + siteId + "\": there is no such site");
            }
            return new Ground(
                    SITE, saved, pairs, vehicles(), DemoWeek.WEEK.sunday().plusDays(1));
        }

        /** A visit more for every zone that is drawn and not saved. */
        @Override
        public Optional<Trial> tryOut(String siteId, List<Zone> drawn, String vehicleId, LocalDate day) {
            calls.add("try " + drawn.size() + " " + vehicleId + " " + day);
            Count now = new Count(12, 1, 5);
            Count then = new Count(12 + drawn.size() - saved.size(), 1, 5);
            return day.equals(WEDNESDAY)
                    ? Optional.of(new Trial(vehicles().get(0), day, then, now, List.of(new ZoneTrial(PIT, then, now))))
                    : Optional.empty();
        }

        @Override
        public void save(String siteId, List<Zone> drawn) {
            saved = drawn;
            calls.add("save " + drawn.size());
        }

        @Override
        public void savePairs(String siteId, List<ZonePair> some) {
            pairs = some;
            calls.add("pairs " + some);
        }

        @Override
        public int daysSince(String siteId, LocalDate since) {
            return 140;
        }

        @Override
        public int countAgain(String siteId, LocalDate since, String by) {
            calls.add("again " + since + " " + by);
            return 140;
        }
    }
}
