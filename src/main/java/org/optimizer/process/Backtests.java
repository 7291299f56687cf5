package org.optimizer.process;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.optimizer.extract.Contests;
import org.optimizer.extract.Drivers;
import org.optimizer.extract.RuleChanges;
import org.optimizer.load.BacktestSink;
import org.optimizer.model.Backtest;
import org.optimizer.model.BacktestKpi;
import org.optimizer.model.BacktestMove;
import org.optimizer.model.Batch;
import org.optimizer.model.Contest;
import org.optimizer.model.Driver;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.RuleChange;
import org.optimizer.model.Rulebook;
import org.optimizer.model.ScoringMethod;
import org.optimizer.process.WeekResults.Line;
import org.optimizer.rules.RulebookShelf;
import org.optimizer.rules.Tally;
import org.optimizer.transform.scoring.DriverWeeks;
import org.optimizer.transform.scoring.Rescoring;
import org.optimizer.transform.scoring.Rescoring.Compared;
import org.optimizer.transform.scoring.Rescoring.Scored;
import org.optimizer.transform.scoring.Rescoring.WeekFacts;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Tries changes of the rules on past weeks, from stored facts and in memory: results are read by nobody and written by nobody here.
 * What it finds is kept week by week, in transactions of their own, so that whoever waits sees how far it is.
 */
public class Backtests {
    private static final int THREADS = 2;

    private final Contests contests;
    private final Drivers drivers;
    private final PastWeeks past;
    private final KpiBacktest kpis;
    private final RuleChanges changes;
    private final BacktestSink sink;
    private final RulebookShelf shelf;
    private final RuleSettings settings;
    private final TransactionOperations ownTransaction;
    private final Clock clock;

    /** @param ownTransaction begins a new one whether or not the caller is in one */
    public Backtests(
            Contests contests,
            Drivers drivers,
            PastWeeks past,
            KpiBacktest kpis,
            RuleChanges changes,
            BacktestSink sink,
            RulebookShelf shelf,
            RuleSettings settings,
            TransactionOperations ownTransaction,
            Clock clock) {
        this.contests = contests;
        this.drivers = drivers;
        this.past = past;
        this.kpis = kpis;
        this.changes = changes;
        this.sink = sink;
        this.shelf = shelf;
        this.settings = settings;
        this.ownTransaction = ownTransaction;
        this.clock = clock;
    }

    /** A contest with the weeks that a change is tried on, oldest first. */
    private record Stretch(Contest contest, List<IsoWeek> weeks) {}

    /** Runs to its end, to its time limit, or until the change is withdrawn. Again is anew. */
    public Backtest.State run(String changeId) {
        RuleChange change = changes.get(changeId);
        List<Stretch> stretches = stretches();
        Instant startedAt = clock.instant();
        int total =
                stretches.stream().mapToInt(stretch -> stretch.weeks().size()).sum();
        inOwnTransaction(() -> sink.begin(changeId, total, startedAt));
        SortedMap<String, Long> fired = new ConcurrentSkipListMap<>();
        Backtest.State end = compare(change, stretches, fired, startedAt.plus(settings.backtestWithin()));
        inOwnTransaction(() -> sink.end(changeId, end, fired, clock.instant()));
        return end;
    }

    private List<Stretch> stretches() {
        return contests.list().stream()
                .filter(contest -> contest.method() == ScoringMethod.ABSOLUTE)
                .map(contest -> new Stretch(contest, weeks(contest)))
                .toList();
    }

    private List<IsoWeek> weeks(Contest contest) {
        return past.list(contest.id()).stream()
                .filter(batch -> batch.state() == Batch.State.PUBLISHED || batch.state() == Batch.State.CLOSED)
                .map(Batch::week)
                .sorted(Comparator.reverseOrder())
                .limit(settings.backtestWeeks())
                .sorted()
                .toList();
    }

