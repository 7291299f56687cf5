package org.optimizer.process;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
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
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
 * How many fixes a second the product takes from the provider's JSON to committed rows of the day and of its facts, by the steps of
 * its own process, with one thread and with two as the engine's jobs have them here; beside a bare parse of the same bytes and a bare upsert of a row for each fix into the same
 * database, in turns. On H2 in a file, and on {@code -Doptimizer.bench.database} (a JDBC address of MySQL with the README's parameters, user root) as well.
 * Then how much memory answers of 1, 10 and 100 MB take.
 */
public final class IngestionBenchmark implements AutoCloseable {
    private static final int ROUNDS = Integer.getInteger("optimizer.bench.rounds", 7);
    /** So many turns the compiler takes to be done with all of it. */
    private static final int WARM_UP = Integer.getInteger("optimizer.bench.warm-up", 4);

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);
    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    private static final String WEEK = "2026-11-16/2026-11-22";
    private static final int ROWS_A_BATCH = 1000;
    /** With it Connector/J makes one statement of a batch, without it as many as there are rows; H2 knows neither. */
    private static final String REWRITE = "&rewriteBatchedStatements=true";

    private static final int VEHICLES_UPSERTED = 6;
    private static final int[] MEGABYTES = Stream.of(
                    System.getProperty("optimizer.bench.megabytes", "1,10,100").split(","))
            .filter(size -> !size.isEmpty())
            .mapToInt(Integer::parseInt)
            .toArray();

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
                "--optimizer.traces.call-within=PT10M",
                "--optimizer.traces.vehicle-within=PT10M",
                "--optimizer.fetch.vehicles-per-chunk=1",
                "--optimizer.admin.password-file=" + Files.writeString(password, "correct-horse-battery"),
                "--spring.datasource.url=" + database,
                "--spring.datasource.username=" + user,
                "--logging.level.root=WARN");
        steps = product.getBean(FetchTraces.class);
        transaction = new TransactionTemplate(product.getBean(PlatformTransactionManager.class));
        // the provider's vehicles are asked for once in a while only
        for (int site = 0; site < 2 * (ROUNDS + WARM_UP); site++) {
            addSite("q" + site, 1000 * (site + 1), fleet);
        }
        for (int megabytes : MEGABYTES) {
            addSite("m" + megabytes, 1_000_000 + megabytes, List.of(List.of(ofSize(megabytes))));
        }
    }

    private Recording ofSize(int megabytes) {
        Recording day = fleet.get(0).get(0);
        return day.repeated(Math.max(1, Math.round(megabytes * 1e6f / day.answer().length)));
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

    /**
     * The steps of the process for every vehicle of a site, each in a transaction as an engine's job.
     *
     * @return seconds that its threads kept a processor busy
     */
    private double ingest(String site, String days, int atOnce) throws Exception {
        String scope = "site:" + site;
        int chunks = transaction.execute(status -> steps.planFetch(scope, days));
        ExecutorService threads = Executors.newFixedThreadPool(atOnce);
        try {
            List<Callable<Long>> jobs = new ArrayList<>();
            for (int each = 0; each < chunks; each++) {
                int chunk = each;
                jobs.add(() -> {
                    long before = cpuNanos();
                    transaction.executeWithoutResult(status -> steps.fetchFixes(scope, days, true, chunk));
                    transaction.executeWithoutResult(status -> steps.makeFacts(scope, days, chunk));
                    return cpuNanos() - before;
                });
            }
            long nanos = 0;
            for (Future<Long> job : threads.invokeAll(jobs)) {
                nanos += job.get();
            }
            return nanos / 1e9;
        } finally {
            threads.shutdown();
        }
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
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
                        "select coalesce(sum(fix_count), 0) from trace_day where vehicle_id like ?",
                        Long.class,
                        site + "-%");
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

    /**
     * As whoever stores a row for each fix does it: prepared, in batches, a vehicle's day a commit.
     *
     * @param address whether the driver may rewrite a batch into one statement is part of it
     */
    private void upsert(String address, List<Rows> all) throws SQLException {
        try (Connection connection = DriverManager.getConnection(address, user, "");
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

    private void sql(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database, user, "");
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

    /** What one turn came to, in fixes or rows a second. */
    private record Turn(
            double oneThread,
            double twoThreads,
            double parsed,
            double parsedWithValues,
            double upsertedOneByOne,
            double upserted,
            double aProcessor,
            double parsedByAProcessor,
            double withValuesByAProcessor) {
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%7.0f fixes/s by one thread, %7.0f by two; %8.0f parsed, %8.0f with values; %6.0f rows upserted"
                            + " (%6.0f one by one)",
                    oneThread,
                    twoThreads,
                    parsed,
                    parsedWithValues,
                    upserted,
                    upsertedOneByOne);
        }
    }

    private void compare() throws Exception {
        List<Rows> rows = new ArrayList<>();
        for (int each = 0; each < VEHICLES_UPSERTED; each++) {
            rows.add(rows("v" + each, fleet.get(each).get(0)));
        }
        sql("drop table if exists bench_fix");
        List<Turn> turns = new ArrayList<>();
        for (int round = 0; round < ROUNDS + WARM_UP; round++) {
            Turn turn = turn(round, rows);
            System.out.println((round < WARM_UP ? "warm-up " : "round   ") + turn);
            if (round >= WARM_UP) {
                turns.add(turn);
            }
        }
        report(turns);
    }

    private Turn turn(int round, List<Rows> rows) throws Exception {
        double[] perSecond = new double[2];
        double[] processor = new double[2];
        for (int threads = 1; threads <= 2; threads++) {
            String site = "q" + (2 * round + threads - 1);
            long before = System.nanoTime();
            processor[threads - 1] = fixes() / ingest(site, WEEK, threads);
            perSecond[threads - 1] = fixes() / ((System.nanoTime() - before) / 1e9);
            if (stored(site) != fixes()) {
                throw new IllegalStateException(
                        "expected " + fixes() + " fixes stored of " + site + ", found " + stored(site));
            }
        }
        long cpu = cpuNanos();
        double parsed = fixes() / seconds(this::parse);
        double parsedByAProcessor = fixes() / ((cpuNanos() - cpu) / 1e9);
        cpu = cpuNanos();
        double withValues = fixes() / seconds(this::parseValues);
        double withValuesByAProcessor = fixes() / ((cpuNanos() - cpu) / 1e9);
        double oneByOne = upserted(database.replace(REWRITE, ""), rows);
        double rowsPerSecond = upserted(database, rows);
        return new Turn(
                perSecond[0],
                perSecond[1],
                parsed,
                withValues,
                oneByOne,
                rowsPerSecond,
                processor[0],
                parsedByAProcessor,
                withValuesByAProcessor);
    }

    private double upserted(String address, List<Rows> rows) throws Exception {
        sql("create table bench_fix (vehicle_id varchar(64) not null, at_ms bigint not null, latitude double,"
                + " longitude double, speed double, accuracy double, bearing double, altitude double,"
                + " primary key (vehicle_id, at_ms))");
        try {
            long upserted = rows.stream().mapToLong(each -> each.atMs.length).sum();
            return upserted / seconds(() -> upsert(address, rows));
        } finally {
            sql("drop table bench_fix");
        }
    }

    private void report(List<Turn> turns) {
        double one = median(turns, Turn::oneThread);
        double two = median(turns, Turn::twoThreads);
        double parsed = median(turns, Turn::parsed);
        double withValues = median(turns, Turn::parsedWithValues);
        double upserted = median(turns, Turn::upserted);
        double oneByOne = median(turns, Turn::upsertedOneByOne);
        System.out.printf(
                Locale.ROOT,
                "%s, %d fixes a turn, from JSON to committed days and facts:%n",
                database.startsWith("jdbc:mysql") ? "MySQL" : "H2",
                fixes());
        for (double[] each : new double[][] {{1, one}, {2, two}}) {
            System.out.printf(
                    Locale.ROOT,
                    "  %.0f thread(s): %.0f fixes/s; %.2f of a bare parse (%.0f), %.2f of one with values (%.0f);"
                            + " %.1f times a bare upsert in batches (%.0f), %.1f times the same without "
                            + REWRITE.substring(1) + " (%.0f)%n",
                    each[0],
                    each[1],
                    each[1] / parsed,
                    parsed,
                    each[1] / withValues,
                    withValues,
                    each[1] / upserted,
                    upserted,
                    each[1] / oneByOne,
                    oneByOne);
        }
        double processor = median(turns, Turn::aProcessor);
        double parsedByAProcessor = median(turns, Turn::parsedByAProcessor);
        double withValuesByAProcessor = median(turns, Turn::withValuesByAProcessor);
        System.out.printf(
                Locale.ROOT,
                "  by the time of processors, which other work of the machine does not change: %.0f fixes/s; %.2f of a bare parse"
                        + " (%.0f), %.2f of one with values (%.0f)%n",
                processor,
                processor / parsedByAProcessor,
                parsedByAProcessor,
                processor / withValuesByAProcessor,
                withValuesByAProcessor);
    }

    private static double median(List<Turn> turns, ToDoubleFunction<Turn> figure) {
        double[] sorted = turns.stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    /** The most of the heap that is in use while an answer of so many megabytes comes in. */
    private void weigh(int megabytes) throws Exception {
        Recording recording = ofSize(megabytes);
        String site = "m" + megabytes;
        LocalDate last = LocalDate.ofInstant(
                Instant.ofEpochMilli(recording.startMs())
                        .plus(Duration.ofMillis((recording.endMs() - recording.startMs() + 1000) * recording.times())),
                ZONE);
        System.gc();
        long before = used();
        try (Watch watch = new Watch()) {
            ingest(site, MONDAY + "/" + last, 1);
            long most = watch.stop();
            System.out.printf(
                    Locale.ROOT,
                    "an answer of %.1f MB (%d fixes): at most %.1f MB of heap more in use than before it came%n",
                    (double) recording.times() * recording.answer().length / 1e6,
                    recording.allFixes(),
                    (most - before) / 1e6);
        }
        if (stored(site) != recording.allFixes()) {
            throw new IllegalStateException(
                    "expected " + recording.allFixes() + " fixes stored of " + site + ", found " + stored(site));
        }
    }

    private static long used() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** Collects again and again, so that what is in use is what cannot be given back. */
    private static final class Watch implements AutoCloseable {
        private final AtomicLong most = new AtomicLong();
        private final Thread thread = new Thread(this::look, "heap-watch");
        private volatile boolean isOver;

        Watch() {
            thread.start();
        }

        private void look() {
            while (!isOver) {
                System.gc();
                most.accumulateAndGet(used(), Math::max);
            }
        }

        /** The most that was in use. */
        long stop() throws InterruptedException {
            close();
            thread.join();
            return most.get();
        }

        @Override
        public void close() {
            isOver = true;
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
            for (int megabytes : MEGABYTES) {
                benchmark.weigh(megabytes);
            }
        }
    }

    public static void main(String[] arguments) throws Exception {
        List<List<Recording>> fleet =
                CannedTraces.demoWeek(MONDAY.atStartOfDay(ZONE).toInstant());
        Path folder = Files.createTempDirectory("ingestion");
        if (!Boolean.getBoolean("optimizer.bench.skip-h2")) {
            run(
                    fleet,
                    "jdbc:h2:file:" + folder.resolve("fixes")
                            + ";MODE=MySQL;CASE_INSENSITIVE_IDENTIFIERS=TRUE;WRITE_DELAY=0",
                    "optimizer");
        }
        String mySql = System.getProperty("optimizer.bench.database", "");
        if (mySql.isEmpty()) {
            System.out.println("MySQL: not measured; name one with -Doptimizer.bench.database=jdbc:mysql://…");
        } else {
            run(fleet, mySql, "root");
        }
    }
}
