package org.optimizer.transform.scoring.explain;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.optimizer.model.DrivingEvent;
import org.optimizer.model.Explanation;
import org.optimizer.model.Explanation.EventCost;
import org.optimizer.model.Explanation.Fewer;
import org.optimizer.model.Explanation.Improvement;
import org.optimizer.model.Explanation.OneLess;
import org.optimizer.model.Feature;
import org.optimizer.model.FeatureMark;
import org.optimizer.model.FleetMean;
import org.optimizer.model.ManoeuvreKind;
import org.optimizer.model.Mark;
import org.optimizer.model.MarkKind;
import org.optimizer.model.Rulebook;
import org.optimizer.model.ScoredEvent;
import org.optimizer.model.ScoredWeek;
import org.optimizer.model.Severity;
import org.optimizer.transform.scoring.EventRates;

/**
 * Finds what each event cost and what would help, by asking the rules about weeks that are a bit different. It knows no formula
 * of a mark, so that it follows whatever the tables say.
 */
public final class Explainer {
    private final ScoredWeek scored;
    private final List<ScoredEvent> counted;
    private final WhatIf whatIf;
    private final FleetMean average;

    private Explainer(ScoredWeek scored, FleetMean average, Rulebook rulebook) {
        this.scored = scored;
        this.counted = scored.events().stream().filter(ScoredEvent::counted).toList();
        this.average = average;
        this.whatIf = new WhatIf(scored.score().facts(), average, rulebook);
    }

    /**
     * Explains a score.
     *
     * @param means frozen when the week opened
     * @param rulebook the version that scored the week
     */
    public static Explanation of(ScoredWeek scored, List<FleetMean> means, Rulebook rulebook) {
        FleetMean average = EventRates.average(scored.score().facts().league(), means, rulebook);
        return new Explainer(scored, average, rulebook).explanation();
    }

    private Explanation explanation() {
        return new Explanation(average, scored.events().stream().map(this::cost).toList(), oneLess(), improvements());
    }

    private EventCost cost(ScoredEvent event) {
        return new EventCost(event, event.counted() ? whatIf.gainWithout(List.of(event)) : 0);
    }

    /** Events that the rules treat alike. */
    private record Sort(ManoeuvreKind kind, Severity severity, int points) implements Comparable<Sort> {
        static Sort of(ScoredEvent scored) {
            DrivingEvent event = scored.event();
            return new Sort(event.kind(), event.severity(), event.points());
        }

        @Override
        public int compareTo(Sort other) {
            return comparing(Sort::kind)
                    .thenComparing(Sort::points)
                    .thenComparing(Sort::severity)
                    .compare(this, other);
        }
    }

    private List<OneLess> oneLess() {
        Map<Sort, List<ScoredEvent>> sorts = counted.stream().collect(groupingBy(Sort::of, TreeMap::new, toList()));
        return sorts.entrySet().stream()
                .map(sort -> oneLess(sort.getKey(), sort.getValue()))
                .toList();
    }

    private OneLess oneLess(Sort sort, List<ScoredEvent> events) {
        List<ScoredEvent> one = events.subList(0, 1);
        return new OneLess(
                sort.kind(),
                sort.severity(),
                sort.points(),
                events.size(),
                whatIf.markGainWithout(one, markOf(sort.kind())),
                whatIf.gainWithout(one));
    }

    private static MarkKind markOf(ManoeuvreKind kind) {
        return kind == ManoeuvreKind.ACCELERATION ? MarkKind.ACCELERATION : MarkKind.DECELERATION;
    }

    private List<Improvement> improvements() {
        return scored.score().marks().stream()
                .map(Mark::parts)
                .flatMap(List::stream)
                .flatMap(part -> improvement(part).stream())
                .sorted(comparing(Improvement::share).thenComparing(Improvement::feature))
                .toList();
    }

    private Optional<Improvement> improvement(FeatureMark part) {
        return switch (part.feature()) {
            case ACCELERATION_POINTS -> fewer(part, ManoeuvreKind.ACCELERATION);
            case BRAKING_POINTS -> fewer(part, ManoeuvreKind.BRAKING);
            case RPA5, STEADINESS -> smallestChange(part, 2 * part.value());
            case GENTLE_SHARE, ECO_CAP_SHARE -> smallestChange(part, 1);
        };
    }

