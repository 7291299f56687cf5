package org.optimizer.process;

import static org.mockito.Mockito.mock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.ProducerTemplate;
import org.optimizer.extract.Badges;
import org.optimizer.extract.Drivers;
import org.optimizer.extract.InboxFiles;
import org.optimizer.extract.Sites;
import org.optimizer.extract.TraceDays;
import org.optimizer.extract.Vehicles;
import org.optimizer.extract.Zones;
import org.optimizer.load.ActivitySink;
import org.optimizer.load.BadgeSink;
import org.optimizer.load.EtlRunSink;
import org.optimizer.load.FleetSink;
import org.optimizer.load.InboxSink;
import org.optimizer.load.RejectSink;
import org.optimizer.load.TraceSink;
import org.optimizer.model.Driver;
import org.optimizer.model.InboxFile;
import org.optimizer.model.Language;
import org.optimizer.model.Site;
import org.optimizer.model.Vehicle;
import org.optimizer.model.VehicleClass;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A quarry with two trucks on the real tables, and an inbox folder; the clock is the test's. */
final class InboxHouse {
    static final Site QUARRY = new Site("inbox-quarry", "Carrière", ZoneId.of("Europe/Paris"), "FR");
    static final Site PIT = new Site("north-pit", "Pit", ZoneId.of("Europe/London"), "GB");
    static final FetchSettings FETCH =
            new FetchSettings("0 0 3 * * ?", 6, Duration.ofHours(72), Duration.ofMinutes(1), 31, null, null);

    final Season.HandClock clock = new Season.HandClock();
    final Path folder;
    final FactsRefresh refresh = mock(FactsRefresh.class);
    final InboxFiles files;
    final BadgeDesk badges;
    final TraceDays traceDays;
    private final ProducerTemplate camel;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    InboxHouse(Path folder, ProducerTemplate camel, JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.folder = folder;
        this.camel = camel;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        files = new InboxFiles(camel);
        traceDays = new TraceDays(camel);
        badges = new BadgeDesk(
                new Sites(camel),
                new Vehicles(camel),
                new Drivers(camel),
                new Badges(camel),
                new FleetSink(camel),
                new BadgeSink(camel),
                new ActivitySink(camel),
                refresh,
                FETCH,
                transaction,
                clock);
        FleetSink fleet = new FleetSink(camel);
        fleet.saveSite(QUARRY);
        fleet.saveSite(PIT);
        fleet.saveVehicles(List.of(
                new Vehicle("v1", QUARRY.id(), "Tipper 1", VehicleClass.TIPPER, "inbox", "T07"),
                new Vehicle("v2", QUARRY.id(), "Tipper 2", VehicleClass.TIPPER, "inbox", "T08"),
                new Vehicle("v3", PIT.id(), "Artic", VehicleClass.ARTIC, "inbox", "A1")));
        fleet.saveDrivers(List.of(driver("d1"), driver("d2")));
    }

    private static Driver driver(String id) {
        return new Driver(id, QUARRY.id(), "Driver " + id, Optional.empty(), Language.FR);
    }

    void clear() {
        Stream.of(
                        "site",
                        "vehicle",
                        "driver",
                        "badge",
                        "trace_day",
                        "day_facts",
                        "trip",
                        "standstill",
                        "manoeuvre",
                        "data_note",
                        "movement_curve",
                        "zone_visit",
                        "gradient",
                        "etl_run",
                        "inbox_file",
                        "badge_aside",
                        "reject",
                        "held_batch")
                .forEach(table -> jdbc.update("delete from " + table));
    }

    InboxSettings settings() {
        return new InboxSettings(
                folder,
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                Duration.ofMinutes(10),
                300,
                Duration.ofDays(30));
    }

    Inbox inbox() {
        return inbox(new InboxFolder(settings()));
    }

    Inbox inbox(InboxFolder on) {
        return inbox(on, intake(new TraceSink(camel)));
    }

    Intake intake(TraceSink sink) {
        return new Intake(
                new Sites(camel), new Zones(camel), traceDays, sink, new RejectSink(camel), IntakeSettings.USUAL);
    }

    Inbox inbox(InboxFolder on, Intake intake) {
        return new Inbox(
                settings(),
                IntakeSettings.USUAL.fixesInMemory(),
                on,
                new Sites(camel),
                new Vehicles(camel),
                files,
                new InboxSink(camel),
                intake,
                badges,
                new EtlRunSink(camel),
                refresh,
                transaction,
                clock);
    }

    Path drop(String name, String content) {
        return drop(name, content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    Path drop(String name, byte[] content) {
        try {
            return Files.write(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Two looks, between which nothing changes. */
    void settle(Inbox inbox) {
        inbox.round();
        clock.now = clock.now.plusSeconds(11);
        inbox.round();
    }

    List<InboxFile> ended() {
        return files.listSince(java.time.Instant.EPOCH, 1000);
    }

    List<String> in(String sub) {
        try (Stream<Path> all = Files.list(folder.resolve(sub))) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(String sub, String name) {
        try {
            return Files.readString(folder.resolve(sub).resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long stored(String vehicleId) {
        Long sum = jdbc.queryForObject(
                "select coalesce(sum(fix_count), 0) from trace_day where vehicle_id = ?", Long.class, vehicleId);
        return sum == null ? 0 : sum;
    }

    long count(String query) {
        Long found = jdbc.queryForObject(query, Long.class);
        return found == null ? 0 : found;
    }
}
