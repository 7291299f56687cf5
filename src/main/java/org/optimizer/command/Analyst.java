package org.optimizer.command;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.optimizer.model.DataNote;
import org.optimizer.model.DayFacts;
import org.optimizer.model.DrivenTrip;
import org.optimizer.model.DriverWeek;
import org.optimizer.model.DrivingEvent;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.Manoeuvre;
import org.optimizer.model.Rulebook;
import org.optimizer.model.Severity;
import org.optimizer.model.Standstill;
import org.optimizer.model.Trace;
import org.optimizer.model.VehicleClass;
import org.optimizer.transform.VehicleDay;
import org.optimizer.transform.kpi.Idle2019;
import org.optimizer.transform.scoring.DriverWeeks;
import org.optimizer.transform.zones.Fence;
import org.optimizer.transform.zones.ZoneMap;

/** Makes of a recording what the service would make of it, with the same transform and the same rules. */
final class Analyst {
    private final VehicleClass vehicleClass;
    private final ZoneId timeZone;
    private final ZoneMap zones;
    private final Supplier<Rulebook> rulebook;

    /** @param rulebook asked once the facts are there: rules may be compiling until then */
    Analyst(VehicleClass vehicleClass, ZoneId timeZone, ZoneMap zones, Supplier<Rulebook> rulebook) {
        this.vehicleClass = vehicleClass;
        this.timeZone = timeZone;
        this.zones = zones;
        this.rulebook = rulebook;
    }

    Analysis analyse(String vehicleId, Recording recording) {
        Trace trace = recording.trace();
        List<DayFacts> days =
                daysOf(trace).stream().map(day -> facts(vehicleId, trace, day)).toList();
        List<DrivenTrip> trips = days.stream().flatMap(this::driven).toList();
        Optional<DriverWeek> week = week(vehicleId, trips);
        return new Analysis(
                vehicleId,
                recording.rows(),
                days.stream().mapToInt(DayFacts::fixesKept).sum(),
                notes(recording, days),
                days,
                trips.stream().map(this::judged).toList(),
                manoeuvres(trips),
                standstills(days),
                Idle2019.of(days, Idle2019.Limits.OF_2019),
                week,
                week.map(rulebook.get()::judge));
    }

    /** Site days with at least one fix, in order; what lies between two of them belongs to the earlier one. */
    private SortedSet<LocalDate> daysOf(Trace trace) {
        SortedSet<LocalDate> days = new TreeSet<>();
        long dayEndsMs = Long.MIN_VALUE;
        for (long timeMs : trace.timeMs()) {
            if (timeMs >= dayEndsMs) {
                LocalDate day = LocalDate.ofInstant(Instant.ofEpochMilli(timeMs), timeZone);
                days.add(day);
                dayEndsMs = startMs(day.plusDays(1));
            }
        }
        return days;
    }

    /** With the fixes of the days around it, as the service does, so that nothing is lost at midnight. */
    private DayFacts facts(String vehicleId, Trace trace, LocalDate day) {
        Trace around = trace.between(startMs(day.minusDays(1)), startMs(day.plusDays(2)));
        return VehicleDay.facts(vehicleId, around, 0, day, timeZone, List.of());
    }

    private long startMs(LocalDate day) {
        return day.atStartOfDay(timeZone).toInstant().toEpochMilli();
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
        return new Analysis.JudgedTrip(driven, rulebook.get().samplingClass(driven.trip()));
    }

    private Optional<DriverWeek> week(String vehicleId, List<DrivenTrip> trips) {
        if (trips.isEmpty()) {
            return Optional.empty();
        }
        IsoWeek week = IsoWeek.of(trips.get(0).day());
        return Optional.of(DriverWeeks.sum(vehicleId, week, trips, Double.NaN, Double.NaN, rulebook.get()));
    }

    /** The notes of all days, one a kind; dropped first, as they say what is missing. */
    private static List<DataNote> notes(Recording recording, List<DayFacts> days) {
        Map<String, DataNote> byKind = new LinkedHashMap<>();
        Stream.concat(recording.repeatedInstants().stream(), days.stream().flatMap(day -> day.notes().stream()))
                .forEach(note -> byKind.merge(note.kind(), note, Analyst::both));
        return byKind.values().stream()
                .sorted(Comparator.comparing((DataNote note) -> !note.dropped()).thenComparing(DataNote::firstAt))
                .toList();
    }

    private static DataNote both(DataNote one, DataNote other) {
        DataNote first = other.firstAt().isBefore(one.firstAt()) ? other : one;
        return new DataNote(
                first.kind(), first.dropped(), one.count() + other.count(), first.firstAt(), first.example());
    }

    private List<DrivingEvent> manoeuvres(List<DrivenTrip> trips) {
        return trips.stream()
                .flatMap(this::manoeuvres)
                .sorted(Comparator.comparing(DrivingEvent::at).thenComparing(DrivingEvent::kind))
                .toList();
    }

    private Stream<DrivingEvent> manoeuvres(DrivenTrip trip) {
        List<DrivingEvent> events = DriverWeeks.events(trip, rulebook.get());
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

    private List<Analysis.JudgedStandstill> standstills(List<DayFacts> days) {
        List<Analysis.JudgedStandstill> judged = new ArrayList<>();
        for (DayFacts facts : days) {
            for (Standstill standstill : facts.standstills()) {
                Standstill placed = placed(standstill);
                judged.add(new Analysis.JudgedStandstill(placed, rulebook.get().classify(placed)));
            }
        }
        return judged;
    }

    private Standstill placed(Standstill standstill) {
        Optional<String> zone =
                zones.at(standstill.latitudeDeg(), standstill.longitudeDeg()).map(Fence::name);
        return new Standstill(
                standstill.number(),
                standstill.driverId(),
                standstill.start(),
                standstill.end(),
                standstill.latitudeDeg(),
                standstill.longitudeDeg(),
                zone,
                standstill.inferred());
    }
}
