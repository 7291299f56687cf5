package org.optimizer.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.apache.camel.ProducerTemplate;
import org.optimizer.extract.Contests;
import org.optimizer.load.ContestSink;
import org.optimizer.load.RuleChangeSink;
import org.optimizer.load.RulebookSink;
import org.optimizer.model.Backtest;
import org.optimizer.model.Batch;
import org.optimizer.model.DrivenTrip;
import org.optimizer.model.DriverWeek;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.RuleChange;
import org.optimizer.model.Rulebook;
import org.optimizer.rules.BareDrools;
import org.optimizer.rules.BareDrools.Asked;
import org.optimizer.rules.CellEdit;
import org.optimizer.rules.DraftRules;
import org.optimizer.rules.RulebookShelf;
import org.optimizer.testing.GeneratedFleet;
import org.optimizer.transform.scoring.DriverWeeks;
import org.optimizer.transform.scoring.Rescoring;
import org.optimizer.transform.scoring.Rescoring.WeekFacts;

/**
 * How long the backtest of a change takes over 8 weeks of 1 000 drivers, from the facts in the database (H2 in a file) to its page's
 * rows in it, beside a bare Drools loop on as many threads over facts that are in memory already, and beside the product's own
 * scoring over those. All of them ask two versions of the rules.
 */
public final class BacktestBenchmark {
    private static final int DRIVERS = 1000;
    private static final int WEEKS = 8;
    private static final int ROUNDS = 5;
    private static final IsoWeek FIRST = IsoWeek.parse("2026-W40");

    private final BenchedProduct product;
    private final ProducerTemplate camel;
    private final RulebookShelf shelf;

    private BacktestBenchmark(BenchedProduct product) {
        this.product = product;
        camel = product.part(ProducerTemplate.class);
        shelf = product.part(RulebookShelf.class);
    }

    private static List<IsoWeek> weeks() {
        return IntStream.range(0, WEEKS).mapToObj(FIRST::plusWeeks).toList();
    }

    private void storeFacts() throws Exception {
        product.found(DRIVERS, FIRST.monday(), WEEKS);
        List<Callable<Void>> jobs = new ArrayList<>();
        for (IsoWeek week : weeks()) {
            jobs.add(() -> {
                product.store(new GeneratedFleet(week.number()), DRIVERS, week.monday());
                return null;
            });
        }
        product.together(jobs);
        ContestSink contests = new ContestSink(camel);
        for (IsoWeek week : weeks()) {
            contests.open(new Batch(
                    BenchedProduct.CONTEST,
                    week,
                    1,
                    Batch.State.CLOSED,
                    1,
                    shelf.folderVersion(),
                    List.of(),
                    week.monday().atStartOfDay().toInstant(java.time.ZoneOffset.UTC)));
        }
    }

    private Rulebook draft;

