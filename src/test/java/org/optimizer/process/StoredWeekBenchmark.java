package org.optimizer.process;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.optimizer.model.IsoWeek;
import org.optimizer.testing.GeneratedFleet;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How long the product takes for a week of 1 000 drivers from the facts in its database (H2 in a file) to the scores in it: the
 * process's own steps, its chunks on two threads as the engine's jobs would be, each in a transaction.
 */
public final class StoredWeekBenchmark {
    private static final int DRIVERS = 1000;
    private static final int ROUNDS = 6;
    private static final String CONTEST = BenchedProduct.CONTEST;
    private static final IsoWeek WEEK = IsoWeek.parse("2026-W43");

    private final BenchedProduct product;
    private final WeeklyContest steps;
    private final TransactionTemplate transaction;

    private StoredWeekBenchmark(BenchedProduct product) {
        this.product = product;
        steps = product.part(WeeklyContest.class);
        transaction = product.transaction();
    }

    private void storeFacts() {
        product.found(DRIVERS, WEEK.monday(), 1);
        product.store(new GeneratedFleet(43), DRIVERS, WEEK.monday());
        transaction.executeWithoutResult(status -> steps.openWeek(CONTEST, WEEK.toString()));
    }

    /** What it took: by the clock, and by the processors. */
    private record Took(double seconds, double cpuSeconds) {}

    private Took scoreAll() throws Exception {
        long before = System.nanoTime();
        double cpuBefore = BenchedProduct.cpuSeconds();
        int chunks = transaction.execute(status -> steps.planScoring(CONTEST, WEEK.toString()));
        List<Callable<Integer>> jobs = new ArrayList<>();
        for (int each = 0; each < chunks; each++) {
            int chunk = each;
            jobs.add(() -> transaction.execute(status -> steps.scoreDrivers(CONTEST, WEEK.toString(), chunk, chunks)));
        }
        int scored = product.together(jobs).stream().mapToInt(Integer::intValue).sum();
        if (scored != DRIVERS) {
            throw new IllegalStateException("expected " + DRIVERS + " drivers scored, found " + scored);
        }
        return new Took(BenchedProduct.secondsSince(before), BenchedProduct.cpuSeconds() - cpuBefore);
    }

    private double rankAll() {
        long before = System.nanoTime();
        transaction.executeWithoutResult(status -> steps.rankDrivers(CONTEST, WEEK.toString()));
        return BenchedProduct.secondsSince(before);
    }

    public static void main(String[] arguments) throws Exception {
        try (BenchedProduct product = new BenchedProduct(Files.createTempDirectory("stored-week"))) {
            StoredWeekBenchmark benchmark = new StoredWeekBenchmark(product);
            long before = System.nanoTime();
            benchmark.storeFacts();
            System.out.printf(
                    Locale.ROOT, "%d drivers' facts written in %.1f s%n", DRIVERS, BenchedProduct.secondsSince(before));
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