    private Backtest.State compare(
            RuleChange change, List<Stretch> stretches, SortedMap<String, Long> fired, Instant until) {
        Rulebook before = shelf.version(change.base());
        Rulebook after = Tally.counted(shelf.version(change.version()), fired);
        double fromMps2 = Math.min(DriverWeeks.lowestThresholdMps2(before), DriverWeeks.lowestThresholdMps2(after));
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            for (Stretch stretch : stretches) {
                Rescoring rescoring = new Rescoring(stretch.contest().id(), before, after);
                Function<IsoWeek, WeekFacts> facts = past.factsOf(stretch.contest(), fromMps2);
                if (!compare(change.id(), stretch, facts, rescoring, threads, until)) {
                    return Backtest.State.STOPPED;
                }
            }
        } finally {
            threads.shutdownNow();
        }
        return countActivity(change.id(), before, after, until) ? Backtest.State.DONE : Backtest.State.STOPPED;
    }

    /** @return whether there was time for it */
    private boolean countActivity(String changeId, Rulebook before, Rulebook after, Instant until) {
        try {
            List<BacktestKpi> figures = kpis.compare(before, after, () -> checkTime(until));
            inOwnTransaction(() -> sink.addKpis(changeId, figures));
            return true;
        } catch (TimeIsOver tooLong) {
            return false;
        }
    }

    /** Weeks are scored side by side, the facts of one at a time in each thread, and compared in their order. */
    private boolean compare(
            String changeId,
            Stretch stretch,
            Function<IsoWeek, WeekFacts> facts,
            Rescoring rescoring,
            ExecutorService threads,
            Instant until) {
        Contest contest = stretch.contest();
        Map<String, Driver> people = drivers.listBySite(contest.siteId()).stream()
                .collect(Collectors.toMap(Driver::id, Function.identity()));
        Map<IsoWeek, Future<Scored>> scoring = new LinkedHashMap<>();
        stretch.weeks()
                .forEach(week -> scoring.put(
                        week, threads.submit(() -> rescoring.score(facts.apply(week), () -> checkTime(until)))));
        for (Map.Entry<IsoWeek, Future<Scored>> week : scoring.entrySet()) {
            Optional<Scored> scored = isWanted(changeId) ? scored(week.getValue()) : Optional.empty();
            if (scored.isEmpty()) {
                return false;
            }
            List<BacktestMove> moves = rescoring.compare(scored.orElseThrow()).stream()
                    .map(line -> move(contest, week.getKey(), people, line))
                    .toList();
            inOwnTransaction(() -> sink.addWeek(changeId, moves));
        }
        return true;
    }

    /** Ends a thread's work when the backtest has taken as long as it may, wherever that thread is. */
    private static final class TimeIsOver extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private void checkTime(Instant until) {
        if (clock.instant().isAfter(until)) {
            throw new TimeIsOver();
        }
    }

    private boolean isWanted(String changeId) {
        return changes.get(changeId).state() == RuleChange.State.PROPOSED;
    }

    /** Empty when time was over before the week was scored. */
    private static Optional<Scored> scored(Future<Scored> week) {
        try {
            return Optional.of(week.get());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("backtest: interrupted while a week was scored; it begins anew", stopped);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof TimeIsOver) {
                return Optional.empty();
            }
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("backtest: a week could not be scored", failed.getCause());
        }
    }

    private static BacktestMove move(Contest contest, IsoWeek week, Map<String, Driver> people, Compared of) {
        String driverId = of.move().driverId();
        Driver driver = people.getOrDefault(driverId, WeekResults.stranger(driverId, contest));
        Optional<String> before = sms(contest, new Line(driver, of.before(), of.placeBefore()));
        Optional<String> after = sms(contest, new Line(driver, of.after(), of.placeAfter()));
        boolean same = before.equals(after);
        return new BacktestMove(
                contest.id(), week, of.move(), same ? Optional.empty() : before, same ? Optional.empty() : after);
    }

    private static Optional<String> sms(Contest contest, Line line) {
        return line.getsMessage() ? Optional.of(line.message(contest)) : Optional.empty();
    }

    private void inOwnTransaction(Runnable work) {
        ownTransaction.executeWithoutResult(status -> work.run());
    }
}
