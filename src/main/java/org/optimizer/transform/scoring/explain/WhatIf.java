package org.optimizer.transform.scoring.explain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.optimizer.model.DriverWeek;
import org.optimizer.model.Feature;
import org.optimizer.model.FleetMean;
import org.optimizer.model.Mark;
import org.optimizer.model.MarkKind;
import org.optimizer.model.Rulebook;
import org.optimizer.model.ScoredEvent;
import org.optimizer.model.WeekVerdict;

/** Asks the rules what a week would be worth if something in it were different. */
final class WhatIf {
    private final DriverWeek week;
    private final FleetMean average;
    private final Rulebook rulebook;
    private final WeekVerdict asItWas;
    private final Map<EventSums, WeekVerdict> without = new HashMap<>();

    WhatIf(DriverWeek week, FleetMean average, Rulebook rulebook) {
        this.week = week;
        this.average = average;
        this.rulebook = rulebook;
        this.asItWas = rulebook.judge(week);
    }

    /** How much higher the week would be without these events, points of 100; 0 for a week without a score. */
    double gainWithout(List<ScoredEvent> events) {
        return score(verdictWithout(events)) - score(asItWas);
    }

    /** How much higher a mark would be without these events, points of 100. */
    double markGainWithout(List<ScoredEvent> events, MarkKind kind) {
        return mark(verdictWithout(events), kind) - mark(asItWas, kind);
    }

    /** A feature's value without these events. */
    double valueWithout(List<ScoredEvent> events, Feature feature) {
        return weekWithout(EventSums.of(events)).features().get(feature);
    }

    /** How much higher the week would be with this value, points of 100. */
    double gainWith(Feature feature, double value) {
        return score(rulebook.judge(WeekAgain.with(feature, value, week))) - score(asItWas);
    }

    /** Events with the same points make the same week: it is judged once. */
    private WeekVerdict verdictWithout(List<ScoredEvent> events) {
        return without.computeIfAbsent(EventSums.of(events), sums -> rulebook.judge(weekWithout(sums)));
    }

    private DriverWeek weekWithout(EventSums sums) {
        return WeekAgain.with(WeekAgain.kept(week).minus(sums), week, average, rulebook);
    }

    private static double score(WeekVerdict verdict) {
        return verdict.score().orElse(0);
    }

    private static double mark(WeekVerdict verdict, MarkKind kind) {
        return verdict.marks().stream()
                .filter(mark -> mark.kind() == kind)
                .mapToDouble(Mark::points)
                .findFirst()
                .orElse(0);
    }
}
