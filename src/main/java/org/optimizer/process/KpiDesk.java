package org.optimizer.process;

import static java.util.stream.Collectors.groupingBy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.optimizer.extract.ActivityDays;
import org.optimizer.extract.ActivityDays.VehicleDay;
import org.optimizer.extract.Drivers;
import org.optimizer.extract.Sites;
import org.optimizer.extract.TraceDays;
import org.optimizer.extract.TraceDays.TraceDay;
import org.optimizer.extract.Vehicles;
import org.optimizer.extract.Zones;
import org.optimizer.model.Cycle;
import org.optimizer.model.Driver;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.JudgedStandstill;
import org.optimizer.model.JudgedVisit;
import org.optimizer.model.KpiDay;
import org.optimizer.model.Site;
import org.optimizer.model.Trace;
import org.optimizer.model.Vehicle;
import org.optimizer.model.Zone;
import org.optimizer.rules.RulebookShelf;

/** What a site's vehicles did in a week, and on one day. A day whose recording is too thin is named, and counts nowhere. */
public class KpiDesk {
    private static final int WEEKS_SHOWN = 8;

    /**
     * A week of a site.
     *
     * @param coverageNeeded share of a day's recording from which on it counts
     * @param tooThin vehicle-days whose recording is less than that
     * @param before the week before, the same way
     * @param vehicles those with any day that counts, by name
     * @param days Monday to Sunday
     * @param weeks the last weeks, oldest first; this one is the last
     */
    public record SiteWeek(
            Site site,
            IsoWeek week,
            double coverageNeeded,
            List<ThinDay> tooThin,
            Totals all,
            Totals before,
            List<VehicleLine> vehicles,
            List<DayLine> days,
            List<WeekLine> weeks,
            List<GroupLine> shifts,
            List<GroupLine> drivers,
            List<GroupLine> zonePairs) {}

    /** @param coverage 0 to 1 */
    public record ThinDay(Vehicle vehicle, LocalDate day, double coverage) {}

    /** Figures of vehicle-days, and of the cycles that begin on them. */
    public record Totals(DayFigures days, CycleFigures cycles) {}

    public record VehicleLine(Vehicle vehicle, Totals now, Totals before) {}

    public record DayLine(LocalDate day, int complete, int incomplete) {}

    public record WeekLine(IsoWeek week, Totals totals) {}

    /**
     * Cycles and standstills of a shift, of a driver, or from a load zone to an unload zone (cycles alone).
     *
     * @param name empty for what belongs to none
     * @param countedS seconds stood by what they count as
     */
    public record GroupLine(Optional<String> name, CycleFigures cycles, Map<String, Double> countedS) {}

    /** A row of the export. */
    public record DayRow(Vehicle vehicle, KpiDay kpis) {}

    /** @param driver name, empty when nobody had logged in */
    public record CycleRow(Vehicle vehicle, Optional<String> driver, Cycle cycle) {}

    /** All that an export of a week holds; what is too thin is in it, and marked so. */
    public record Export(Site site, IsoWeek week, List<DayRow> days, List<CycleRow> cycles) {}

    /**
     * A vehicle's day.
     *
     * @param kpis empty as long as it has not been counted
     */
    public record Day(
            Site site,
            Vehicle vehicle,
            LocalDate day,
            double coverageNeeded,
            Optional<KpiDay> kpis,
            List<Cycle> cycles,
            List<JudgedStandstill> standstills,
            List<JudgedVisit> visits,
            Map<String, String> driverNames) {}

    /** What the map of a day shows. */
    public record Scene(List<Zone> zones, Trace trace, List<JudgedStandstill> standstills) {}

    private final Sites sites;
    private final Vehicles vehicles;
    private final Drivers drivers;
    private final Zones zones;
    private final TraceDays traces;
    private final ActivityDays activity;
    private final RulebookShelf shelf;
    private final Clock clock;

    public KpiDesk(
            Sites sites,
            Vehicles vehicles,
            Drivers drivers,
            Zones zones,
            TraceDays traces,
            ActivityDays activity,
            RulebookShelf shelf,
            Clock clock) {
        this.sites = sites;
        this.vehicles = vehicles;
        this.drivers = drivers;
        this.zones = zones;
        this.traces = traces;
        this.activity = activity;
        this.shelf = shelf;
        this.clock = clock;
    }

    public List<Site> sites() {
        return sites.list();
    }

    /** The last ended week of a site. @throws IllegalArgumentException when there is no such site */
    public IsoWeek lastWeek(String siteId) {
        ZoneId zone = sites.get(siteId).zone();
        return IsoWeek.of(LocalDate.now(clock.withZone(zone))).plusWeeks(-1);
    }

