package org.optimizer.process;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.optimizer.extract.Facts;
import org.optimizer.extract.RelativeScores;
import org.optimizer.extract.Scores;
import org.optimizer.load.RelativeSink;
import org.optimizer.model.Contest;
import org.optimizer.model.DriverScore;
import org.optimizer.model.Exclusion;
import org.optimizer.model.Gradient;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.MovementCurve;
import org.optimizer.model.RelativeRules;
import org.optimizer.model.RelativeScore;
import org.optimizer.model.ScoringMethod;
import org.optimizer.model.ZoneVisit;
import org.optimizer.transform.scoring.relative.Entrant;
import org.optimizer.transform.scoring.relative.References;
import org.optimizer.transform.scoring.relative.RelativeScoring;

/** The relative method, computed whenever a week is ranked: what a relative contest is ranked by, and what stands beside any other. */
public class RelativeResults {
    private final Facts facts;
    private final Scores scores;
    private final RelativeScores relative;
    private final RelativeSink sink;

    public RelativeResults(Facts facts, Scores scores, RelativeScores relative, RelativeSink sink) {
        this.facts = facts;
        this.scores = scores;
        this.relative = relative;
        this.sink = sink;
    }

    /**
     * Scores the drivers of a week against their fleet, and writes the scores in place of those before.
     *
     * @param drivers those of the week, with the leagues they are in
     */
    List<RelativeScore> score(Contest contest, IsoWeek week, List<DriverScore> drivers, RelativeRules rules) {
        List<RelativeScore> scored = compare(contest, week, drivers, rules);
        sink.replace(contest.id(), week, scored);
        return scored;
    }

    /** The same; nothing is written. */
    List<RelativeScore> compare(Contest contest, IsoWeek week, List<DriverScore> drivers, RelativeRules rules) {
        return RelativeScoring.score(
                week,
                entrants(contest, week, drivers),
                references(contest, week),
                relative.listEarlier(contest.id(), week),
                rules);
    }

    private List<Entrant> entrants(Contest contest, IsoWeek week, List<DriverScore> drivers) {
        List<String> vehicles = contest.vehicleIds();
        Map<String, List<MovementCurve>> curves = curves(contest, week);
        Map<String, List<ZoneVisit>> visits = facts.visitsByDriver(vehicles, week.monday(), week.sunday());
        Map<String, List<Gradient>> gradients = facts.gradientsByDriver(vehicles, week.monday(), week.sunday());
        Map<String, Double> shares = relative.secondShares(
                vehicles, firstWeek(contest).monday(), week.sunday(), RelativeScoring.EVERY_SECOND_S);
        Set<String> excluded = excluded(contest, week);
        return drivers.stream()
                .map(driver -> new Entrant(
                        driver.driverId(),
                        driver.facts().league(),
                        excluded.contains(driver.driverId()),
                        shares.getOrDefault(driver.driverId(), 0.0),
                        curves.getOrDefault(driver.driverId(), List.of()),
                        visits.getOrDefault(driver.driverId(), List.of()),
                        gradients.getOrDefault(driver.driverId(), List.of())))
                .toList();
    }

    /** Week by week, without the weeks from which a driver was taken out. */
    private References references(Contest contest, IsoWeek last) {
        References references = new References();
        Stream.iterate(firstWeek(contest), week -> week.plusWeeks(1))
                .takeWhile(week -> week.compareTo(last) <= 0)
                .forEach(week -> add(contest, week, references));
        return references;
    }

    private void add(Contest contest, IsoWeek week, References references) {
        Map<String, List<MovementCurve>> curves = curves(contest, week);
        curves.keySet().removeAll(excluded(contest, week));
        curves.values().forEach(references::add);
    }

    private Map<String, List<MovementCurve>> curves(Contest contest, IsoWeek week) {
        return facts.curvesByDriver(contest.vehicleIds(), week.monday(), week.sunday());
    }

    private Set<String> excluded(Contest contest, IsoWeek week) {
        return scores.listExclusions(contest.id(), week).stream()
                .map(Exclusion::driverId)
                .collect(Collectors.toSet());
    }

    /** Whole weeks, as for every other figure of a contest. */
    private static IsoWeek firstWeek(Contest contest) {
        return IsoWeek.of(contest.firstDay());
    }

    /** By driver, what a relative contest is ranked by in a week; empty for any other contest. */
    Map<String, RelativeScore> ranking(Contest contest, IsoWeek week) {
        return contest.method() == ScoringMethod.RELATIVE
                ? relative.list(contest.id(), week).stream()
                        .collect(Collectors.toMap(RelativeScore::driverId, Function.identity()))
                : Map.of();
    }
}
