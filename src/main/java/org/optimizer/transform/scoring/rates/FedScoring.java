package org.optimizer.transform.scoring.rates;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.optimizer.model.MarkKind;
import org.optimizer.model.MarkScale;
import org.optimizer.model.ProviderMark;
import org.optimizer.model.ProviderScore;
import org.optimizer.model.RateRules;
import org.optimizer.model.Reason;
import org.optimizer.model.VehicleClass;

/**
 * Contests of marks that a provider gave: the mean of the weeks, weighted by distance, is the mark of the contest so far. A
 * week with less than the floor of kilometres counts for nothing: a provider may mark standing still with the best mark.
 */
public final class FedScoring {
    private final Field field;
    private final RateRules rules;

    private FedScoring(Field field, RateRules rules) {
        this.field = field;
        this.rules = rules;
    }

    /** @param marked of all weeks that count, as they stand today */
    public static List<ProviderScore> fullPeriod(Field field, List<Marked> marked, RateRules rules) {
        return new FedScoring(field, rules).score(marked);
    }

    /**
     * @param marked of this week
     * @param earlier the weeks before as they were ranked
     */
    public static List<ProviderScore> weightedWeeks(
            Field field, List<Marked> marked, List<ProviderScore> earlier, RateRules rules) {
        List<Marked> all = new ArrayList<>(earlier.stream()
                .filter(score -> !score.excluded())
                .map(Marked::of)
                .toList());
        all.addAll(marked);
        return new FedScoring(field, rules).score(all);
    }

    /** Lines are for those who have marks this week. */
    private List<ProviderScore> score(List<Marked> marked) {
        Map<VehicleClass, List<ProviderScore>> leagues =
                marked.stream().collect(groupingBy(Marked::entrant, TreeMap::new, toList())).entrySet().stream()
                        .filter(entry -> entry.getValue().stream().anyMatch(this::isOfThisWeek))
                        .map(entry -> score(entry.getKey(), entry.getValue()))
                        .collect(groupingBy(ProviderScore::league, TreeMap::new, toList()));
        return leagues.values().stream()
                .flatMap(league -> Placing.placed(league).stream())
                .toList();
    }

    private boolean isOfThisWeek(Marked week) {
        return week.week().equals(field.week());
    }

    private ProviderScore score(String entrant, List<Marked> all) {
        List<Marked> now = all.stream().filter(this::isOfThisWeek).toList();
        List<Marked> counting = all.stream().filter(this::counts).toList();
        List<Marked> countingNow = now.stream().filter(this::counts).toList();
        boolean excluded = field.isExcluded(entrant);
        List<ProviderMark> marks = excluded
                ? List.of()
                : Stream.of(MarkKind.values())
                        .map(kind -> mark(kind, all, now, counting, countingNow))
                        .toList();
        Optional<BigDecimal> global = excluded ? Optional.empty() : global(counting);
        return new ProviderScore(
                entrant,
                field.week(),
                field.league(entrant),
                excluded,
                sum(now, Marked::km),
                sum(counting, Marked::km),
                sum(now, Marked::drivingH),
                marks,
                excluded ? Optional.empty() : global(countingNow),
                global,
                (int) MarkScale.HIGHEST,
                Optional.empty(),
                0,
                global.isPresent() ? Optional.empty() : Optional.of(whyNot(excluded, all, counting)));
    }

    /** An unknown distance is no reason to leave a week out. */
    private boolean counts(Marked week) {
        return !(week.km() < rules.floorKm());
    }

    private static ProviderMark mark(
            MarkKind kind, List<Marked> all, List<Marked> now, List<Marked> counting, List<Marked> countingNow) {
        return new ProviderMark(
                kind,
                events(now, kind),
                events(all, kind),
                Double.NaN,
                Double.NaN,
                Means.weighted(countingNow, week -> week.marks().get(kind)).map(Means::twoDecimals),
                Means.weighted(counting, week -> week.marks().get(kind)).map(Means::twoDecimals));
    }

    /** NaN as soon as one week does not say. */
    private static double events(List<Marked> weeks, MarkKind kind) {
        return weeks.stream()
                .mapToDouble(week -> week.events().getOrDefault(kind, Double.NaN))
                .sum();
    }

    private static double sum(List<Marked> weeks, ToDoubleFunction<Marked> value) {
        return weeks.stream().mapToDouble(value).sum();
    }

    /** The provider's own, put together; a week without one has the mean of its marks. */
    private static Optional<BigDecimal> global(List<Marked> weeks) {
        return Means.weighted(weeks, FedScoring::global).map(Means::twoDecimals);
    }

    private static double global(Marked week) {
        return Double.isNaN(week.global()) ? meanMark(week) : week.global();
    }

    private static double meanMark(Marked week) {
        return week.marks().values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(Double.NaN);
    }

    private Reason whyNot(boolean excluded, List<Marked> all, List<Marked> counting) {
        return excluded || counting.isEmpty()
                ? Placing.whyNot(excluded, sum(all, Marked::km), rules.floorKm())
                : new Reason("no-marks", 0, 0, "");
    }
}
