package org.optimizer.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.camel.ProducerTemplate;
import org.optimizer.Optimizer;
import org.optimizer.load.FactsSink;
import org.optimizer.load.FleetSink;
import org.optimizer.model.Contest;
import org.optimizer.model.DayFacts;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.ScoringMethod;
import org.optimizer.model.Site;
import org.optimizer.model.Vehicle;
import org.optimizer.testing.GeneratedFleet;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How long the product takes for a week of 1 000 drivers from the facts in its database (H2 in a file) to the scores in it: the
 * process's own steps, its chunks on two threads as the engine's jobs would be, each in a transaction.
 */
public final class StoredWeekBenchmark implements AutoCloseable {
    private static final int DRIVERS = 1000;
    private static final int ROUNDS = 6;
    private static final String CONTEST = "bench";
    private static final IsoWeek WEEK = IsoWeek.parse("2026-W43");

    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final ConfigurableApplicationContext product;
    private final WeeklyContest steps;
    private final TransactionTemplate transaction;

    private StoredWeekBenchmark(Path folder) throws IOException {
        product = SpringApplication.run(
                Optimizer.class,
                "--server.port=0",
                "--optimizer.standin.enabled=false",
                "--optimizer.standin.demo=false",
                "--camunda.bpm.job-execution.enabled=false",
                "--optimizer.admin.password-file="
                        + Files.writeString(folder.resolve("password"), "correct-horse-battery"),
                "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("week")
                        + ";MODE=MySQL;CASE_INSENSITIVE_IDENTIFIERS=TRUE;WRITE_DELAY=0");
        steps = product.getBean(WeeklyContest.class);
        transaction = new TransactionTemplate(product.getBean(PlatformTransactionManager.class));
    }

    private void storeFacts() {
        ProducerTemplate camel = product.getBean(ProducerTemplate.class);
        FleetSink fleet = new FleetSink(camel);
        FactsSink facts = new FactsSink(camel);
        List<String> vehicles =
                IntStream.range(0, DRIVERS).mapToObj(each -> "v" + each).toList();
        LocalDate monday = WEEK.monday();
        fleet.saveSite(new Site("q", "Quarry", ZoneOffset.UTC, "FR"));
        fleet.saveVehicles(IntStream.range(0, DRIVERS)
                .mapToObj(each -> new Vehicle("v" + each, "q", "V " + each, GeneratedFleet.vehicleClass(each)))
                .toList());
        fleet.saveContest(new Contest(
                CONTEST, "q", "Bench", ScoringMethod.ABSOLUTE, monday, monday.plusDays(6), monday, vehicles));
        GeneratedFleet generated = new GeneratedFleet(43);
        for (int driver = 0; driver < DRIVERS; driver++) {
            List<DayFacts> week = generated.week("v" + driver, "d" + driver, monday);
            transaction.executeWithoutResult(status -> week.forEach(facts::replace));
        }
        transaction.executeWithoutResult(status -> steps.openWeek(CONTEST, WEEK.toString()));
    }

    /** What it took: by the clock, and by the processors. */
    private record Took(double seconds, double cpuSeconds) {}

    private Took scoreAll() throws Exception {
        long before = System.nanoTime();
        double cpuBefore = cpuSeconds();
        int chunks = transaction.execute(status -> steps.planScoring(CONTEST, WEEK.toString()));
        List<Callable<Integer>> jobs = new ArrayList<>();
        for (int each = 0; each < chunks; each++) {
            int chunk = each;
            jobs.add(() -> transaction.execute(status -> steps.scoreDrivers(CONTEST, WEEK.toString(), chunk, chunks)));
        }
        int scored = 0;
        for (Future<Integer> job : threads.invokeAll(jobs)) {
            scored += job.get();
        }
        if (scored != DRIVERS) {
            throw new IllegalStateException("expected " + DRIVERS + " drivers scored, found " + scored);
        }
        return new Took(seconds(before), cpuSeconds() - cpuBefore);
    }

    /** Of the whole process, compiler and collector included; the clock also counts what else the machine does. */
    private static double cpuSeconds() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
    }

    private double rankAll() {
        long before = System.nanoTime();
        transaction.executeWithoutResult(status -> steps.rankDrivers(CONTEST, WEEK.toString()));
        return seconds(before);
    }

    private static double seconds(long before) {
        return (System.nanoTime() - before) / 1e9;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        product.close();
    }

    public static void main(String[] arguments) throws Exception {
        try (StoredWeekBenchmark benchmark = new StoredWeekBenchmark(Files.createTempDirectory("stored-week"))) {
            long before = System.nanoTime();
            benchmark.storeFacts();
            System.out.printf(Locale.ROOT, "%d drivers' facts written in %.1f s%n", DRIVERS, seconds(before));
            for (int round = 1; round <= ROUNDS; round++) {
                Took took = benchmark.scoreAll();
                System.out.printf(
                        Locale.ROOT,
                        "round %d: %d driver-weeks scored from the database in %.2f s (%.2f s of processors), ranked in %.2f s%n",
                        round,
                        DRIVERS,
                        took.seconds,
                        took.cpuSeconds,
                        benchmark.rankAll());
            }
        }
    }
}