    private String propose() {
        DraftRules changed = DraftRules.edited(
                shelf.folderFiles(),
                List.of(new CellEdit(
                        "feature-mark", Map.of("id", "artic-braking-points"), "half_mark_at", 10, "bench", 0, 0)));
        draft = changed.rulebook();
        RulebookSink sink = new RulebookSink(camel);
        Instant now = Instant.now();
        sink.keep(draft.version(), changed.files(), now);
        RuleChange change = new RuleChange(
                Ulid.at(now),
                RuleChange.Origin.UPLOAD,
                RuleChange.State.PROPOSED,
                shelf.folderVersion(),
                draft.version(),
                "bench",
                "anne",
                now,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        new RuleChangeSink(camel).add(change);
        return change.id();
    }

    private static double perSecond(double seconds) {
        return WEEKS * DRIVERS / seconds;
    }

    private double backtest(String change) {
        long before = System.nanoTime();
        double cpuBefore = BenchedProduct.cpuSeconds();
        Backtest.State end = product.part(Backtests.class).run(change);
        double took = BenchedProduct.secondsSince(before);
        if (end != Backtest.State.DONE) {
            throw new IllegalStateException("expected a backtest that is done, found " + end);
        }
        System.out.printf(
                Locale.ROOT,
                "backtest of %d weeks of %d drivers: %.2f s (%.2f s of processors), %.0f driver-weeks/s%n",
                WEEKS,
                DRIVERS,
                took,
                BenchedProduct.cpuSeconds() - cpuBefore,
                perSecond(took));
        return took;
    }

    private static List<List<DrivenTrip>> inMemory() {
        GeneratedFleet generated = new GeneratedFleet(43);
        return IntStream.range(0, DRIVERS)
                .mapToObj(driver -> GeneratedFleet.trips(
                        generated.week("v" + driver, "d" + driver, FIRST.monday()),
                        GeneratedFleet.vehicleClass(driver)))
                .toList();
    }

    private double bare(List<Asked> asked) throws Exception {
        List<Callable<Object>> jobs = new ArrayList<>();
        for (Rulebook rules : List.of(shelf.current(), draft)) {
            jobs.add(() -> {
                BareDrools loop = new BareDrools(rules);
                for (int week = 0; week < WEEKS; week++) {
                    asked.forEach(loop::ask);
                }
                return loop;
            });
        }
        return timed(jobs, "bare Drools loop");
    }

    private double scored(Map<String, List<DrivenTrip>> trips) throws Exception {
        Rescoring rescoring = new Rescoring(BenchedProduct.CONTEST, shelf.current(), draft);
        List<Callable<Object>> jobs = new ArrayList<>();
        for (IsoWeek week : weeks()) {
            jobs.add(() -> rescoring.score(new WeekFacts(week, trips, List.of(), Set.of()), () -> {}));
        }
        return timed(jobs, "scoring, facts in memory");
    }

    private double timed(List<Callable<Object>> jobs, String what) throws Exception {
        long before = System.nanoTime();
        product.together(jobs);
        double took = BenchedProduct.secondsSince(before);
        System.out.printf(Locale.ROOT, "%s: %.2f s, %.0f driver-weeks/s%n", what, took, perSecond(took));
        return took;
    }

    private void run() throws Exception {
        if (product.part(Contests.class).list().isEmpty()) {
            long before = System.nanoTime();
            storeFacts();
            System.out.printf(
                    Locale.ROOT, "facts of %d weeks written in %.0f s%n", WEEKS, BenchedProduct.secondsSince(before));
        }
        String change = propose();
        List<List<DrivenTrip>> facts = inMemory();
        Map<String, List<DrivenTrip>> trips = new TreeMap<>();
        List<Asked> asked = new ArrayList<>();
        for (int driver = 0; driver < DRIVERS; driver++) {
            trips.put("d" + driver, facts.get(driver));
            DriverWeek week = DriverWeeks.sum("d" + driver, FIRST, facts.get(driver), List.of(), shelf.current());
            asked.add(BareDrools.asked(facts.get(driver), week, shelf.current()));
        }
        double whole = Double.MAX_VALUE;
        double bare = Double.MAX_VALUE;
        double scored = Double.MAX_VALUE;
        for (int round = 1; round <= ROUNDS; round++) {
            whole = Math.min(whole, backtest(change));
            scored = Math.min(scored, scored(trips));
            bare = Math.min(bare, bare(asked));
        }
        System.out.printf(
                Locale.ROOT,
                "best of %d rounds: backtest %.2f s (under 10 expected); of the bare loop's speed %.2f from the database,"
                        + " %.2f with facts in memory%n",
                ROUNDS,
                whole,
                bare / whole,
                bare / scored);
    }

    /** @param arguments a folder that keeps the facts for the next time, or nothing */
    public static void main(String[] arguments) throws Exception {
        Path folder = arguments.length == 0
                ? Files.createTempDirectory("backtest")
                : Files.createDirectories(Path.of(arguments[0]));
        try (BenchedProduct product = new BenchedProduct(folder)) {
            new BacktestBenchmark(product).run();
        }
    }
}