    /** @throws IllegalArgumentException when there is no such site */
    public SiteWeek week(String siteId, IsoWeek week) {
        Site site = sites.get(siteId);
        Map<String, Vehicle> fleet = fleet(siteId);
        LocalDate from = week.plusWeeks(1 - WEEKS_SHOWN).monday();
        List<KpiDay> days = activity.listDays(siteId, from, week.sunday());
        List<KpiDay> shown = days.stream().filter(KpiDay::shown).toList();
        Set<VehicleDay> counting = shown.stream().map(KpiDesk::key).collect(Collectors.toSet());
        List<Cycle> cycles = activity.listCycles(siteId, from, week.sunday()).stream()
                .filter(cycle -> counting.contains(new VehicleDay(cycle.vehicleId(), cycle.day())))
                .toList();
        Book book = Book.of(shown, cycles);
        List<JudgedStandstill> stood = standstills(siteId, week, counting);
        return new SiteWeek(
                site,
                week,
                shelf.current().kpi(siteId).coverageNeeded(),
                tooThin(days, week, fleet),
                book.of(week),
                book.of(week.plusWeeks(-1)),
                vehicleLines(book, week, fleet),
                dayLines(book, week),
                weekLines(book, week),
                shifts(week, book, stood),
                drivers(siteId, week, book, stood),
                zonePairs(week, book));
    }

    private Map<String, Vehicle> fleet(String siteId) {
        return vehicles.list().stream()
                .filter(vehicle -> vehicle.siteId().equals(siteId))
                .collect(Collectors.toMap(Vehicle::id, Function.identity()));
    }

    private static VehicleDay key(KpiDay day) {
        return new VehicleDay(day.vehicleId(), day.day());
    }

    /** What counts, by week: asked for by every vehicle, so it is not searched each time. */
    private record Book(Map<IsoWeek, List<KpiDay>> days, Map<IsoWeek, List<Cycle>> cycles) {
        static Book of(List<KpiDay> days, List<Cycle> cycles) {
            return new Book(
                    days.stream().collect(groupingBy(day -> IsoWeek.of(day.day()))),
                    cycles.stream().collect(groupingBy(cycle -> IsoWeek.of(cycle.day()))));
        }

        Totals of(IsoWeek week) {
            return new Totals(DayFigures.of(daysOf(week)), CycleFigures.of(cyclesOf(week)));
        }

        Totals of(String vehicleId, IsoWeek week) {
            return new Totals(
                    DayFigures.of(daysOf(week).stream()
                            .filter(day -> day.vehicleId().equals(vehicleId))
                            .toList()),
                    CycleFigures.of(cyclesOf(week).stream()
                            .filter(cycle -> cycle.vehicleId().equals(vehicleId))
                            .toList()));
        }

        List<KpiDay> daysOf(IsoWeek week) {
            return days.getOrDefault(week, List.of());
        }

        List<Cycle> cyclesOf(IsoWeek week) {
            return cycles.getOrDefault(week, List.of());
        }
    }

    private static List<ThinDay> tooThin(List<KpiDay> days, IsoWeek week, Map<String, Vehicle> fleet) {
        return days.stream()
                .filter(day -> !day.shown() && IsoWeek.of(day.day()).equals(week))
                .map(day -> new ThinDay(fleet.get(day.vehicleId()), day.day(), day.coverage()))
                .sorted(Comparator.comparing(ThinDay::day)
                        .thenComparing(day -> day.vehicle().name()))
                .toList();
    }

    private static List<VehicleLine> vehicleLines(Book book, IsoWeek week, Map<String, Vehicle> fleet) {
        Set<String> counting =
                book.daysOf(week).stream().map(KpiDay::vehicleId).collect(Collectors.toCollection(TreeSet::new));
        return counting.stream()
                .map(fleet::get)
                .sorted(Comparator.comparing(Vehicle::name))
                .map(vehicle -> new VehicleLine(
                        vehicle, book.of(vehicle.id(), week), book.of(vehicle.id(), week.plusWeeks(-1))))
                .toList();
    }

    private static List<DayLine> dayLines(Book book, IsoWeek week) {
        Map<LocalDate, List<Cycle>> byDay = book.cyclesOf(week).stream().collect(groupingBy(Cycle::day));
        return week.days().stream()
                .map(day -> dayLine(day, byDay.getOrDefault(day, List.of())))
                .toList();
    }

    private static DayLine dayLine(LocalDate day, List<Cycle> cycles) {
        int complete = (int) cycles.stream().filter(Cycle::complete).count();
        return new DayLine(day, complete, cycles.size() - complete);
    }

    private static List<WeekLine> weekLines(Book book, IsoWeek last) {
        return Stream.iterate(last.plusWeeks(1 - WEEKS_SHOWN), week -> week.plusWeeks(1))
                .limit(WEEKS_SHOWN)
                .map(week -> new WeekLine(week, book.of(week)))
                .toList();
    }

    private static List<GroupLine> shifts(IsoWeek week, Book book, List<JudgedStandstill> standstills) {
        return groups(book.cyclesOf(week), Cycle::shift, standstills, JudgedStandstill::shift, Function.identity());
    }

