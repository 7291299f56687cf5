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

    /** A change of the rules that is tried. */
    private record Tried(String what, String changeId, Rulebook draft) {}

    private static CellEdit edit(String table, String row, String column, double value) {
        return new CellEdit(table, Map.of("id", row), column, value, "bench", 0, 0);
    }

    private Tried propose(String what, CellEdit... edits) {
        DraftRules changed = DraftRules.edited(shelf.folderFiles(), List.of(edits));
        Rulebook draft = changed.rulebook();
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
        return new Tried(what, change.id(), draft);
    }

    /** Best of the rounds, each of the two for itself. */
    private static final class Best {
        private double s = Double.MAX_VALUE;
        private double cpuS = Double.MAX_VALUE;

        void took(String what, double seconds, double cpuSeconds) {
            s = Math.min(s, seconds);
            cpuS = Math.min(cpuS, cpuSeconds);
            System.out.printf(
                    Locale.ROOT,
                    "%s: %.2f s (%.2f s of processors), %.0f driver-weeks/s%n",
                    what,
                    seconds,
                    cpuSeconds,
                    perSecond(seconds));
        }
    }

    private static double perSecond(double seconds) {
        return WEEKS * DRIVERS / seconds;
    }

    private void backtest(Tried tried, Best best) {
        long before = System.nanoTime();
        double cpuBefore = BenchedProduct.cpuSeconds();
        Backtest.State end = product.part(Backtests.class).run(tried.changeId);
        if (end != Backtest.State.DONE) {
            throw new IllegalStateException("expected a backtest that is done, found " + end);
        }
        best.took(
                "backtest of %d weeks of %d drivers, %s".formatted(WEEKS, DRIVERS, tried.what),
                BenchedProduct.secondsSince(before),
                BenchedProduct.cpuSeconds() - cpuBefore);
    }

    private static List<List<DrivenTrip>> inMemory() {
        GeneratedFleet generated = new GeneratedFleet(43);
        return IntStream.range(0, DRIVERS)
                .mapToObj(driver -> GeneratedFleet.trips(
                        generated.week("v" + driver, "d" + driver, FIRST.monday()),
                        GeneratedFleet.vehicleClass(driver)))
                .toList();
    }

    private void bare(Tried tried, List<Asked> asked, Best best) throws Exception {
        List<Callable<Object>> jobs = new ArrayList<>();
        for (Rulebook rules : List.of(shelf.current(), tried.draft)) {
            jobs.add(() -> {
                BareDrools loop = new BareDrools(rules);
                for (int week = 0; week < WEEKS; week++) {
                    asked.forEach(loop::ask);
                }
                return loop;
            });
        }
        timed(jobs, "bare Drools loop", best);
    }

    private void scored(Tried tried, Map<String, List<DrivenTrip>> trips, Best best) throws Exception {
        Rescoring rescoring = new Rescoring(BenchedProduct.CONTEST, shelf.current(), tried.draft);
        List<Callable<Object>> jobs = new ArrayList<>();
        for (IsoWeek week : weeks()) {
            jobs.add(() -> rescoring.score(new WeekFacts(week, trips, List.of(), Set.of()), () -> {}));
        }
        timed(jobs, "scoring, facts in memory, " + tried.what, best);
    }

    private void timed(List<Callable<Object>> jobs, String what, Best best) throws Exception {
        long before = System.nanoTime();
        double cpuBefore = BenchedProduct.cpuSeconds();
        product.together(jobs);
        best.took(what, BenchedProduct.secondsSince(before), BenchedProduct.cpuSeconds() - cpuBefore);
    }

    private void run() throws Exception {
        if (product.part(Contests.class).list().isEmpty()) {
            long before = System.nanoTime();
            storeFacts();
            System.out.printf(
                    Locale.ROOT, "facts of %d weeks written in %.0f s%n", WEEKS, BenchedProduct.secondsSince(before));
        }
        List<List<DrivenTrip>> facts = inMemory();
        Map<String, List<DrivenTrip>> trips = new TreeMap<>();
        List<Asked> asked = new ArrayList<>();
        for (int driver = 0; driver < DRIVERS; driver++) {
            trips.put("d" + driver, facts.get(driver));
            DriverWeek week = DriverWeeks.sum("d" + driver, FIRST, facts.get(driver), List.of(), shelf.current());
            asked.add(BareDrools.asked(facts.get(driver), week, shelf.current()));
        }
        compare(propose("other marks", edit("feature-mark", "artic-braking-points", "half_mark_at", 10)), trips, asked);
        compare(
                propose(
                        "other thresholds",
                        edit("manoeuvre-severity", "artic-braking-strong", "peak_from_mps2", 1.3),
                        edit("manoeuvre-severity", "artic-braking-strong", "peak_below_mps2", 1.6),
                        edit("manoeuvre-severity", "artic-braking-harsh", "peak_from_mps2", 1.6)),
                trips,
                asked);
    }

    private void compare(Tried tried, Map<String, List<DrivenTrip>> trips, List<Asked> asked) throws Exception {
        Best whole = new Best();
        Best scored = new Best();
        Best bare = new Best();
        for (int round = 1; round <= ROUNDS; round++) {
            backtest(tried, whole);
            scored(tried, trips, scored);
            bare(tried, asked, bare);
        }
        System.out.printf(
                Locale.ROOT,
                "%s, best of %d rounds: backtest %.2f s (under 10 expected), %.2f s of processors; of the bare loop's speed"
                        + " %.2f from the database, %.2f with facts in memory (by processors %.2f and %.2f)%n",
                tried.what,
                ROUNDS,
                whole.s,
                whole.cpuS,
                bare.s / whole.s,
                bare.s / scored.s,
                bare.cpuS / whole.cpuS,
                bare.cpuS / scored.cpuS);
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
