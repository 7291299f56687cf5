package org.optimizer.transform.scoring.rates;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.optimizer.model.MarkKind;
import org.optimizer.model.ProviderMark;
import org.optimizer.model.ProviderScore;
import org.optimizer.model.RateRules;
import org.optimizer.model.VehicleClass;
import org.optimizer.transform.scoring.relative.PercentileMarks;

/**
 * The Globo method of 2019 with its faults mended: weighted events for so many miles, marked by the place in the fleet of the
 * league; who has no distance is not ranked and nothing is divided by it; the global is made of the marks.
 */
public final class RateScoring {
    /** As the scripts of 2019 had it. */
    static final double MILES_PER_KM = 0.6214;

    private static final int GLOBAL_OF = 30;

    private final Field field;
    private final RateRules rules;

    private RateScoring(Field field, RateRules rules) {
        this.field = field;
        this.rules = rules;
    }

    /**
     * Everything since the contest's first day, marked at once. Who has no count this week stays in the fleet that marks are a
     * place in, but has no line.
     *
     * @param counted of all weeks that count
     */
    public static List<ProviderScore> fullPeriod(Field field, List<Counted> counted, RateRules rules) {
        RateScoring scoring = new RateScoring(field, rules);
        Map<String, Sum> toDate = scoring.sums(counted, any -> true);
        Map<String, Sum> now = scoring.sums(counted, one -> one.week().equals(field.week()));
        return scoring.byLeague(
                toDate,
                (entrant, marks) -> now.containsKey(entrant)
                        ? Stream.of(scoring.whole(entrant, now.get(entrant), toDate.get(entrant), marks))
                        : Stream.empty());
    }

    /**
     * This week marked by itself, and its marks put together with those of the weeks before, weighted by distance.
     *
     * @param counted of this week
     * @param earlier the weeks before as they were ranked
     */
    public static List<ProviderScore> weightedWeeks(
            Field field, List<Counted> counted, List<ProviderScore> earlier, RateRules rules) {
        RateScoring scoring = new RateScoring(field, rules);
        Map<String, Sum> now = scoring.sums(counted, one -> one.week().equals(field.week()));
        Map<String, List<ProviderScore>> before =
                earlier.stream().filter(score -> !score.excluded()).collect(groupingBy(ProviderScore::driverId));
        return scoring.byLeague(
                now,
                (entrant, marks) -> Stream.of(
                        scoring.weighted(entrant, now.get(entrant), before.getOrDefault(entrant, List.of()), marks)));
    }

    /** What one has in all; the distance and the events of weeks without a distance are not in it. */
    private record Sum(double km, Map<MarkKind, Double> events, Map<MarkKind, Double> eventsSeen) {

        double rate(MarkKind kind, RateRules rules) {
            return events.get(kind) * rules.weight(kind) * rules.perMiles() / (km * MILES_PER_KM);
        }
    }

    private Map<String, Sum> sums(List<Counted> counted, Predicate<Counted> wanted) {
        return counted.stream()
                .filter(wanted)
                .collect(groupingBy(Counted::entrant, TreeMap::new, java.util.stream.Collectors.toList()))
                .entrySet()
                .stream()
                .collect(toMap(Map.Entry::getKey, entry -> sum(entry.getValue()), (one, other) -> one, TreeMap::new));
    }

    private static Sum sum(List<Counted> all) {
        List<Counted> driven = all.stream().filter(Counted::hasDistance).toList();
        return new Sum(driven.stream().mapToDouble(Counted::km).sum(), events(driven), events(all));
    }

    private static Map<MarkKind, Double> events(List<Counted> counted) {
        return Stream.of(MarkKind.values()).collect(toMap(kind -> kind, kind -> counted.stream()
                .mapToDouble(one -> one.events(kind))
                .sum()));
    }

    /** A mark of the fleet, with what it is made of. */
    private record Placed(double rate, double percentile, Optional<Integer> mark) {
        static final Placed NONE = new Placed(Double.NaN, Double.NaN, Optional.empty());
    }

    private interface Line {
        Stream<ProviderScore> of(String entrant, Map<MarkKind, Placed> marks);
    }

    private List<ProviderScore> byLeague(Map<String, Sum> sums, Line line) {
        Map<VehicleClass, List<String>> leagues = sums.keySet().stream()
                .collect(groupingBy(field::league, TreeMap::new, java.util.stream.Collectors.toList()));
        List<ProviderScore> scores = new ArrayList<>();
        for (List<String> league : leagues.values()) {
            Map<String, Map<MarkKind, Placed>> marks = marks(league, sums);
            scores.addAll(Placing.placed(league.stream()
                    .flatMap(entrant -> line.of(entrant, marks.get(entrant)))
                    .toList()));
        }
        return scores;
    }

