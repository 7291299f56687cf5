package org.optimizer.extract;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.DataNote;
import org.optimizer.model.DayFacts;
import org.optimizer.model.DrivenTrip;
import org.optimizer.model.Gradient;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.Manoeuvre;
import org.optimizer.model.ManoeuvreKind;
import org.optimizer.model.MovementCurve;
import org.optimizer.model.ProfileCodec;
import org.optimizer.model.ScoredDay;
import org.optimizer.model.Standstill;
import org.optimizer.model.Stored;
import org.optimizer.model.Trip;
import org.optimizer.model.VehicleClass;
import org.optimizer.model.ZoneVisit;

/** Reads facts. */
public class Facts {
    private final ProducerTemplate camel;

    public Facts(ProducerTemplate camel) {
        this.camel = camel;
    }

    /** The drivers with at least one trip in these vehicles and days, ordered. */
    public List<String> listDrivers(List<String> vehicleIds, LocalDate from, LocalDate to) {
        Set<String> vehicles = Set.copyOf(vehicleIds);
        return Query.rows(camel, "list-drivers-of-trips", "fromDay", from, "toDay", to).stream()
                .filter(row -> vehicles.contains(row.text("vehicle_id")))
                .map(row -> row.text("driver_id"))
                .distinct()
                .sorted()
                .toList();
    }

    private Stream<Row> ofVehicles(String route, List<String> vehicleIds, LocalDate from, LocalDate to) {
        return vehicleIds.isEmpty()
                ? Stream.empty()
                : Query.rows(camel, route, "vehicleIds", vehicleIds, "fromDay", from, "toDay", to).stream();
    }

    /** Trips with all their manoeuvres, by driver, in these vehicles and days; in order of vehicle, day, number. */
    public Map<String, List<DrivenTrip>> tripsByDriver(
            List<String> driverIds, List<String> vehicleIds, LocalDate from, LocalDate to) {
        return tripsByDriver(driverIds, vehicleIds, from, to, 0);
    }

    /**
     * The same without the manoeuvres that peak below {@code fromMps2}, which are most. The vehicles are told apart here: a list
     * of a thousand would be compared in SQL with each of the rows.
     */
    public Map<String, List<DrivenTrip>> tripsByDriver(
            List<String> driverIds, List<String> vehicleIds, LocalDate from, LocalDate to, double fromMps2) {
        if (driverIds.isEmpty() || vehicleIds.isEmpty()) {
            return Map.of();
        }
        Set<String> vehicles = Set.copyOf(vehicleIds);
        Object[] span = {"driverIds", driverIds, "fromDay", from, "toDay", to, "fromMps2", fromMps2};
        return byDriver(
                Query.rows(camel, "list-trips-of-drivers", span).stream()
                        .filter(row -> vehicles.contains(row.text("vehicle_id"))),
                Query.rows(camel, "list-manoeuvres-of-drivers", span));
    }

    /**
     * The same of whoever drove the contest's vehicles on these days. For whole fleets: it goes from vehicle to day to trip, so that
     * days beside these cost nothing.
     */
    public Map<String, List<DrivenTrip>> tripsByDriver(
            String contestId, LocalDate from, LocalDate to, double fromMps2) {
        Object[] span = {"contestId", contestId, "fromDay", from, "toDay", to, "fromMps2", fromMps2};
        return byDriver(
                Query.rows(camel, "list-trips-of-contest", span).stream(),
                Query.rows(camel, "list-manoeuvres-of-contest", span));
    }

    private static Map<String, List<DrivenTrip>> byDriver(Stream<Row> trips, List<Row> manoeuvres) {
        Map<TripKey, List<Manoeuvre>> byTrip = manoeuvres.stream()
                .collect(groupingBy(TripKey::of, Collectors.mapping(Facts::manoeuvre, Collectors.toList())));
        return trips.collect(groupingBy(
                row -> row.text("driver_id"),
                TreeMap::new,
                Collectors.mapping(row -> drivenTrip(row, byTrip), Collectors.toList())));
    }

    private record TripKey(String vehicleId, LocalDate day, int number) {
        static TripKey of(Row row) {
            return new TripKey(row.text("vehicle_id"), row.day("site_day"), row.number("trip_number"));
        }
    }

