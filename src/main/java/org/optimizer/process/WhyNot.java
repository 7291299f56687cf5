package org.optimizer.process;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.optimizer.extract.Facts;
import org.optimizer.model.Contest;
import org.optimizer.model.DrivenTrip;
import org.optimizer.model.DriverScore;
import org.optimizer.model.DrivingEvent;
import org.optimizer.model.EventKey;
import org.optimizer.model.FigureAnswer;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.RowAnswer;
import org.optimizer.model.RuleRow;
import org.optimizer.model.SamplingClass;
import org.optimizer.model.ScoredEvent;
import org.optimizer.rules.RulebookShelf;
import org.optimizer.rules.WhyRows;

/** Says of a driver's week which rows of its own version of the rules answered, and which ones nearly did. */
public class WhyNot {
    /** A manoeuvre with such a peak, m/s², there is not: of trips nothing else is asked. */
    private static final double NO_MANOEUVRE = 1e6;

    private final Facts facts;
    private final RulebookShelf shelf;

    public WhyNot(Facts facts, RulebookShelf shelf) {
        this.facts = facts;
        this.shelf = shelf;
    }

    /**
     * A driver's week and the rows behind it.
     *
     * @param rows those that its marks and reasons name, by that name
     * @param events how hard each event was
     * @param figures on which it depends whether the week is ranked
     * @param trips those that were not recorded well enough for events, longest first, as they are stored now
     * @param tripsChanged whether the stored trips are no longer those that were scored
     */
    public record Why(
            Map<String, RuleRow> rows,
            Map<EventKey, RowAnswer> events,
            List<FigureAnswer> figures,
            List<TripAnswer> trips,
            boolean tripsChanged) {
        public Why {
            rows = Map.copyOf(rows);
            events = Map.copyOf(events);
            figures = List.copyOf(figures);
            trips = List.copyOf(trips);
        }
    }

    /** How far a trip could be trusted. */
    public record TripAnswer(
            String vehicleId, LocalDate day, double distanceKm, SamplingClass samplingClass, RowAnswer answer) {}

    /** @param events that the score was made of */
    public Why of(Contest contest, IsoWeek week, DriverScore score, List<ScoredEvent> events) {
        WhyRows rows = WhyRows.of(shelf.files(score.rulebook()));
        List<DrivenTrip> trips = trips(contest, week, score.driverId());
        List<TripAnswer> answers = trips.stream().map(trip -> trip(trip, rows)).toList();
        return new Why(
                named(score, rows),
                events(events, rows),
                rows.eligibility(score.facts()),
                answers.stream()
                        .filter(trip -> trip.samplingClass() != SamplingClass.A)
                        .sorted(Comparator.comparing(TripAnswer::distanceKm).reversed())
                        .toList(),
                isOther(answers, score));
    }

    private List<DrivenTrip> trips(Contest contest, IsoWeek week, String driverId) {
        return facts.tripsByDriver(List.of(driverId), contest.vehicleIds(), week.monday(), week.sunday(), NO_MANOEUVRE)
                .getOrDefault(driverId, List.of());
    }

    private static TripAnswer trip(DrivenTrip trip, WhyRows rows) {
        RowAnswer answer = rows.sampling(trip.trip());
        return new TripAnswer(
                trip.vehicleId(),
                trip.day(),
                trip.trip().distanceKm(),
                answer.fired()
                        .flatMap(row -> row.cell("sampling_class"))
                        .map(SamplingClass::valueOf)
                        .orElse(SamplingClass.D),
                answer);
    }

    private static Map<String, RuleRow> named(DriverScore score, WhyRows rows) {
        return Stream.concat(
                        score.marks().stream()
                                .flatMap(mark -> mark.parts().stream())
                                .map(part -> part.rule()),
                        score.reasons().stream().map(reason -> reason.rule()))
                .distinct()
                .map(rows::row)
                .flatMap(Optional::stream)
                .collect(Collectors.toMap(RuleRow::rule, Function.identity()));
    }

    private static Map<EventKey, RowAnswer> events(List<ScoredEvent> events, WhyRows rows) {
        Map<EventKey, RowAnswer> answers = new HashMap<>();
        for (ScoredEvent scored : events) {
            DrivingEvent event = scored.event();
            answers.put(
                    EventKey.of(event),
                    rows.severity(scored.vehicleClass(), event.kind(), event.peakMps2(), event.guardMps2()));
        }
        return answers;
    }

    /** By the kilometres of each class, to the metre. */
    private static boolean isOther(List<TripAnswer> trips, DriverScore score) {
        Map<SamplingClass, Double> now = trips.stream()
                .collect(Collectors.groupingBy(
                        TripAnswer::samplingClass, Collectors.summingDouble(TripAnswer::distanceKm)));
        return Stream.of(SamplingClass.values())
                .anyMatch(each -> !Objects.equals(
                        metres(now.getOrDefault(each, 0.0)),
                        metres(score.facts().kmByClass().getOrDefault(each, 0.0))));
    }

    private static long metres(double km) {
        return Math.round(km * 1000);
    }
}
