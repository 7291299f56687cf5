package org.optimizer.process;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.camel.ProducerTemplate;
import org.optimizer.extract.Contests;
import org.optimizer.extract.Drivers;
import org.optimizer.extract.Facts;
import org.optimizer.extract.FetchProblems;
import org.optimizer.extract.SanityInputs;
import org.optimizer.extract.SanityLedger;
import org.optimizer.extract.Scores;
import org.optimizer.extract.Sites;
import org.optimizer.extract.Vehicles;
import org.optimizer.extract.Zones;
import org.optimizer.load.FleetSink;
import org.optimizer.load.Mailer;
import org.optimizer.load.RowCountSink;
import org.optimizer.load.SanitySink;
import org.optimizer.model.Contest;
import org.optimizer.model.Driver;
import org.optimizer.model.Language;
import org.optimizer.model.ScoringMethod;
import org.optimizer.model.Site;
import org.optimizer.model.Vehicle;
import org.optimizer.model.VehicleClass;
import org.optimizer.model.Zone;
import org.optimizer.rules.RulebookShelf;
import org.optimizer.rules.RulesFolder;
import org.optimizer.web.PagesWords;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** A quarry on the real tables, with everything that checks its data; the clock is the test's. */
final class CheckedSite {
    static final String SITE = "sanity-quarry";
    static final String CONTEST = "sanity-contest";
    static final ZoneId ZONE = ZoneOffset.UTC;
    private static final RulebookShelf SHELF = RulesFolder.shelf(RulesFolder.SHIPPED);
    private static final List<String> TABLES = List.of(
            "sanity_run",
            "sanity_finding",
            "sanity_seen",
            "sanity_tally",
            "mail_outbox",
            "site",
            "vehicle",
            "driver",
            "badge",
            "badge_aside",
            "zone",
            "contest",
            "contest_vehicle",
            "trace_day",
            "fetched_day",
            "day_facts",
            "data_note",
            "trip",
            "zone_visit",
            "etl_run",
            "reject",
            "fetch_problem",
            "batch",
            "driver_score",
            "mark",
            "score_reason");

    final Season.HandClock clock = new Season.HandClock();
    final SanityLedger ledger;
    final SanityMail mail;
    final SanityCheck check;
    final SanityDesk desk;
    private final JdbcTemplate jdbc;
    private final FleetSink fleet;

    CheckedSite(
            ProducerTemplate camel,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            Optional<Mailer> mailer,
            SanitySettings settings) {
        this.jdbc = jdbc;
        this.fleet = new FleetSink(camel);
        this.ledger = new SanityLedger(camel);
        TransactionTemplate apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        Sites sites = new Sites(camel);
        Vehicles vehicles = new Vehicles(camel);
        Drivers drivers = new Drivers(camel);
        Contests contests = new Contests(camel);
        SanityNames names = new SanityNames(sites, vehicles, drivers);
        SanitySink sink = new SanitySink(camel);
        this.mail = new SanityMail(names, ledger, sink, mailer, settings, PagesWords.source(), apart, clock);
        this.check = new SanityCheck(
                sites,
                vehicles,
                contests,
                drivers,
                new Zones(camel),
                new Scores(camel),
                new FetchProblems(camel),
                new SanityInputs(camel),
                ledger,
                sink,
                mail,
                SHELF,
                new LivingSheet(new RowCountSink(camel)),
                Set.of(Vehicle.MYCARTRACKS),
                apart,
                clock);
        this.desk = new SanityDesk(
                sites,
                contests,
                new Facts(camel),
                names,
                ledger,
                sink,
                mail,
                new TransactionTemplate(transactions),
                clock);
    }

    void clear() {
        TABLES.forEach(table -> jdbc.update("delete from " + table));
    }

    /** As many trucks and drivers, a zone, and a contest of them all that began twelve weeks ago. */
    void found(int trucks, LocalDate monday) {
        List<Vehicle> vehicles = new ArrayList<>();
        List<Driver> drivers = new ArrayList<>();
        for (int i = 0; i < trucks; i++) {
            vehicles.add(new Vehicle(truck(i), SITE, "T%03d".formatted(i), VehicleClass.TIPPER));
            drivers.add(new Driver(driver(i), SITE, "Driver " + i, Optional.of("+33639980101"), Language.FR));
        }
        fleet.saveSite(new Site(SITE, "Quarry <1>", ZONE, "FR"));
        fleet.saveVehicles(vehicles);
        fleet.saveDrivers(drivers);
        fleet.saveZones(List.of(new Zone(
                "sanity-pit",
                SITE,
                "Pit",
                "load",
                "{\"type\":\"Point\",\"coordinates\":[3,44]}",
                OptionalDouble.of(100),
                1,
                OptionalDouble.empty())));
        fleet.saveContest(new Contest(
                CONTEST,
                SITE,
                "Autumn",
                ScoringMethod.ABSOLUTE,
                monday.minusWeeks(12),
                monday.plusWeeks(12),
                monday.minusWeeks(12),
                vehicles.stream().map(Vehicle::id).toList()));
    }

