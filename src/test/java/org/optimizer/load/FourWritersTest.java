package org.optimizer.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.optimizer.config.EdgesTest;
import org.optimizer.model.IntakeCount;
import org.optimizer.model.Site;
import org.optimizer.model.Trace;
import org.optimizer.model.Vehicle;
import org.optimizer.model.VehicleClass;
import org.optimizer.process.Intake;
import org.optimizer.process.IntakeSettings;
import org.optimizer.testing.StoredIntake;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Promise R13: four writers with overlapping keys, such as the nightly fetch, a backfill, the inbox and a push, never lock each
 * other out, and each fix is stored once. Run on H2 here, and on MySQL with the other tests of this package.
 */
@EdgesTest
class FourWritersTest {
    private static final int WRITERS = 4;
    private static final int VEHICLES = 3;
    private static final int DAYS = 3;
    private static final int BATCHES = 40;
    private static final int FIXES_A_DAY = 2_000;
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 16);
    private static final Instant NOW = Instant.parse("2026-11-25T00:00:00Z");
    /** Small, so that a batch is stored in several pieces. */
    private static final int PIECE = 700;

    @Autowired
    private ProducerTemplate camel;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private final ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    private final CyclicBarrier start = new CyclicBarrier(WRITERS);
    private List<Vehicle> vehicles;
    private TraceSink sink;
    private Intake intake;

    @BeforeEach
    void found() {
        forget();
        FleetSink fleet = new FleetSink(camel);
        vehicles = IntStream.range(0, VEHICLES)
                .mapToObj(each -> new Vehicle("r13-" + each, "r13", "r13-" + each, VehicleClass.TIPPER))
                .toList();
        fleet.saveSite(new Site("r13", "Quarry", ZoneOffset.UTC, "FR"));
        fleet.saveVehicles(vehicles);
        sink = new TraceSink(camel);
        IntakeSettings usual = IntakeSettings.USUAL;
        intake = StoredIntake.of(
                camel,
                sink,
                new IntakeSettings(usual.futureTolerance(), usual.fixesPerDay(), PIECE, usual.rowsPerReason()));
    }

    @AfterEach
    void forget() {
        for (String table : List.of("trace_day", "fetched_day", "reject", "held_batch", "vehicle", "site")) {
            jdbc.update("delete from " + table);
        }
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    /** What became of the batches of one writer. */
    private static final class Account {
        private final Set<Long> given = new HashSet<>();
        private IntakeCount count = IntakeCount.NONE;
        private long fixes;
        private int lockFailures;
    }

    @Test
    void fourWritersOfTheSameDaysNeitherLockEachOtherOutNorLoseOrDoubleAFix() throws Exception {
        long before = System.nanoTime();
        List<Account> accounts = all(writer -> () -> write(new Random(writer)));
        double seconds = (System.nanoTime() - before) / 1e9;

        long fixes = accounts.stream().mapToLong(account -> account.fixes).sum();
        IntakeCount count = accounts.stream().map(account -> account.count).reduce(IntakeCount.NONE, IntakeCount::plus);
        int failures =
                accounts.stream().mapToInt(account -> account.lockFailures).sum();
        Set<Long> distinct = new HashSet<>();
        accounts.forEach(account -> distinct.addAll(account.given));
        System.out.printf(
                Locale.ROOT,
                "R13 %s: %d writers, %d transactions over the same %d vehicle-days: %d fixes in %.1f s, %.0f a second;"
                        + " deadlocks %d; stored %d of %d distinct%n",
                database(),
                WRITERS,
                WRITERS * BATCHES,
                VEHICLES * DAYS,
                fixes,
                seconds,
                fixes / seconds,
                failures,
                stored(),
                distinct.size());
        assertThat(failures).isZero();
        assertThat(count.received()).isEqualTo(fixes);
        assertThat(count.fresh()).isEqualTo(distinct.size());
        assertThat(stored()).isEqualTo(distinct.size());
        assertThat(count.rejected()).isEqualTo(WRITERS * BATCHES);
        assertThat(jdbc.queryForObject("select count(*) from reject", Integer.class))
                .isBetween(1, WRITERS * BATCHES);
    }

    /** Batches of random vehicles and stretches, in any order of time, with a row that is rejected in each. */
    private Account write(Random random) throws Exception {
        Account account = new Account();
        start.await(30, TimeUnit.SECONDS);
        for (int batch = 0; batch < BATCHES; batch++) {
            int vehicle = random.nextInt(VEHICLES);
            List<Integer> fixes = stretch(random);
            try {
                IntakeCount count = transaction.execute(status -> store(vehicle, fixes));
                account.count = account.count.plus(count);
                account.fixes += fixes.size() + 1;
                fixes.forEach(fix -> account.given.add(vehicle * 1_000_000L + fix));
            } catch (TransientDataAccessException lockedOut) {
                account.lockFailures++;
            }
        }
        return account;
    }

    /** Some hours over a midnight or two, their blocks in random order, as a phone's buffer may come. */
    private static List<Integer> stretch(Random random) {
        int all = DAYS * FIXES_A_DAY;
        int from = random.nextInt(all / 2);
        int to = from + FIXES_A_DAY / 2 + random.nextInt(all - from - FIXES_A_DAY / 2);
        List<List<Integer>> blocks = new ArrayList<>();
        for (int at = from; at < to; at += PIECE) {
            blocks.add(IntStream.range(at, Math.min(to, at + PIECE)).boxed().toList());
        }
        Collections.shuffle(blocks, random);
        return blocks.stream().flatMap(List::stream).toList();
    }

    private IntakeCount store(int vehicle, List<Integer> fixes) {
        Intake.Open open = intake.open("r13", vehicles.get(vehicle), NOW);
        for (int fix : fixes) {
            open.fix(atMs(fix), "t", 48 + fix * 1e-5, 2.3, Double.NaN, 5, Double.NaN, Double.NaN, Double.NaN, false);
        }
        open.unreadable("unreadable-time", "{\"row\":" + fixes.get(0) % 50 + "}");
        IntakeCount count = open.close();
        sink.noteFetched(vehicles.get(vehicle).id(), List.of(FIRST, FIRST.plusDays(1), FIRST.plusDays(2)), NOW);
        return count;
    }

    private static long atMs(int fix) {
        Instant day = FIRST.plusDays(fix / FIXES_A_DAY).atStartOfDay().toInstant(ZoneOffset.UTC);
        return day.plus(Duration.ofSeconds(6 * 3600L + fix % FIXES_A_DAY)).toEpochMilli();
    }

    private long stored() {
        return jdbc.queryForObject("select coalesce(sum(fix_count), 0) from trace_day", Long.class);
    }

    private String database() {
        return jdbc.execute((Connection connection) -> connection.getMetaData().getDatabaseProductName() + " "
                + connection.getMetaData().getDatabaseProductVersion());
    }

    @Test
    void writersWhoTakeTheDaysInTheirOwnOrderLockEachOtherOut() throws Exception {
        int failures = 0;
        int transactions = 0;
        for (int round = 0; round < 5; round++) {
            jdbc.update("delete from trace_day");
            List<Account> accounts = all(writer -> () -> takeInOwnOrder(writer));
            failures +=
                    accounts.stream().mapToInt(account -> account.lockFailures).sum();
            transactions += WRITERS;
        }
        System.out.printf(
                Locale.ROOT,
                "R13 control %s: %d transactions that take two days in opposite order without the vehicle's lock: deadlocks %d%n",
                database(),
                transactions,
                failures);
        assertThat(failures).isPositive();
    }

    /** What the door does, without its rule: two days, by half of the writers the later one first. */
    private Account takeInOwnOrder(int writer) throws Exception {
        Account account = new Account();
        List<LocalDate> days = writer % 2 == 0 ? List.of(FIRST, FIRST.plusDays(1)) : List.of(FIRST.plusDays(1), FIRST);
        start.await(30, TimeUnit.SECONDS);
        try {
            transaction.executeWithoutResult(status -> {
                for (LocalDate day : days) {
                    sink.merge(vehicles.get(0).id(), day, someOf(day));
                    meanwhile();
                }
            });
        } catch (TransientDataAccessException lockedOut) {
            account.lockFailures++;
        }
        return account;
    }

    /** Others get their turn, as they would while a long recording is read. */
    private static void meanwhile() {
        long until = System.nanoTime() + 50_000_000;
        while (System.nanoTime() < until) {
            Thread.onSpinWait();
        }
    }

    private static Trace someOf(LocalDate day) {
        Trace.Builder builder = new Trace.Builder(100);
        long startMs = day.atTime(6, 0).toInstant(ZoneOffset.UTC).toEpochMilli();
        for (int second = 0; second < 100; second++) {
            builder.add(startMs + second * 1000, "t", 48, 2.3, 5, 5, Double.NaN, Double.NaN, Double.NaN);
        }
        return builder.build();
    }

    private interface Writer {
        Callable<Account> of(int number);
    }

    private List<Account> all(Writer writer) throws InterruptedException, ExecutionException {
        List<Future<Account>> running = IntStream.range(0, WRITERS)
                .mapToObj(number -> threads.submit(writer.of(number)))
                .toList();
        List<Account> accounts = new ArrayList<>();
        for (Future<Account> each : running) {
            accounts.add(each.get());
        }
        return accounts;
    }
}