    /** The fewest events that give the point, and of those sets a mild one. */
    private Optional<Improvement> fewer(FeatureMark part, ManoeuvreKind kind) {
        List<ScoredEvent> ofKind = counted.stream()
                .filter(scored -> scored.event().kind() == kind)
                .sorted(comparing(Sort::of).reversed())
                .toList();
        return fewest(ofKind).map(number -> {
            List<ScoredEvent> without = milder(ofKind, number);
            return new Improvement(
                    part.feature(),
                    part.value(),
                    whatIf.valueWithout(without, part.feature()),
                    sorted(without),
                    (double) number / ofKind.size(),
                    whatIf.gainWithout(without));
        });
    }

    /** @param hardestFirst of which the first so many are the fewest that can give the point */
    private Optional<Integer> fewest(List<ScoredEvent> hardestFirst) {
        if (!suffices(hardestFirst)) {
            return Optional.empty();
        }
        int tooFew = 0;
        int enough = hardestFirst.size();
        while (enough - tooFew > 1) {
            int middle = (tooFew + enough) / 2;
            if (suffices(hardestFirst.subList(0, middle))) {
                enough = middle;
            } else {
                tooFew = middle;
            }
        }
        return Optional.of(enough);
    }

    /** The hardest so many, one after the other swapped for the mildest that is left and still suffices. */
    private List<ScoredEvent> milder(List<ScoredEvent> hardestFirst, int number) {
        List<ScoredEvent> taken = new ArrayList<>(hardestFirst.subList(0, number));
        List<ScoredEvent> left = new ArrayList<>(hardestFirst.subList(number, hardestFirst.size()));
        for (int place = 0; place < number; place++) {
            int swapped = place;
            mildestOfEachSort(left)
                    .filter(milder -> suffices(swapped(taken, swapped, milder)))
                    .findFirst()
                    .ifPresent(milder -> {
                        left.remove(milder);
                        taken.set(swapped, milder);
                    });
        }
        return taken;
    }

    /** One of each sort is enough to try, as the rules treat its events alike. */
    private static Stream<ScoredEvent> mildestOfEachSort(List<ScoredEvent> events) {
        Map<Sort, ScoredEvent> first = new TreeMap<>();
        events.forEach(event -> first.putIfAbsent(Sort.of(event), event));
        return first.values().stream();
    }

    private static List<ScoredEvent> swapped(List<ScoredEvent> events, int place, ScoredEvent other) {
        List<ScoredEvent> swapped = new ArrayList<>(events);
        swapped.set(place, other);
        return swapped;
    }

    private boolean suffices(List<ScoredEvent> without) {
        return whatIf.gainWithout(without) >= Explanation.ONE_POINT;
    }

    private static List<Fewer> sorted(List<ScoredEvent> events) {
        Map<Sort, Long> counts = events.stream().collect(groupingBy(Sort::of, TreeMap::new, counting()));
        return counts.entrySet().stream()
                .map(sort -> new Fewer(
                        sort.getKey().kind(),
                        sort.getKey().severity(),
                        sort.getValue().intValue()))
                .toList();
    }

    /** Looks below the value and above it; where the table likes both, the nearer is taken. */
    private Optional<Improvement> smallestChange(FeatureMark part, double highest) {
        return Stream.of(0.0, highest)
                .filter(end -> suffices(part.feature(), end))
                .map(end -> changed(part, end))
                .min(comparing(Improvement::share));
    }

    private boolean suffices(Feature feature, double value) {
        return whatIf.gainWith(feature, value) >= Explanation.ONE_POINT;
    }

    private Improvement changed(FeatureMark part, double end) {
        double to = nearestThatSuffices(part.feature(), part.value(), end);
        return new Improvement(
                part.feature(),
                part.value(),
                to,
                List.of(),
                Math.abs(to - part.value()) / part.value(),
                whatIf.gainWith(part.feature(), to));
    }

    /** Halves the span until its ends differ in the tenth digit, and gives the one that suffices. */
    private double nearestThatSuffices(Feature feature, double from, double end) {
        double tooLittle = from;
        double enough = end;
        double closeEnough = 1e-10 * Math.abs(end - from);
        while (Math.abs(enough - tooLittle) > closeEnough) {
            double middle = (tooLittle + enough) / 2;
            if (suffices(feature, middle)) {
                enough = middle;
            } else {
                tooLittle = middle;
            }
        }
        return enough;
    }
}
