package org.optimizer.transform.scoring.relative;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.MarkKind;
import org.optimizer.model.MovementCurve;
import org.optimizer.model.Reason;
import org.optimizer.model.RelativeMark;
import org.optimizer.model.RelativeRules;
import org.optimizer.model.RelativeScore;
import org.optimizer.model.VehicleClass;
import org.optimizer.transform.scoring.Places;

/**
 * The relative method: each driver's raw scores of the week against the fleet, put together with those of the weeks before,
 * marked by his place in the fleet of his league, and ranked. Read it first.
 */
public final class RelativeScoring {
    /** Median interval of a trip up to which it was recorded once a second, give or take half, s. */
    public static final double EVERY_SECOND_S = 1.5;

    private final IsoWeek week;
    private final References references;
    private final EarlierBatches earlier;
    private final RelativeRules rules;

    private RelativeScoring(IsoWeek week, References references, EarlierBatches earlier, RelativeRules rules) {
        this.week = week;
        this.references = references;
        this.earlier = earlier;
        this.rules = rules;
    }

    /**
     * Scores in order of league, rank and driver, those not ranked last.
     *
     * @param entrants the drivers of this week
     * @param references of all curves from the contest's first day to this week's Sunday
     * @param batches what earlier weeks of the contest gave, any order; drivers who are absent this week stay in the fleet
     *     that marks are a place in, but are not ranked
     */
    public static List<RelativeScore> score(
            IsoWeek week,
            List<Entrant> entrants,
            References references,
            List<RelativeScore> batches,
            RelativeRules rules) {
        RelativeScoring scoring = new RelativeScoring(week, references, new EarlierBatches(batches), rules);
        Map<VehicleClass, List<Entrant>> leagues =
                entrants.stream().collect(Collectors.groupingBy(Entrant::league, TreeMap::new, Collectors.toList()));
        Set<String> present = entrants.stream()
                .filter(entrant -> !entrant.excluded())
                .map(Entrant::driverId)
                .collect(Collectors.toSet());
        return leagues.entrySet().stream()
                .flatMap(league -> scoring.league(league.getKey(), league.getValue(), present))
                .toList();
    }

    private Stream<RelativeScore> league(VehicleClass league, List<Entrant> entrants, Set<String> present) {
        List<Entrant> compared =
                entrants.stream().filter(entrant -> !entrant.excluded()).toList();
        Set<String> absent = new TreeSet<>(earlier.drivers(league));
        absent.removeAll(present);
        Map<String, List<RelativeMark>> marks = new LinkedHashMap<>();
        for (MarkKind kind : MarkKind.values()) {
            Map<String, Raw> now = raw(kind, league, compared);
            Map<String, Raw> toDate = toDate(kind, league, now, absent);
            Map<String, Integer> places = PercentileMarks.of(measurable(kind, toDate));
            for (Entrant entrant : compared) {
                String driver = entrant.driverId();
                marks.computeIfAbsent(driver, any -> new ArrayList<>())
                        .add(mark(kind, entrant, now.get(driver), toDate.get(driver), places.get(driver)));
            }
        }
        return ranked(entrants, marks);
    }

    /** Of this week, by driver. */
    private Map<String, Raw> raw(MarkKind kind, VehicleClass league, List<Entrant> entrants) {
        return switch (kind) {
            case ACCELERATION ->
                each(entrants, one -> CurveScores.of(MovementCurve.Kind.LAUNCH, one.curves(), references));
            case DECELERATION ->
                each(entrants, one -> CurveScores.of(MovementCurve.Kind.BRAKING, one.curves(), references));
            case SPEED_KEEPING ->
                EarlierBatches.isOffRoad(league)
                        ? SpeedKeeping.onGradients(each(entrants, Entrant::gradients), rules)
                        : each(entrants, one -> SpeedKeeping.onRoad(one.visits(), rules));
        };
    }

