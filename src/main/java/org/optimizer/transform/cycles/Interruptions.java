package org.optimizer.transform.cycles;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.optimizer.model.CycleEnd;
import org.optimizer.model.DayFacts;
import org.optimizer.model.KpiRules;
import org.optimizer.model.SiteCalendar;
import org.optimizer.model.Trip;

/** Finds what interrupts a vehicle's work: nights, depots, ends of shifts, and times of which nothing is known. */
final class Interruptions {
    private static final Set<String> HOME = Set.of("depot", "home");

    private final List<DayFacts> days;
    private final List<Stop> stops;
    private final List<JudgedStay> stays;
    private final KpiRules rules;

    private Interruptions(List<DayFacts> days, List<Stop> stops, List<JudgedStay> stays, KpiRules rules) {
        this.days = days;
        this.stops = stops;
        this.stays = stays;
        this.rules = rules;
    }

    /** In order of time. */
    static List<Interruption> of(
            List<DayFacts> days, List<Stop> stops, List<JudgedStay> stays, SiteCalendar calendar, KpiRules rules) {
        Interruptions found = new Interruptions(days, stops, stays, rules);
        return Stream.of(found.standing(), found.depots(), found.shiftEnds(calendar), found.unrecorded())
                .flatMap(each -> each)
                .sorted(Comparator.comparingLong(Interruption::fromMs).thenComparing(Interruption::end))
                .toList();
    }

    private Stream<Interruption> standing() {
        return stops.stream().flatMap(stop -> {
            boolean night = stop.durationS() >= rules.overnight().toMillis() / 1e3;
            boolean lost =
                    stop.inferred() && stop.durationS() > rules.maxInferred().toMillis() / 1e3;
            CycleEnd end = night ? CycleEnd.OVERNIGHT : CycleEnd.GAP;
            return night || lost ? Stream.of(new Interruption(end, stop.fromMs(), stop.toMs())) : Stream.empty();
        });
    }

    private Stream<Interruption> depots() {
        return stays.stream()
                .filter(judged ->
                        judged.stopped() && HOME.contains(judged.stay().visit().type()))
                .map(judged -> new Interruption(
                        CycleEnd.DEPOT, judged.stay().fromMs(), judged.stay().toMs()));
    }

    private Stream<Interruption> shiftEnds(SiteCalendar calendar) {
        return days.stream()
                .flatMap(day -> Stream.of(day.day().minusDays(1), day.day()))
                .distinct()
                .flatMap(calendar::shiftsOf)
                .filter(shift -> calendar.shiftAt(shift.to().minusMillis(1))
                        .filter(shift::equals)
                        .isPresent())
                .map(shift -> shift.to().toEpochMilli())
                .filter(endMs -> !spansShift(endMs))
                .map(endMs -> new Interruption(CycleEnd.SHIFT_END, endMs, endMs));
    }

    private boolean spansShift(long endMs) {
        return rules.spanShift()
                && stays.stream()
                        .anyMatch(judged -> judged.isOfCycles() && judged.stay().contains(endMs));
    }

    private Stream<Interruption> unrecorded() {
        List<Span> placed = Stream.concat(
                        stops.stream().map(stop -> new Span(stop.fromMs(), stop.toMs())),
                        stays.stream()
                                .map(judged -> new Span(
                                        judged.stay().fromMs(), judged.stay().toMs())))
                .toList();
        List<Trip> trips = days.stream().flatMap(day -> day.trips().stream()).toList();
        Stream<Span> around =
                Span.between(Stream.concat(placed.stream(), trips.stream().map(Interruptions::span))
                        .toList());
        return Stream.concat(around, inside(trips, placed))
                .filter(hole -> hole.lengthMs() > rules.gap().toMillis())
                .map(hole -> new Interruption(CycleEnd.GAP, hole.fromMs(), hole.toMs()));
    }

    private static Span span(Trip trip) {
        return new Span(trip.start().toEpochMilli(), trip.end().toEpochMilli());
    }

    /**
     * A recording with an id of its own goes on over a gap, and of a trip's gaps only the sum is known. Where it suffices for
     * one that is too long, it is taken to lie in the longest stretch between two places that are known.
     */
    private Stream<Span> inside(List<Trip> trips, List<Span> placed) {
        List<Span> found = new ArrayList<>();
        for (int i = 0; i < trips.size(); i++) {
            Span trip = span(trips.get(i));
            long lostBeforeMs =
                    i == 0 ? 0 : lostMs(new Span(span(trips.get(i - 1)).toMs(), trip.fromMs()), placed);
            if (trips.get(i).lostS() * 1e3 - lostBeforeMs > rules.gap().toMillis()) {
                trip.without(placed)
                        .max(Comparator.comparingLong(Span::lengthMs))
                        .ifPresent(found::add);
            }
        }
        return found.stream();
    }

    private static long lostMs(Span pause, List<Span> placed) {
        return pause.lengthMs() <= 0
                ? 0
                : pause.without(placed).mapToLong(Span::lengthMs).sum();
    }
}
