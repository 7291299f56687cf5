package org.optimizer.process;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.optimizer.extract.RuleChanges;
import org.optimizer.extract.Scores;
import org.optimizer.load.ShadowSink;
import org.optimizer.model.Batch;
import org.optimizer.model.Contest;
import org.optimizer.model.DriverScore;
import org.optimizer.model.RescoredWeek;
import org.optimizer.model.RuleChange;
import org.optimizer.model.ScoreMove;
import org.optimizer.model.ScoringMethod;
import org.optimizer.model.ShadowWeek;
import org.optimizer.model.Standing;
import org.optimizer.rules.RulebookShelf;
import org.optimizer.transform.scoring.Rescoring;
import org.optimizer.transform.scoring.Rescoring.WeekFacts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Scores each week that is ranked with the changes of the rules on trial as well: from the same facts, in memory, kept where no
 * result is. Whatever goes wrong is a note on the change; the contest goes on.
 */
public class ShadowScores {
    private static final Logger LOG = LoggerFactory.getLogger(ShadowScores.class);
    private static final int LONGEST_PROBLEM = 1000;

    private final PastWeeks weeks;
    private final Scores scores;
    private final RuleChanges changes;
    private final ShadowSink sink;
    private final RulebookShelf shelf;
    private final Duration within;
    private final TransactionOperations ownTransaction;
    private final Clock clock;

    /**
     * @param within how long one change may take for a week
     * @param ownTransaction begins a new one whether or not the caller is in one: what fails in it is undone without the caller
     */
    public ShadowScores(
            PastWeeks weeks,
            Scores scores,
            RuleChanges changes,
            ShadowSink sink,
            RulebookShelf shelf,
            Duration within,
            TransactionOperations ownTransaction,
            Clock clock) {
        this.weeks = weeks;
        this.scores = scores;
        this.changes = changes;
        this.sink = sink;
        this.shelf = shelf;
        this.within = within;
        this.ownTransaction = ownTransaction;
        this.clock = clock;
    }

    /** Scores a week that was just ranked; never throws. */
    void score(Contest contest, Batch batch) {
        if (contest.method() != ScoringMethod.ABSOLUTE) {
            return;
        }
        try {
            changes.list().stream()
                    .filter(change -> change.state() == RuleChange.State.TRIAL)
                    .forEach(trial -> score(trial, contest, batch));
        } catch (RuntimeException failed) {
            LOG.warn("week {}: changes of the rules on trial are not scored: {}", batch.businessKey(), failed, failed);
        }
    }

    private void score(RuleChange trial, Contest contest, Batch batch) {
        try {
            WeekFacts facts = weeks.factsOf(contest).apply(batch.week());
            Rescoring rescoring =
                    new Rescoring(contest.id(), shelf.version(batch.rulebook()), shelf.version(trial.version()));
            RescoredWeek scored = inTime(() -> rescoring.rescore(facts));
            keep(trial, batch, Optional.empty(), besideReal(batch, scored.moves()));
            LOG.info("week {}: scored with change {} on trial as well", batch.businessKey(), trial.id());
        } catch (RuntimeException failed) {
            LOG.warn("week {}: change {} on trial is not scored", batch.businessKey(), trial.id(), failed);
            keep(trial, batch, Optional.of(shortly(failed)), List.of());
        }
    }

    private static String shortly(RuntimeException failed) {
        String text = String.valueOf(failed.getMessage());
        return text.substring(0, Math.min(text.length(), LONGEST_PROBLEM));
    }

    /** On a thread of its own, as nobody can stop rules that go on and on. */
    private <T> T inTime(Callable<T> work) {
        ExecutorService thread = Executors.newSingleThreadExecutor(run -> {
            Thread daemon = new Thread(run, "shadow-scores");
            daemon.setDaemon(true);
            return daemon;
        });
        try {
            return thread.submit(work).get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            throw new IllegalStateException("the change was still at it after " + within + " and was given up", slow);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted; the week can be ranked again", stopped);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(String.valueOf(failed.getCause()), failed.getCause());
        } finally {
            thread.shutdownNow();
        }
    }

    /** The other side is what was really ranked, not what it would be when made again. */
    private List<ScoreMove> besideReal(Batch batch, List<ScoreMove> moves) {
        Map<String, DriverScore> real = scores.list(batch.contestId(), batch.week()).stream()
                .collect(Collectors.toMap(DriverScore::driverId, Function.identity()));
        Map<String, Standing> places = scores.listStandings(batch.contestId(), batch.week()).stream()
                .collect(Collectors.toMap(Standing::driverId, Function.identity()));
        return moves.stream()
                .map(move -> besideReal(
                        move,
                        Optional.ofNullable(real.get(move.driverId())).flatMap(DriverScore::score),
                        Optional.ofNullable(places.get(move.driverId())).flatMap(Standing::rank)))
                .toList();
    }

    private static ScoreMove besideReal(ScoreMove move, Optional<BigDecimal> score, Optional<Integer> place) {
        return new ScoreMove(
                move.driverId(),
                move.league(),
                score,
                move.scoreAfter(),
                place,
                move.rankAfter(),
                move.gained(),
                move.lost(),
                move.harder(),
                move.milder());
    }

    private void keep(RuleChange trial, Batch batch, Optional<String> problem, List<ScoreMove> moves) {
        ShadowWeek week = new ShadowWeek(trial.id(), batch.contestId(), batch.week(), clock.instant(), problem, moves);
        ownTransaction.executeWithoutResult(status -> sink.replace(week));
    }
}
