package org.optimizer.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
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
import org.optimizer.model.ScoringMethod;
import org.optimizer.model.Site;
import org.optimizer.model.Vehicle;
import org.optimizer.testing.GeneratedFleet;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The product with H2 in a file and without stand-ins or the engine's own jobs, for benchmarks to run as its two threads would. */
final class BenchedProduct implements AutoCloseable {
    static final String CONTEST = "bench";
    static final String PASSWORD = "correct-horse-battery";

    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final ConfigurableApplicationContext product;
    private final TransactionTemplate transaction;

    BenchedProduct(Path folder) throws IOException {
        product = SpringApplication.run(
                Optimizer.class,
                "--server.port=0",
                "--optimizer.standin.enabled=false",
                "--optimizer.standin.demo=false",
                "--camunda.bpm.job-execution.enabled=false",
                "--optimizer.admin.password-file=" + Files.writeString(folder.resolve("password"), PASSWORD),
                "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("week")
                        + ";MODE=MySQL;CASE_INSENSITIVE_IDENTIFIERS=TRUE;WRITE_DELAY=0;MAX_LENGTH_INPLACE_LOB=4096");
        transaction = new TransactionTemplate(product.getBean(PlatformTransactionManager.class));
    }

    <T> T part(Class<T> type) {
        return product.getBean(type);
    }

    TransactionTemplate transaction() {
        return transaction;
    }

    /** Runs these on two threads and waits for all. */
    <T> List<T> together(List<Callable<T>> jobs) throws Exception {
        List<T> answers = new ArrayList<>();
        for (Future<T> job : threads.invokeAll(jobs)) {
            answers.add(job.get());
        }
        return answers;
    }

    /** A contest of {@code drivers}, each with a vehicle of his own. */
    void found(int drivers, LocalDate monday, int weeks) {
        FleetSink fleet = new FleetSink(part(ProducerTemplate.class));
        fleet.saveSite(new Site("q", "Quarry", ZoneOffset.UTC, "FR"));
        fleet.saveVehicles(IntStream.range(0, drivers)
                .mapToObj(each -> new Vehicle("v" + each, "q", "V " + each, GeneratedFleet.vehicleClass(each)))
                .toList());
        fleet.saveContest(new Contest(
                CONTEST,
                "q",
                "Bench",
                ScoringMethod.ABSOLUTE,
                monday,
                monday.plusWeeks(weeks).minusDays(1),
                monday,
                IntStream.range(0, drivers).mapToObj(each -> "v" + each).toList()));
    }

    /** The facts of a week, a driver a transaction. */
    void store(GeneratedFleet generated, int drivers, LocalDate monday) {
        FactsSink facts = new FactsSink(part(ProducerTemplate.class));
        for (int driver = 0; driver < drivers; driver++) {
            List<DayFacts> week = generated.week("v" + driver, "d" + driver, monday);
            transaction.executeWithoutResult(status -> week.forEach(facts::replace));
        }
    }

    /** Of the whole process, compiler and collector included; the clock also counts what else the machine does. */
    static double cpuSeconds() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
    }

    static double secondsSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        product.close();
    }
}
