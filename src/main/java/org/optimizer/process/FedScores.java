package org.optimizer.process;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;
import org.optimizer.extract.PeriodSource;
import org.optimizer.extract.PeriodSource.Answer;
import org.optimizer.extract.PeriodSource.Question;
import org.optimizer.extract.Periods;
import org.optimizer.load.EtlRunSink;
import org.optimizer.load.PeriodSink;
import org.optimizer.model.Contest;
import org.optimizer.model.EtlRun;
import org.optimizer.model.EventCount;
import org.optimizer.model.IntakeCount;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.PeriodScore;
import org.optimizer.model.ScorePlan;
import org.optimizer.model.ScorePlan.Strategy;
import org.optimizer.model.ScoreRef;
import org.optimizer.model.ScoredEntity;
import org.optimizer.model.ScoringMethod;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetches the counts and marks of contests whose source is a provider. */
public class FedScores {
    private static final Logger LOG = LoggerFactory.getLogger(FedScores.class);
    private static final String LOGGED_AS = "fetch-scores-";

    private final FedFleet fleet;
    private final Map<String, PeriodSource> sources;
    private final PushedWeeks pushed;
    private final Periods periods;
    private final PeriodSink sink;
    private final EtlRunSink etlRuns;
    private final Retries retries;
    private final Clock clock;

    /**
     * How often a failed step is tried again, as the engine has it.
     *
     * @param usual of any step
     * @param provider of the step that asks a provider: such as {@code R96/PT1H}, every hour for four days
     */
    public record Retries(String usual, String provider) {}

    public FedScores(
            FedFleet fleet,
            List<PeriodSource> sources,
            PushedWeeks pushed,
            Periods periods,
            PeriodSink sink,
            EtlRunSink etlRuns,
            Retries retries,
            Clock clock) {
        this.fleet = fleet;
        this.sources = sources.stream().collect(toMap(PeriodSource::name, Function.identity()));
        this.pushed = pushed;
        this.periods = periods;
        this.sink = sink;
        this.etlRuns = etlRuns;
        this.retries = retries;
        this.clock = clock;
    }

    /**
     * Asks the contest's provider for a week; where the whole contest is computed again, for every week up to it. Twice is
     * once. Of a source that is not asked, the marks it pushed are there already, and its events
     * are counted.
     *
     * @throws org.optimizer.extract.ScoreSourceException when the provider does not answer as it should, or has not closed a week
     */
    void fetch(Contest contest, IsoWeek week) {
        ScorePlan plan = contest.plan().orElseThrow();
        if (contest.method() == ScoringMethod.FED_SCORES && !sources.containsKey(plan.source())) {
            return;
        }
        List<ScoreRef> refs = refs(plan, fleet.asked(contest));
        weeks(contest, week).forEach(each -> fetch(contest, plan, refs, each));
    }

    private static Stream<IsoWeek> weeks(Contest contest, IsoWeek last) {
        IsoWeek first =
                contest.plan().orElseThrow().strategy() == Strategy.FULL_PERIOD ? IsoWeek.of(contest.firstDay()) : last;
        return Stream.iterate(first, week -> week.plusWeeks(1)).takeWhile(week -> week.compareTo(last) <= 0);
    }

    private List<ScoreRef> refs(ScorePlan plan, List<String> ids) {
        ScoredEntity entity = plan.entrants().asked();
        Map<String, ScoreRef> known = periods.listRefs(plan.source(), entity).stream()
                .collect(toMap(ScoreRef::entityId, Function.identity()));
        return ids.stream()
                .distinct()
                .map(id -> known.getOrDefault(id, new ScoreRef(plan.source(), entity, id, id)))
                .toList();
    }

    private void fetch(Contest contest, ScorePlan plan, List<ScoreRef> refs, IsoWeek week) {
        Instant startedAt = clock.instant();
        ScoredEntity entity = plan.entrants().asked();
        Answer answer = ask(plan.source(), new Question(entity, refs, week, fleet.zone(contest), startedAt));
        List<String> ids = refs.stream().map(ScoreRef::entityId).toList();
        IntakeCount count = compared(
                        answer.counts(),
                        periods.listCounts(plan.source(), entity, ids, week, week),
                        EventCount::entityId,
                        FedScores::isSame)
                .plus(compared(
                        answer.scores(),
                        periods.listScores(plan.source(), entity, ids, week, week),
                        PeriodScore::entityId,
                        FedScores::isSame))
                .plus(new IntakeCount(0, 0, 0, answer.refused(), 0, 0));
        sink.saveCounts(answer.counts());
        sink.saveScores(answer.scores());
        long durationMs = Duration.between(startedAt, clock.instant()).toMillis();
        etlRuns.add(new EtlRun(
                LOGGED_AS + plan.source(), null, week.monday(), week.sunday(), startedAt, durationMs, count));
        LOG.info(
                "week {}/{}: {} rows of {}, {} of them not usable",
                week,
                contest.id(),
                count.received(),
                plan.source(),
                count.rejected());
    }

    private Answer ask(String name, Question question) {
        PeriodSource source = sources.get(name);
        return source == null ? pushed.count(name, question) : source.read(question);
    }

    private static <T> IntakeCount compared(
            List<T> given, List<T> stored, Function<T, String> key, BiPredicate<T, T> isSame) {
        Map<String, T> before = stored.stream().collect(toMap(key, Function.identity()));
        long known =
                given.stream().filter(row -> before.containsKey(key.apply(row))).count();
        long same = given.stream()
                .filter(row -> Optional.ofNullable(before.get(key.apply(row)))
                        .filter(old -> isSame.test(row, old))
                        .isPresent())
                .count();
        return new IntakeCount(given.size() - known, known - same, same, 0, 0, 0);
    }

    private static boolean isSame(EventCount one, EventCount other) {
        return one.events().equals(other.events()) && Double.compare(one.distanceM(), other.distanceM()) == 0;
    }

    private static boolean isSame(PeriodScore one, PeriodScore other) {
        return one.marks().equals(other.marks())
                && one.events().equals(other.events())
                && Double.compare(one.global(), other.global()) == 0
                && Double.compare(one.distanceM(), other.distanceM()) == 0
                && Double.compare(one.drivingS(), other.drivingS()) == 0;
    }

    String retries(Contest contest) {
        return contest.method().isProvided() ? retries.provider() : retries.usual();
    }

    /** Whether anything is known of the week. */
    boolean hasData(Contest contest, IsoWeek week) {
        ScorePlan plan = contest.plan().orElseThrow();
        ScoredEntity entity = plan.entrants().asked();
        List<String> ids = fleet.asked(contest);
        return contest.method() == ScoringMethod.EVENT_RATES
                ? !periods.listCounts(plan.source(), entity, ids, week, week).isEmpty()
                : !periods.listScores(plan.source(), entity, ids, week, week).isEmpty();
    }
}