    private static <T> Map<String, T> each(List<Entrant> entrants, Function<Entrant, T> value) {
        return entrants.stream().collect(Collectors.toMap(Entrant::driverId, value));
    }

    private Map<String, Raw> toDate(MarkKind kind, VehicleClass league, Map<String, Raw> now, Set<String> absent) {
        Map<String, Raw> toDate = new HashMap<>();
        absent.forEach(driver -> toDate.put(driver, earlier.of(driver, kind, league)));
        now.forEach((driver, raw) ->
                toDate.put(driver, earlier.of(driver, kind, league).and(raw)));
        return toDate;
    }

    private Map<String, Double> measurable(MarkKind kind, Map<String, Raw> toDate) {
        return toDate.entrySet().stream()
                .filter(entry -> entry.getValue().moves() >= needed(kind))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().value()));
    }

    private int needed(MarkKind kind) {
        return kind == MarkKind.SPEED_KEEPING ? rules.visitsNeeded() : rules.curvesNeeded();
    }

    private RelativeMark mark(MarkKind kind, Entrant entrant, Raw now, Raw toDate, Integer mark) {
        return new RelativeMark(
                kind,
                now.moves(),
                now.value(),
                toDate.moves(),
                toDate.value(),
                Optional.ofNullable(mark),
                mark == null ? Optional.of(whyNot(kind, entrant, toDate.moves())) : Optional.empty());
    }

    /** Only a visit of a zone can be measured with slow sampling. */
    private Reason whyNot(MarkKind kind, Entrant entrant, int moves) {
        boolean offRoad = EarlierBatches.isOffRoad(entrant.league());
        boolean slow = entrant.secondShare() < rules.secondShareNeeded();
        return slow && (kind != MarkKind.SPEED_KEEPING || offRoad)
                ? new Reason("not-every-second", entrant.secondShare(), rules.secondShareNeeded(), "")
                : new Reason(tooFew(kind, offRoad), moves, needed(kind), "");
    }

    private static String tooFew(MarkKind kind, boolean offRoad) {
        return switch (kind) {
            case ACCELERATION -> "too-few-launches";
            case DECELERATION -> "too-few-brakings";
            case SPEED_KEEPING -> offRoad ? "too-few-gradients" : "too-few-cruise-visits";
        };
    }

    /** In order of place and driver, those without one last. */
    private Stream<RelativeScore> ranked(List<Entrant> entrants, Map<String, List<RelativeMark>> marks) {
        Map<String, BigDecimal> globals = new HashMap<>();
        marks.forEach((driver, own) -> global(own).ifPresent(global -> globals.put(driver, global)));
        Map<String, Integer> places = Places.of(
                List.copyOf(globals.entrySet()),
                Map.Entry.<String, BigDecimal>comparingByValue().reversed(),
                Map.Entry::getKey);
        return entrants.stream()
                .sorted(Comparator.comparing(
                                (Entrant entrant) -> places.getOrDefault(entrant.driverId(), Integer.MAX_VALUE))
                        .thenComparing(Entrant::driverId))
                .map(entrant -> new RelativeScore(
                        entrant.driverId(),
                        week,
                        entrant.league(),
                        entrant.excluded(),
                        marks.getOrDefault(entrant.driverId(), List.of()),
                        Optional.ofNullable(globals.get(entrant.driverId())),
                        Optional.ofNullable(places.get(entrant.driverId())),
                        places.size()));
    }

    /** The sum of the marks there are, scaled to 30: one mark counts three times, each of two one and a half. */
    private static Optional<BigDecimal> global(List<RelativeMark> marks) {
        IntSummaryStatistics there = marks.stream()
                .flatMap(mark -> mark.mark().stream())
                .mapToInt(Integer::intValue)
                .summaryStatistics();
        return there.getCount() == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(there.getSum() * MarkKind.values().length)
                        .divide(BigDecimal.valueOf(there.getCount()), 1, RoundingMode.HALF_UP));
    }
}