    private static DrivenTrip drivenTrip(Row row, Map<TripKey, List<Manoeuvre>> manoeuvres) {
        return new DrivenTrip(
                row.text("vehicle_id"),
                row.word("vehicle_class", VehicleClass.class),
                row.day("site_day"),
                trip(row),
                manoeuvres.getOrDefault(TripKey.of(row), List.of()));
    }

    /** Zone visits by driver, in these vehicles and days; in order of vehicle, day, number. Those split at midnight come in parts. */
    public Map<String, List<ZoneVisit>> visitsByDriver(List<String> vehicleIds, LocalDate from, LocalDate to) {
        return byDriver("list-zone-visits-by-driver", Facts::visit, vehicleIds, from, to);
    }

    /** Climbs and descents by the driver of their trip, in these vehicles and days; in order of vehicle, day, number. */
    public Map<String, List<Gradient>> gradientsByDriver(List<String> vehicleIds, LocalDate from, LocalDate to) {
        return byDriver("list-gradients-by-driver", Facts::gradient, vehicleIds, from, to);
    }

    /** Launches and brakings by the driver of their trip, in these vehicles and days; in order of vehicle, day, number. */
    public Map<String, List<MovementCurve>> curvesByDriver(List<String> vehicleIds, LocalDate from, LocalDate to) {
        return byDriver("list-movement-curves-by-driver", Facts::curve, vehicleIds, from, to);
    }

    private <T> Map<String, List<T>> byDriver(
            String route, Function<Row, T> reader, List<String> vehicleIds, LocalDate from, LocalDate to) {
        return ofVehicles(route, vehicleIds, from, to)
                .collect(groupingBy(
                        row -> row.text("driver_id"), TreeMap::new, Collectors.mapping(reader, Collectors.toList())));
    }

    /** How many vehicles of a contest had at least one trip, by day; days without any are absent. */
    public Map<LocalDate, Integer> countDrivenVehicles(String contestId, IsoWeek week) {
        return Query.rows(
                        camel,
                        "count-driven-vehicles",
                        "contestId",
                        contestId,
                        "fromDay",
                        week.monday(),
                        "toDay",
                        week.sunday())
                .stream()
                .collect(Collectors.toMap(row -> row.day("site_day"), row -> row.number("vehicles")));
    }

    /** What a scoring of a contest's week would find now, ordered by day, vehicle and driver. */
    public List<ScoredDay> listDriverDays(String contestId, IsoWeek week) {
        return Query.rows(
                        camel,
                        "list-driver-days",
                        "contestId",
                        contestId,
                        "fromDay",
                        week.monday(),
                        "toDay",
                        week.sunday())
                .stream()
                .map(Revisions::scoredDay)
                .toList();
    }

    /** All facts of one vehicle's days, in order of day. */
    public List<DayFacts> list(String vehicleId, LocalDate from, LocalDate to) {
        Map<LocalDate, List<DataNote>> notes = byDay("list-data-notes", Facts::note, vehicleId, from, to);
        Map<LocalDate, List<Trip>> trips = byDay("list-trips", Facts::trip, vehicleId, from, to);
        Map<LocalDate, List<Manoeuvre>> manoeuvres = byDay("list-manoeuvres", Facts::manoeuvre, vehicleId, from, to);
        Map<LocalDate, List<MovementCurve>> curves = byDay("list-movement-curves", Facts::curve, vehicleId, from, to);
        Map<LocalDate, List<Standstill>> stands = byDay("list-standstills", Facts::standstill, vehicleId, from, to);
        Map<LocalDate, List<ZoneVisit>> visits = byDay("list-zone-visits", Facts::visit, vehicleId, from, to);
        Map<LocalDate, List<Gradient>> gradients = byDay("list-gradients", Facts::gradient, vehicleId, from, to);
        return ofDays("list-day-facts", vehicleId, from, to).stream()
                .map(row ->
                        dayFacts(row, row.day("site_day"), notes, trips, manoeuvres, curves, stands, visits, gradients))
                .toList();
    }

    private List<Row> ofDays(String route, String vehicleId, LocalDate from, LocalDate to) {
        return Query.rows(camel, route, "vehicleId", vehicleId, "fromDay", from, "toDay", to);
    }

    private <T> Map<LocalDate, List<T>> byDay(
            String route, Function<Row, T> reader, String vehicleId, LocalDate from, LocalDate to) {
        return ofDays(route, vehicleId, from, to).stream()
                .collect(groupingBy(row -> row.day("site_day"), Collectors.mapping(reader, Collectors.toList())));
    }