    static String truck(int number) {
        return "sanity-t%03d".formatted(number);
    }

    static String driver(int number) {
        return "sanity-d%03d".formatted(number);
    }

    /** Everybody drives, Monday to Friday, and everything about it is recorded, fetched and counted. */
    void drive(int trucks, LocalDate monday) {
        List<Object[]> days = IntStream.range(0, trucks)
                .boxed()
                .flatMap(truck -> IntStream.range(0, 5)
                        .mapToObj(day -> new Object[] {truck(truck), driver(truck), monday.plusDays(day)}))
                .toList();
        days.forEach(day -> drive((String) day[0], (String) day[1], (LocalDate) day[2]));
        flush();
    }

    private final List<Object[]> trips = new ArrayList<>();
    private final List<Object[]> traces = new ArrayList<>();
    private final List<Object[]> facts = new ArrayList<>();
    private final List<Object[]> badges = new ArrayList<>();
    private final List<Object[]> visits = new ArrayList<>();

    void drive(String truck, String driver, LocalDate day) {
        Timestamp start = stamp(day.atTime(6, 0).toInstant(ZoneOffset.UTC));
        Timestamp end = stamp(day.atTime(14, 0).toInstant(ZoneOffset.UTC));
        for (int trip = 0; trip < 2; trip++) {
            trips.add(new Object[] {truck, day, trip, driver, start, end, 50.0, 14_400.0, 1.0});
        }
        traces.add(new Object[] {truck, day, start, end});
        facts.add(new Object[] {truck, day});
        badges.add(new Object[] {truck, start, driver});
        visits.add(new Object[] {truck, day, driver, start, end});
    }

    void flush() {
        jdbc.batchUpdate(
                "insert into trip (vehicle_id, site_day, trip_number, track, driver_id, started_at, ended_at, distance_km,"
                        + " covered_s, median_interval_s, speed_profile) values (?, ?, ?, 'x', ?, ?, ?, ?, ?, ?, x'00')",
                trips);
        jdbc.batchUpdate(
                "insert into trace_day (vehicle_id, site_day, revision, fix_count, first_at, last_at) values (?, ?, 1,"
                        + " 28800, ?, ?)",
                traces);
        jdbc.batchUpdate(
                "insert into day_facts (vehicle_id, site_day, algorithm, trace_revision, fixes_read, fixes_kept)"
                        + " values (?, ?, '1', 1, 28800, 28800)",
                facts);
        jdbc.batchUpdate("insert into badge (vehicle_id, badged_at, driver_id) values (?, ?, ?)", badges);
        jdbc.batchUpdate(
                "insert into zone_visit (vehicle_id, site_day, visit_number, zone_name, zone_type, driver_id, entered_at,"
                        + " left_at, entry_censored, exit_censored, split, samples) values (?, ?, 1, 'Pit', 'load', ?, ?,"
                        + " ?, false, false, false, 10)",
                visits);
        List.of(trips, traces, facts, badges, visits).forEach(List::clear);
    }

    /** The provider answered for these days in the night after the last of them. */
    void fetched(int trucks, LocalDate first, LocalDate last) {
        Timestamp at = stamp(last.plusDays(1).atTime(3, 0).toInstant(ZoneOffset.UTC));
        List<Object[]> days = IntStream.range(0, trucks)
                .boxed()
                .flatMap(truck -> first.datesUntil(last.plusDays(1)).map(day -> new Object[] {truck(truck), day, at}))
                .toList();
        jdbc.batchUpdate("insert into fetched_day (vehicle_id, site_day, fetched_at) values (?, ?, ?)", days);
    }

    /** The database holds UTC, whatever zone this JVM is in. */
    private static Timestamp stamp(Instant at) {
        return Timestamp.valueOf(at.atOffset(ZoneOffset.UTC).toLocalDateTime());
    }
}
