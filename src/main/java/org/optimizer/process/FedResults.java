package org.optimizer.process;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.optimizer.extract.Contests;
import org.optimizer.extract.Periods;
import org.optimizer.extract.ProviderScores;
import org.optimizer.extract.Scores;
import org.optimizer.load.ContestSink;
import org.optimizer.load.ProviderScoreSink;
import org.optimizer.model.Batch;
import org.optimizer.model.Contest;
import org.optimizer.model.Exclusion;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.ProviderScore;
import org.optimizer.model.RateRules;
import org.optimizer.model.ScorePlan;
import org.optimizer.model.ScorePlan.Entrants;
import org.optimizer.model.ScorePlan.Strategy;
import org.optimizer.model.ScoringMethod;
import org.optimizer.rules.RulebookShelf;
import org.optimizer.transform.scoring.rates.Counted;
import org.optimizer.transform.scoring.rates.FedScoring;
import org.optimizer.transform.scoring.rates.Field;
import org.optimizer.transform.scoring.rates.Marked;
import org.optimizer.transform.scoring.rates.ProviderStandings;
import org.optimizer.transform.scoring.rates.RateScoring;

/** Makes marks of what providers counted or marked, whenever a week is scored or ranked. */
public class FedResults {
    private final Contests contests;
    private final Scores scores;
    private final Periods periods;
    private final ProviderScores earlier;
    private final FedFleet fleet;
    private final ContestSink contestSink;
    private final ProviderScoreSink sink;
    private final RulebookShelf shelf;

    public FedResults(
            Contests contests,
            Scores scores,
            Periods periods,
            ProviderScores earlier,
            FedFleet fleet,
            ContestSink contestSink,
            ProviderScoreSink sink,
            RulebookShelf shelf) {
        this.contests = contests;
        this.scores = scores;
        this.periods = periods;
        this.earlier = earlier;
        this.fleet = fleet;
        this.contestSink = contestSink;
        this.sink = sink;
        this.shelf = shelf;
    }

    /** Scores everybody of a week and writes the scores in place of those before. */
    List<ProviderScore> score(Contest contest, Batch batch) {
        IsoWeek week = batch.week();
        List<ProviderScore> scored = compute(contest, week, rules(contest, batch));
        sink.replace(contest.id(), week, scored);
        contestSink.saveScores(
                contest.id(),
                week,
                scored.stream()
                        .map(score -> ProviderStandings.driverScore(contest.id(), score, batch.rulebook()))
                        .toList());
        return scored;
    }

    private List<ProviderScore> compute(Contest contest, IsoWeek week, RateRules rules) {
        ScorePlan plan = contest.plan().orElseThrow();
        FedFleet.LogIns logIns = fleet.logIns(contest, week, rules.logInH());
        Field field = fleet.field(contest, week, logIns, excluded(contest, week));
        Span span = new Span(contest, plan, week, logIns, new HashMap<>(), cancelled(contest));
        boolean whole = plan.strategy() == Strategy.FULL_PERIOD;
        if (contest.method() == ScoringMethod.EVENT_RATES) {
            return whole
                    ? RateScoring.fullPeriod(field, counted(span), rules)
                    : RateScoring.weightedWeeks(field, counted(span), earlier.listEarlier(contest.id(), week), rules);
        }
        return whole
                ? FedScoring.fullPeriod(field, marked(span), rules)
                : FedScoring.weightedWeeks(field, marked(span), earlier.listEarlier(contest.id(), week), rules);
    }

    /**
     * What is looked at.
     *
     * @param excluded by week, filled as it is asked for
     * @param cancelled weeks that count for nothing
     */
    private record Span(
            Contest contest,
            ScorePlan plan,
            IsoWeek week,
            FedFleet.LogIns logIns,
            Map<IsoWeek, Set<String>> excluded,
            Set<IsoWeek> cancelled) {

        IsoWeek first() {
            return plan.strategy() == Strategy.FULL_PERIOD ? IsoWeek.of(contest.firstDay()) : week;
        }

        /** Whose a row is, with his share of it. */
        Map<String, Double> entrants(String entityId, IsoWeek of) {
            return plan.entrants() == Entrants.DRIVERS_BY_LOG_IN ? logIns.shares(entityId, of) : Map.of(entityId, 1.0);
        }
    }

    private List<Counted> counted(Span span) {
        return periods
                .listCounts(
                        span.plan().source(),
                        span.plan().entrants().asked(),
                        fleet.asked(span.contest()),
                        span.first(),
                        span.week())
                .stream()
                .flatMap(count -> entrants(span, count.entityId(), count.week())
                        .map(entrant -> Counted.of(count, entrant.getKey(), entrant.getValue())))
                .toList();
    }

    private List<Marked> marked(Span span) {
        return periods
                .listScores(
                        span.plan().source(),
                        span.plan().entrants().asked(),
                        fleet.asked(span.contest()),
                        span.first(),
                        span.week())
                .stream()
                .flatMap(score -> entrants(span, score.entityId(), score.week())
                        .map(entrant -> Marked.of(score, entrant.getKey(), entrant.getValue())))
                .toList();
    }

    /** An earlier week from which one was taken out, or that was cancelled, counts for nothing; this one's are shown. */
    private Stream<Map.Entry<String, Double>> entrants(Span span, String entityId, IsoWeek week) {
        if (span.cancelled().contains(week) && !week.equals(span.week())) {
            return Stream.empty();
        }
        return span.entrants(entityId, week).entrySet().stream()
                .filter(entrant ->
                        week.equals(span.week()) || !excluded(span, week).contains(entrant.getKey()));
    }

    private Set<String> excluded(Span span, IsoWeek week) {
        return span.excluded().computeIfAbsent(week, each -> excluded(span.contest(), each));
    }

    private Set<String> excluded(Contest contest, IsoWeek week) {
        return scores.listExclusions(contest.id(), week).stream()
                .map(Exclusion::driverId)
                .collect(toSet());
    }

    private Set<IsoWeek> cancelled(Contest contest) {
        return contests.listBatches(contest.id()).stream()
                .filter(batch -> batch.state() == Batch.State.CANCELLED)
                .map(Batch::week)
                .collect(toSet());
    }

    /** The figures that judge a week, as they were pinned. */
    public RateRules rules(Contest contest, Batch batch) {
        return shelf.version(batch.rulebook()).rates(contest.siteId());
    }

    /** By driver, what a contest of a provider is ranked by in a week; empty for any other contest. */
    public Map<String, ProviderScore> ranking(Contest contest, IsoWeek week) {
        return contest.method().isProvided()
                ? earlier.list(contest.id(), week).stream().collect(toMap(ProviderScore::driverId, Function.identity()))
                : Map.of();
    }
}
