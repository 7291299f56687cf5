package org.optimizer.web;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.optimizer.model.DrivenTrip;
import org.optimizer.model.DrivingEvent;
import org.optimizer.model.Explanation.EventCost;
import org.optimizer.model.Severity;
import org.optimizer.process.ReviewDesk.Line;
import org.optimizer.process.ReviewDesk.Review;
import org.optimizer.process.ReviewDossier.Dossier;
import org.optimizer.process.ReviewDossier.History;

/**
 * What lies behind a driver's line: his SMS, trips, map and events.
 *
 * @param wording a person's text as typed, or the proposal
 * @param placeholders what a wording may name, with today's values
 */
record DriverSheet(
        ReviewPage.Row row,
        String why,
        String proposal,
        String wording,
        boolean worded,
        List<Placeholder> placeholders,
        List<TripRow> trips,
        String driven,
        TrackPicture map,
        List<EventLine> events,
        List<ReviewPage.Done> history,
        List<String> lookedBy) {

    record Placeholder(String name, String value) {}

    record TripRow(String day, String vehicle, String from, String to, String km) {}

    record EventLine(String at, String kind, String severity, String look, int points, String cost, String rule) {}

    private static final int EVENTS_SHOWN = 12;

    static DriverSheet of(Review review, Line line, ReviewPage page, Dossier dossier, History history, Words say) {
        ZoneId zone = review.site().zone();
        String id = line.driver().id();
        List<EventCost> events = dossier.explained().stream()
                .flatMap(explained -> explained.explanation().events().stream())
                .filter(cost -> cost.scored().event().severity() != Severity.NONE)
                .toList();
        History own = new History(
                history.changes().stream()
                        .filter(change -> change.driverId().equals(id))
                        .toList(),
                List.of(),
                List.of(),
                List.of());
        return new DriverSheet(
                page.rows().stream()
                        .filter(row -> row.id().equals(id))
                        .findFirst()
                        .orElseThrow(),
                WeekPage.path(review.batch()) + "/drivers/" + id,
                line.text().proposal(),
                line.text()
                        .wording()
                        .map(wording -> wording.text())
                        .orElse(line.text().proposal()),
                line.text().wording().isPresent(),
                line.text().figures().entrySet().stream()
                        .map(figure -> new Placeholder("{" + figure.getKey() + "}", figure.getValue()))
                        .toList(),
                dossier.trips().stream().map(trip -> trip(trip, zone, say)).toList(),
                say.number(
                        dossier.trips().stream()
                                .mapToDouble(trip -> trip.trip().distanceKm())
                                .sum(),
                        1),
                TrackPicture.of(
                        dossier.ways(),
                        events.stream().map(cost -> cost.scored().event()).toList(),
                        zone,
                        say),
                events.stream()
                        .sorted((one, other) -> other.scored().event().points()
                                - one.scored().event().points())
                        .limit(EVENTS_SHOWN)
                        .map(cost -> event(cost, zone, say))
                        .toList(),
                ReviewPage.done(own, Map.of(id, line.driver().name()), zone, say),
                history.looks().stream()
                        .filter(look -> look.driverId().equals(id))
                        .map(look -> look.by() + ", " + say.moment(look.last(), zone))
                        .toList());
    }

    private static TripRow trip(DrivenTrip trip, ZoneId zone, Words say) {
        return new TripRow(
                say.day(trip.day()),
                trip.vehicleId(),
                say.time(trip.trip().start(), zone),
                say.time(trip.trip().end(), zone),
                say.number(trip.trip().distanceKm(), 1));
    }

    private static EventLine event(EventCost cost, ZoneId zone, Words say) {
        DrivingEvent event = cost.scored().event();
        String severity = event.severity().name().toLowerCase(Locale.ROOT);
        return new EventLine(
                say.second(event.at(), zone),
                say.text("manoeuvre." + event.kind().code()),
                say.text("severity." + severity),
                severity,
                event.points(),
                say.cost(cost.weekPoints()),
                event.rule());
    }
}