    private static DayFacts dayFacts(
            Row row,
            LocalDate day,
            Map<LocalDate, List<DataNote>> notes,
            Map<LocalDate, List<Trip>> trips,
            Map<LocalDate, List<Manoeuvre>> manoeuvres,
            Map<LocalDate, List<MovementCurve>> curves,
            Map<LocalDate, List<Standstill>> stands,
            Map<LocalDate, List<ZoneVisit>> visits,
            Map<LocalDate, List<Gradient>> gradients) {
        return new DayFacts(
                row.text("vehicle_id"),
                day,
                row.text("algorithm"),
                row.number("trace_revision"),
                row.number("fixes_read"),
                row.number("fixes_kept"),
                notes.getOrDefault(day, List.of()),
                trips.getOrDefault(day, List.of()),
                manoeuvres.getOrDefault(day, List.of()),
                curves.getOrDefault(day, List.of()),
                stands.getOrDefault(day, List.of()),
                visits.getOrDefault(day, List.of()),
                gradients.getOrDefault(day, List.of()));
    }

    private static DataNote note(Row row) {
        return new DataNote(
                row.text("kind"),
                row.flag("dropped"),
                row.number("fix_count"),
                row.instant("first_at"),
                row.text("example"));
    }

    private static Trip trip(Row row) {
        return new Trip(
                row.number("trip_number"),
                row.text("track"),
                row.optionalText("driver_id"),
                row.instant("started_at"),
                row.instant("ended_at"),
                row.real("distance_km"),
                row.real("moving_s"),
                row.real("max_speed_kmh"),
                row.real("zero_speed_s"),
                row.real("covered_s"),
                row.real("lost_s"),
                row.real("median_interval_s"),
                row.real("doppler_share"),
                row.real("speed_accuracy_mps"),
                row.real("rpa_work_m2ps2"),
                row.real("rpa_distance_m"),
                row.real("gentle_loss_mps"),
                row.real("total_loss_mps"),
                ProfileCodec.decode(row.bytes("speed_profile")));
    }

    private static Manoeuvre manoeuvre(Row row) {
        return new Manoeuvre(
                row.number("manoeuvre_number"),
                row.number("trip_number"),
                row.word("kind", ManoeuvreKind.class),
                row.instant("began_at"),
                row.real("duration_s"),
                row.real("peak_mps2"),
                row.real("guard_mps2"),
                row.real("start_speed_kmh"),
                row.real("latitude_deg"),
                row.real("longitude_deg"),
                row.real("step_s"),
                Stored.floats(row.bytes("profile_mps2")),
                Stored.floats(row.bytes("profile_kmh")));
    }

    private static MovementCurve curve(Row row) {
        return new MovementCurve(
                row.number("curve_number"),
                row.number("trip_number"),
                row.word("kind", MovementCurve.Kind.class),
                row.instant("began_at"),
                Stored.floats(row.bytes("speeds_kmh")));
    }

    private static Standstill standstill(Row row) {
        return new Standstill(
                row.number("standstill_number"),
                row.optionalText("driver_id"),
                row.instant("started_at"),
                row.instant("ended_at"),
                row.real("latitude_deg"),
                row.real("longitude_deg"),
                row.optionalText("zone_name"),
                row.flag("inferred"));
    }

    private static ZoneVisit visit(Row row) {
        return visit(row, "visit_number");
    }

    /** @param number the column with its place in the day */
    static ZoneVisit visit(Row row, String number) {
        return new ZoneVisit(
                row.number(number),
                row.text("zone_name"),
                row.text("zone_type"),
                row.optionalText("driver_id"),
                row.instant("entered_at"),
                row.instant("left_at"),
                row.flag("entry_censored"),
                row.flag("exit_censored"),
                row.flag("split"),
                row.real("longest_stand_s"),
                row.real("stand_s"),
                row.real("gap_s"),
                row.real("distance_km"),
                row.real("odometer_enter_km"),
                row.real("odometer_exit_km"),
                row.number("samples"),
                row.real("mean_speed_kmh"),
                row.real("sd_speed_kmh"));
    }

    private static Gradient gradient(Row row) {
        return new Gradient(
                row.number("gradient_number"),
                row.number("trip_number"),
                row.word("kind", Gradient.Kind.class),
                row.instant("middle_at"),
                row.number("samples"),
                row.real("min_speed_kmh"),
                row.real("max_speed_kmh"),
                row.real("sd_speed_kmh"));
    }
}