    private List<GroupLine> drivers(String siteId, IsoWeek week, Book book, List<JudgedStandstill> standstills) {
        Map<String, String> names = driverNames(siteId);
        return groups(
                book.cyclesOf(week),
                Cycle::driverId,
                standstills,
                judged -> judged.standstill().driverId(),
                id -> names.getOrDefault(id, id));
    }

    private static List<GroupLine> zonePairs(IsoWeek week, Book book) {
        return groups(
                book.cyclesOf(week),
                cycle -> cycle.unloadZone().map(unload -> cycle.loadZone() + " → " + unload),
                List.of(),
                judged -> Optional.empty(),
                Function.identity());
    }

    private List<JudgedStandstill> standstills(String siteId, IsoWeek week, Set<VehicleDay> counting) {
        return activity.standstills(siteId, week.monday(), week.sunday()).entrySet().stream()
                .filter(day -> counting.contains(day.getKey()))
                .flatMap(day -> day.getValue().stream())
                .toList();
    }

    private Map<String, String> driverNames(String siteId) {
        return drivers.listBySite(siteId).stream().collect(Collectors.toMap(Driver::id, Driver::name));
    }

    private static List<GroupLine> groups(
            List<Cycle> cycles,
            Function<Cycle, Optional<String>> ofCycle,
            List<JudgedStandstill> standstills,
            Function<JudgedStandstill, Optional<String>> ofStandstill,
            Function<String, String> name) {
        Map<Optional<String>, List<Cycle>> cyclesOf = cycles.stream().collect(groupingBy(ofCycle));
        Map<Optional<String>, List<JudgedStandstill>> standstillsOf =
                standstills.stream().collect(groupingBy(ofStandstill));
        Set<Optional<String>> keys = new HashSet<>(cyclesOf.keySet());
        keys.addAll(standstillsOf.keySet());
        return keys.stream()
                .map(key -> new GroupLine(
                        key.map(name),
                        CycleFigures.of(cyclesOf.getOrDefault(key, List.of())),
                        counted(standstillsOf.getOrDefault(key, List.of()))))
                .sorted(Comparator.comparing((GroupLine line) -> line.name().isEmpty())
                        .thenComparing(line -> line.name().orElse("")))
                .toList();
    }

    private static Map<String, Double> counted(Collection<JudgedStandstill> standstills) {
        Map<String, Double> seconds = new TreeMap<>();
        standstills.forEach(
                judged -> seconds.merge(judged.countsAs(), judged.standstill().durationS(), Double::sum));
        return seconds;
    }

    /** @throws IllegalArgumentException when there is no such site */
    public Export export(String siteId, IsoWeek week) {
        Map<String, Vehicle> fleet = fleet(siteId);
        Map<String, String> names = driverNames(siteId);
        return new Export(
                sites.get(siteId),
                week,
                activity.listDays(siteId, week.monday(), week.sunday()).stream()
                        .map(day -> new DayRow(fleet.get(day.vehicleId()), day))
                        .toList(),
                activity.listCycles(siteId, week.monday(), week.sunday()).stream()
                        .map(cycle -> new CycleRow(
                                fleet.get(cycle.vehicleId()),
                                cycle.driverId().map(id -> names.getOrDefault(id, id)),
                                cycle))
                        .toList());
    }

    /** @throws IllegalArgumentException when there is no such site, or no such vehicle at it */
    public Day day(String siteId, String vehicleId, LocalDate day) {
        Site site = sites.get(siteId);
        Vehicle vehicle = vehicle(siteId, vehicleId);
        return new Day(
                site,
                vehicle,
                day,
                shelf.current().kpi(siteId).coverageNeeded(),
                activity.listDays(siteId, day, day).stream()
                        .filter(kpis -> kpis.vehicleId().equals(vehicleId))
                        .findFirst(),
                activity.listCycles(siteId, day, day).stream()
                        .filter(cycle -> cycle.vehicleId().equals(vehicleId))
                        .toList(),
                standstills(siteId, vehicleId, day),
                activity.listVisits(vehicleId, day, day),
                driverNames(siteId));
    }

    private List<JudgedStandstill> standstills(String siteId, String vehicleId, LocalDate day) {
        return activity.standstills(siteId, day, day).getOrDefault(new VehicleDay(vehicleId, day), List.of());
    }

    private Vehicle vehicle(String siteId, String vehicleId) {
        return Optional.ofNullable(fleet(siteId).get(vehicleId))
                .orElseThrow(() -> new IllegalArgumentException(
                        "vehicle \"" + vehicleId + "\": there is no such vehicle at site " + siteId));
    }

    /** @throws IllegalArgumentException when there is no such site, or no such vehicle at it */
    public Scene scene(String siteId, String vehicleId, LocalDate day) {
        vehicle(siteId, vehicleId);
        return new Scene(
                zones.listBySite(siteId),
                traces.find(vehicleId, day).map(TraceDay::trace).orElse(Trace.EMPTY),
                standstills(siteId, vehicleId, day));
    }
}