    private Map<String, Map<MarkKind, Placed>> marks(List<String> league, Map<String, Sum> sums) {
        Map<MarkKind, Map<String, Double>> fleets =
                Stream.of(MarkKind.values()).collect(toMap(kind -> kind, kind -> fleet(kind, league, sums)));
        return league.stream().collect(toMap(entrant -> entrant, entrant -> Stream.of(MarkKind.values())
                .collect(toMap(kind -> kind, kind -> place(entrant, fleets.get(kind))))));
    }

    /** The rates of those who are compared. */
    private Map<String, Double> fleet(MarkKind kind, List<String> league, Map<String, Sum> sums) {
        return league.stream()
                .filter(entrant -> !field.isExcluded(entrant))
                .filter(entrant -> sums.get(entrant).km() >= rules.floorKm())
                .collect(toMap(entrant -> entrant, entrant -> sums.get(entrant).rate(kind, rules)));
    }

    private static Placed place(String entrant, Map<String, Double> fleet) {
        if (!fleet.containsKey(entrant)) {
            return Placed.NONE;
        }
        double rate = fleet.get(entrant);
        double percentile = PercentileMarks.percentile(rate, fleet);
        return new Placed(rate, percentile, Optional.of(PercentileMarks.mark(percentile)));
    }

    private ProviderScore whole(String entrant, Sum now, Sum toDate, Map<MarkKind, Placed> placed) {
        List<ProviderMark> marks = Stream.of(MarkKind.values())
                .map(kind -> new ProviderMark(
                        kind,
                        now.eventsSeen().get(kind),
                        toDate.eventsSeen().get(kind),
                        placed.get(kind).rate(),
                        placed.get(kind).percentile(),
                        Optional.empty(),
                        placed.get(kind).mark().map(BigDecimal::valueOf)))
                .toList();
        return score(entrant, now.km(), toDate.km(), marks, Optional.empty());
    }

    private ProviderScore weighted(String entrant, Sum now, List<ProviderScore> before, Map<MarkKind, Placed> placed) {
        List<Marked> weeks = new ArrayList<>(before.stream().map(Marked::of).toList());
        weeks.add(new Marked(
                entrant,
                field.week(),
                whole(placed),
                Double.NaN,
                Map.of(),
                now.km() * Counted.M_PER_KM,
                Double.NaN,
                1));
        List<Marked> marked =
                weeks.stream().filter(week -> !week.marks().isEmpty()).toList();
        List<ProviderMark> marks = Stream.of(MarkKind.values())
                .map(kind -> new ProviderMark(
                        kind,
                        now.eventsSeen().get(kind),
                        now.eventsSeen().get(kind) + earlierEvents(before, kind),
                        placed.get(kind).rate(),
                        placed.get(kind).percentile(),
                        placed.get(kind).mark().map(BigDecimal::valueOf),
                        Means.weighted(marked, week -> week.marks().get(kind)).map(Means::twoDecimals)))
                .toList();
        double km = marked.stream().mapToDouble(Marked::km).sum();
        return score(entrant, now.km(), km, marks, sum(marks.stream().map(ProviderMark::weekMark)));
    }

    private static Map<MarkKind, Double> whole(Map<MarkKind, Placed> placed) {
        return placed.entrySet().stream()
                .filter(entry -> entry.getValue().mark().isPresent())
                .collect(toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().mark().orElseThrow().doubleValue()));
    }

    private static double earlierEvents(List<ProviderScore> before, MarkKind kind) {
        return before.stream()
                .flatMap(score -> score.mark(kind).stream())
                .mapToDouble(ProviderMark::weekEvents)
                .sum();
    }

    private ProviderScore score(
            String entrant, double weekKm, double km, List<ProviderMark> marks, Optional<BigDecimal> weekGlobal) {
        boolean excluded = field.isExcluded(entrant);
        Optional<BigDecimal> global =
                excluded ? Optional.empty() : sum(marks.stream().map(ProviderMark::mark));
        return new ProviderScore(
                entrant,
                field.week(),
                field.league(entrant),
                excluded,
                weekKm,
                km,
                Double.NaN,
                excluded ? List.of() : marks,
                excluded ? Optional.empty() : weekGlobal,
                global,
                GLOBAL_OF,
                Optional.empty(),
                0,
                global.isPresent()
                        ? Optional.empty()
                        : Optional.of(Placing.whyNot(excluded, Math.max(weekKm, km), rules.floorKm())));
    }

    /** The global comes after the marks: their sum, when all three are there. */
    private static Optional<BigDecimal> sum(Stream<Optional<BigDecimal>> marks) {
        return marks.reduce(Optional.of(BigDecimal.ZERO), (sum, mark) -> sum.flatMap(before -> mark.map(before::add)))
                .map(sum -> sum.setScale(2, RoundingMode.HALF_UP));
    }
}
