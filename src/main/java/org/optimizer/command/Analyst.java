package org.optimizer.command;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.optimizer.model.DayFacts;
import org.optimizer.model.DrivenTrip;
import org.optimizer.model.DriverWeek;
import org.optimizer.model.DrivingEvent;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.Manoeuvre;
import org.optimizer.model.Rulebook;
import org.optimizer.model.ScoredWeek;
import org.optimizer.model.Severity;
import org.optimizer.model.SiteCalendar;
import org.optimizer.model.VehicleClass;
import org.optimizer.model.Zone;
import org.optimizer.transform.kpi.Activities;
import org.optimizer.transform.scoring.DriverScores;
import org.optimizer.transform.scoring.DriverWeeks;
import org.optimizer.transform.scoring.explain.Explainer;

/** Makes of a vehicle's facts what the service would make of them, with the same rules. */
final class Analyst {
    /** Files belong to no site, so that the rules of any apply. */
    private static final String NO_SITE = "";

    private final VehicleClass vehicleClass;
    private final List<Zone> zones;
    private final SiteCalendar calendar;
    private final Rulebook rulebook;

    Analyst(VehicleClass vehicleClass, List<Zone> zones, ZoneId timeZone, Rulebook rulebook) {
        this.vehicleClass = vehicleClass;
        this.zones = zones;
        this.calendar = new SiteCalendar(NO_SITE, timeZone, List.of());
        this.rulebook = rulebook;
    }

    Analysis analyse(RecordedDays recorded) {
        List<DrivenTrip> trips = recorded.days().stream().flatMap(this::driven).toList();
        Optional<ScoredWeek> scored = scored(recorded.vehicleId(), trips);
        Optional<DriverWeek> week = scored.map(each -> each.score().facts());
        return new Analysis(
                recorded,
                trips.stream().map(this::judged).toList(),
                manoeuvres(trips),
                Activities.of(recorded.vehicleId(), recorded.days(), calendar, List.of(), zones, rulebook),
                week,
                week.map(rulebook::judge),
                scored.map(each -> Explainer.of(each, List.of(), rulebook)));
    }

    private Stream<DrivenTrip> driven(DayFacts facts) {
        return facts.trips().stream()
                .map(trip -> new DrivenTrip(
                        facts.vehicleId(),
                        vehicleClass,
                        facts.day(),
                        trip,
                        facts.manoeuvres().stream()
                                .filter(manoeuvre -> manoeuvre.tripNumber() == trip.number())
                                .toList()));
    }

    private Analysis.JudgedTrip judged(DrivenTrip driven) {
        return new Analysis.JudgedTrip(driven.trip(), rulebook.samplingClass(driven.trip()));
    }

    private Optional<ScoredWeek> scored(String vehicleId, List<DrivenTrip> trips) {
        if (trips.isEmpty()) {
            return Optional.empty();
        }
        IsoWeek week = IsoWeek.of(trips.get(0).day());
        DriverWeeks.Summed summed = DriverWeeks.sumWithEvents(vehicleId, week, trips, List.of(), rulebook, Set.of());
        return Optional.of(new ScoredWeek(DriverScores.of("", summed.week(), rulebook), summed.events()));
    }

    private List<DrivingEvent> manoeuvres(List<DrivenTrip> trips) {
        return trips.stream()
                .flatMap(this::manoeuvres)
                .sorted(Comparator.comparing(DrivingEvent::at).thenComparing(DrivingEvent::kind))
                .toList();
    }

    /** The events, and the manoeuvres that the rules make no event of. */
    private Stream<DrivingEvent> manoeuvres(DrivenTrip trip) {
        List<DrivingEvent> events = DriverWeeks.events(trip, rulebook);
        return Stream.concat(
                events.stream(),
                trip.manoeuvres().stream()
                        .filter(manoeuvre -> events.stream().noneMatch(event -> isPart(event, manoeuvre)))
                        .map(manoeuvre -> mild(trip.vehicleId(), manoeuvre)));
    }

    private static boolean isPart(DrivingEvent event, Manoeuvre manoeuvre) {
        long offsetMs = event.at().toEpochMilli() - manoeuvre.at().toEpochMilli();
        return event.kind() == manoeuvre.kind() && offsetMs >= 0 && offsetMs <= manoeuvre.durationS() * 1000;
    }

    private static DrivingEvent mild(String vehicleId, Manoeuvre manoeuvre) {
        return new DrivingEvent(
                vehicleId,
                manoeuvre.kind(),
                manoeuvre.at(),
                manoeuvre.durationS(),
                manoeuvre.peakMps2(),
                manoeuvre.guardMps2(),
                manoeuvre.startSpeedKmh(),
                manoeuvre.latitudeDeg(),
                manoeuvre.longitudeDeg(),
                Severity.NONE,
                0,
                "");
    }
}
