package org.optimizer.process;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.GarbageCollectionNotificationInfo;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import javax.management.ListenerNotFoundException;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;
import org.apache.camel.ProducerTemplate;
import org.optimizer.Optimizer;
import org.optimizer.load.FleetSink;
import org.optimizer.model.Site;
import org.optimizer.model.Vehicle;
import org.optimizer.model.VehicleClass;
import org.optimizer.testing.CannedTraces;
import org.optimizer.testing.CannedTraces.Recording;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How many fixes a second one thread of the product takes from the provider's JSON to committed rows of the day and of its facts,
 * by the steps of its own process; beside a bare parse of the same bytes and a bare upsert of a row for each fix into the same
 * database, in turns. On H2 in a file, and on {@code -Doptimizer.bench.database} (a JDBC address of MySQL, user root) as well.
 * Then how much memory answers of 1, 10 and 100 MB take.
 */
public final class IngestionBenchmark implements AutoCloseable {
    private static final int ROUNDS = Integer.getInteger("optimizer.bench.rounds", 7);
    private static final int WARM_UP = 2;
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);
    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    private static final String WEEK = "2026-11-16/2026-11-22";
    private static final int ROWS_A_BATCH = 1000;

    private final CannedTraces provider;
    private final List<List<Recording>> fleet;
    private final String database;
    private final String user;
    private final ConfigurableApplicationContext product;
    private final FetchTraces steps;
    private final TransactionTemplate transaction;

    private IngestionBenchmark(CannedTraces provider, List<List<Recording>> fleet, String database, String user)
            throws IOException {
        this.provider = provider;
        this.fleet = fleet;
        this.database = database;
        this.user = user;
        Path password = Files.createTempFile("password", "");
        product = SpringApplication.run(
                Optimizer.class,
                "--server.port=0",
                "--optimizer.standin.enabled=false",
                "--optimizer.standin.demo=false",
                "--camunda.bpm.job-execution.enabled=false",
                "--optimizer.traces.base-url=" + provider.baseUrl() + "/services/rest/v2",
                "--optimizer.traces.token-url=" + provider.baseUrl() + "/oauth/token",
                "--optimizer.traces.largest-answer-mb=128",
                "--optimizer.traces.fixes-per-page=10000000",
                "--optimizer.fetch.vehicles-per-chunk=1",
                "--optimizer.admin.password-file=" + Files.writeString(password, "correct-horse-battery"),
                "--spring.datasource.url=" + database,
                "--spring.datasource.username=" + user,
                "--logging.level.root=WARN");
        steps = product.getBean(FetchTraces.class);
        transaction = new TransactionTemplate(product.getBean(PlatformTransactionManager.class));
    }

    /** A site with vehicles that have not been fetched yet: one for each turn. */
    private void addSite(String site, int firstId, List<List<Recording>> recordings) {
        FleetSink sink = new FleetSink(product.getBean(ProducerTemplate.class));
        sink.saveSite(new Site(site, site, ZONE, "FR"));
        sink.saveVehicles(IntStream.range(0, recordings.size())
                .mapToObj(each -> site + "-v" + each)
                .map(id -> new Vehicle(id, site, id, VehicleClass.TIPPER))
                .toList());
        for (int each = 0; each < recordings.size(); each++) {
            provider.add(firstId + each, site + "-v" + each, recordings.get(each));
        }
    }

    /** The steps of the process for every vehicle of a site, one after the other, each in a transaction as an engine's job. */
    private void ingest(String site, String days) {
        String scope = "site:" + site;
        int chunks = transaction.execute(status -> steps.planFetch(scope, days));
        for (int each = 0; each < chunks; each++) {
            int chunk = each;
            transaction.executeWithoutResult(status -> steps.fetchFixes(scope, days, true, chunk));
            transaction.executeWithoutResult(status -> steps.makeFacts(scope, days, chunk));
        }
    }

    private long fixes() {
        return fleet.stream()
                .flatMap(List::stream)
                .mapToLong(Recording::allFixes)
                .sum();
    }

    private long stored(String site) {
        return product.getBean(JdbcTemplate.class)
                .queryForObject(
                        "select sum(fix_count) from trace_day where vehicle_id like ?", Long.class, site + "-%");
    }

    /** Every token of every answer, and nothing done with it. */
    private long parse() throws IOException {
        JsonFactory json = new JsonFactory();
        long numbers = 0;
        for (List<Recording> vehicle : fleet) {
            for (Recording recording : vehicle) {
                try (JsonParser parser = json.createParser(recording.answer())) {
                    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                        numbers += token.isNumeric() ? 1 : 0;
                    }
                }
            }
        }
        return numbers;
    }

    /** The same with the values of the numbers, as whoever wants to have them must. */
    private double parseValues() throws IOException {
        JsonFactory json = new JsonFactory();
        double sum = 0;
        for (List<Recording> vehicle : fleet) {
            for (Recording recording : vehicle) {
                try (JsonParser parser = json.createParser(recording.answer())) {
                    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                        sum += token.isNumeric() ? parser.getDoubleValue() : 0;
                    }
                }
            }
        }
        return sum;
    }

    /** A row of a fix, read beforehand. */
    private record Rows(String vehicle, long[] atMs, double[][] values) {}

    private static Rows rows(String vehicle, Recording recording) throws IOException {
        List<String> names = List.of("latitude", "longitude", "speed", "accuracy", "bearing", "altitude");
        Rows rows = new Rows(vehicle, new long[recording.fixes()], new double[names.size()][recording.fixes()]);
        int index = 0;
        for (var point : new ObjectMapper().readTree(recording.answer()).get("data")) {
            rows.atMs[index] = point.get("time").asLong();
            for (int column = 0; column < names.size(); column++) {
                rows.values[column][index] = point.get(names.get(column)).asDouble();
            }
            index++;
        }
        return rows;
    }

    /** As fast as JDBC goes: prepared, in batches that the driver may rewrite into one statement, a vehicle's day a commit. */
    private void upsert(List<Rows> all) throws SQLException {
        try (Connection connection = bareConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into bench_fix (vehicle_id, at_ms, latitude, longitude, speed, accuracy, bearing, altitude)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?) on duplicate key update latitude = values(latitude),"
                                + " longitude = values(longitude), speed = values(speed), accuracy = values(accuracy),"
                                + " bearing = values(bearing), altitude = values(altitude)")) {
            connection.setAutoCommit(false);
            for (Rows rows : all) {
                for (int index = 0; index < rows.atMs.length; index++) {
                    insert.setString(1, rows.vehicle);
                    insert.setLong(2, rows.atMs[index]);
                    for (int column = 0; column < rows.values.length; column++) {
                        insert.setDouble(3 + column, rows.values[column][index]);
                    }
                    insert.addBatch();
                    if (index % ROWS_A_BATCH == ROWS_A_BATCH - 1) {
                        insert.executeBatch();
                    }
                }
                insert.executeBatch();
                connection.commit();
            }
        }
    }

    private Connection bareConnection() throws SQLException {
        boolean isMySql = database.startsWith("jdbc:mysql");
        return DriverManager.getConnection(database + (isMySql ? "&rewriteBatchedStatements=true" : ""), user, "");
    }

    private void sql(String sql) throws SQLException {
        try (Connection connection = bareConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static double seconds(Work work) throws Exception {
        long before = System.nanoTime();
        work.run();
        return (System.nanoTime() - before) / 1e9;
    }

    private interface Work {
        void run() throws Exception;
    }

    private void compare() throws Exception {
        List<Rows> rows = new ArrayList<>();
        for (int each = 0; each < 2; each++) {
            rows.add(rows("v" + each, fleet.get(each).get(0)));
        }
        long upserted = rows.stream().mapToLong(each -> each.atMs.length).sum();
        double[][] perSecond = new double[4][ROUNDS];
        for (int round = 0; round < ROUNDS + WARM_UP; round++) {
            addSite("q" + round, 1000 * (round + 1), fleet);
        }
        sql("drop table if exists bench_fix");
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            String site = "q" + (round + WARM_UP);
            double[] now = new double[4];
            now[0] = fixes() / seconds(() -> ingest(site, WEEK));
            now[1] = fixes() / seconds(this::parse);
            now[2] = fixes() / seconds(this::parseValues);
            sql("create table bench_fix (vehicle_id varchar(64) not null, at_ms bigint not null, latitude double,"
                    + " longitude double, speed double, accuracy double, bearing double, altitude double,"
                    + " primary key (vehicle_id, at_ms))");
            now[3] = upserted / seconds(() -> upsert(rows));
            sql("drop table bench_fix");
            if (stored(site) != fixes()) {
                throw new IllegalStateException(
                        "expected " + fixes() + " fixes stored of " + site + ", found " + stored(site));
            }
            System.out.printf(
                    Locale.ROOT,
                    "%s %7.0f fixes/s into the database, %8.0f parsed, %8.0f parsed with values, %6.0f rows upserted%n",
                    round < 0 ? "warm-up" : "round " + (round + 1),
                    now[0],
                    now[1],
                    now[2],
                    now[3]);
            for (int each = 0; round >= 0 && each < now.length; each++) {
                perSecond[each][round] = now[each];
            }
        }
        report(perSecond);
    }

    private void report(double[][] perSecond) {
        double[] median =
                Arrays.stream(perSecond).mapToDouble(IngestionBenchmark::median).toArray();
        System.out.printf(
                Locale.ROOT,
                "%s, %d fixes a round: %.0f fixes/s from JSON to committed days and facts; %.2f of a bare parse (%.0f), %.2f of"
                        + " one with values (%.0f); %.1f times a bare upsert (%.0f)%n",
                database.startsWith("jdbc:mysql") ? "MySQL" : "H2",
                fixes(),
                median[0],
                median[0] / median[1],
                median[1],
                median[0] / median[2],
                median[2],
                median[0] / median[3],
                median[3]);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** The most that is left of the heap after a collection while a recording of so many megabytes comes in. */
    private void weigh(int number, int megabytes) {
        Recording day = fleet.get(0).get(0);
        Recording recording = day.repeated(Math.max(1, Math.round(megabytes * 1e6f / day.answer().length)));
        String site = "m" + megabytes;
        addSite(site, 100_000 + number, List.of(List.of(recording)));
        LocalDate last = LocalDate.ofInstant(
                Instant.ofEpochMilli(recording.startMs())
                        .plus(Duration.ofMillis((recording.endMs() - recording.startMs() + 1000) * recording.times())),
                ZONE);
        System.gc();
        long before = used();
        try (Watch watch = new Watch()) {
            ingest(site, MONDAY + "/" + last);
            System.gc();
            System.out.printf(
                    Locale.ROOT,
                    "an answer of %.1f MB (%d fixes): at most %.1f MB of heap in use after a collection, %.1f MB before it came%n",
                    (double) recording.times() * day.answer().length / 1e6,
                    recording.allFixes(),
                    watch.most.get() / 1e6,
                    before / 1e6);
        }
        if (stored(site) != recording.allFixes()) {
            throw new IllegalStateException(
                    "expected " + recording.allFixes() + " fixes stored of " + site + ", found " + stored(site));
        }
    }

    private static long used() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** Looks at the heap after each collection. */
    private static final class Watch implements AutoCloseable {
        private final AtomicLong most = new AtomicLong();
        private final NotificationListener listener = (notification, handback) -> {
            long left = GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData())
                    .getGcInfo()
                    .getMemoryUsageAfterGc()
                    .entrySet()
                    .stream()
                    .filter(pool -> isHeap(pool.getKey()))
                    .map(pool -> pool.getValue())
                    .mapToLong(MemoryUsage::getUsed)
                    .sum();
            most.accumulateAndGet(left, Math::max);
        };

        Watch() {
            for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
                ((NotificationEmitter) collector).addNotificationListener(listener, null, null);
            }
        }

        private static boolean isHeap(String pool) {
            return pool.contains("Eden")
                    || pool.contains("Survivor")
                    || pool.contains("Old")
                    || pool.contains("Tenured");
        }

        @Override
        public void close() {
            for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
                try {
                    ((NotificationEmitter) collector).removeNotificationListener(listener);
                } catch (ListenerNotFoundException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    @Override
    public void close() {
        product.close();
    }

    private static void run(List<List<Recording>> fleet, String database, String user) throws Exception {
        try (CannedTraces provider = new CannedTraces();
                IngestionBenchmark benchmark = new IngestionBenchmark(provider, fleet, database, user)) {
            benchmark.compare();
            int number = 0;
            for (int megabytes : new int[] {1, 10, 100}) {
                benchmark.weigh(number++, megabytes);
            }
        }
    }

    public static void main(String[] arguments) throws Exception {
        List<List<Recording>> fleet =
                CannedTraces.demoWeek(MONDAY.atStartOfDay(ZONE).toInstant());
        Path folder = Files.createTempDirectory("ingestion");
        run(
                fleet,
                "jdbc:h2:file:" + folder.resolve("fixes")
                        + ";MODE=MySQL;CASE_INSENSITIVE_IDENTIFIERS=TRUE;WRITE_DELAY=0",
                "optimizer");
        String mySql = System.getProperty("optimizer.bench.database", "");
        if (mySql.isEmpty()) {
            System.out.println("MySQL: not measured; name one with -Doptimizer.bench.database=jdbc:mysql://…");
        } else {
            run(fleet, mySql, "root");
        }
    }
}
