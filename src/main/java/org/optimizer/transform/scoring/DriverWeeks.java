package org.optimizer.transform.scoring;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.optimizer.model.DrivenTrip;
import org.optimizer.model.DriverWeek;
import org.optimizer.model.DrivingEvent;
import org.optimizer.model.EventKey;
import org.optimizer.model.FleetMean;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.Manoeuvre;
import org.optimizer.model.ManoeuvreKind;
import org.optimizer.model.Rulebook;
import org.optimizer.model.ScoredEvent;
import org.optimizer.model.VehicleClass;
import org.optimizer.model.Verdict;
import org.optimizer.transform.driving.EventCutter;

/** Sums a driver's trips to a week. */
public final class DriverWeeks {
    /** Sums of doubles depend on their order; with one order the result does not depend on that of the input. */
    private static final Comparator<DrivenTrip> ONE_ORDER = Comparator.comparing(
                    (DrivenTrip driven) -> driven.trip().start())
            .thenComparing(DrivenTrip::vehicleId)
            .thenComparing(driven -> driven.trip().number());

    private DriverWeeks() {}

    /**
     * The week in figures.
     *
     * @param trips all of the driver's trips of the week, in whichever vehicles; not empty
     * @param means what shrinkage pulls towards, by class; a class without one takes the default of its driving limits
     */
    public static DriverWeek sum(
            String driverId, IsoWeek week, List<DrivenTrip> trips, List<FleetMean> means, Rulebook rulebook) {
        return sumWithEvents(driverId, week, trips, means, rulebook).week();
    }

    /**
     * A week in figures and the events behind them.
     *
     * @param events in the order in which they were added up
     */
    public record Summed(DriverWeek week, List<ScoredEvent> events) {}

    /** The same as {@link #sum}, with the events. */
    public static Summed sumWithEvents(
            String driverId, IsoWeek week, List<DrivenTrip> trips, List<FleetMean> means, Rulebook rulebook) {
        return sumWithEvents(driverId, week, trips, means, rulebook, Set.of());
    }

    /** The same without the points of events that were set aside: those do not count, their kilometres do. */
    public static Summed sumWithEvents(
            String driverId,
            IsoWeek week,
            List<DrivenTrip> trips,
            List<FleetMean> means,
            Rulebook rulebook,
            Set<EventKey> setAside) {
        if (trips.isEmpty()) {
            throw new IllegalArgumentException(
                    "week " + week + " of driver " + driverId + ": expected at least one trip, found none");
        }
        WeekSums sums = new WeekSums(rulebook, setAside);
        trips.stream().sorted(ONE_ORDER).forEach(sums::add);
        return new Summed(sums.week(driverId, week, means), sums.events());
    }

    /** What peaks below it, m/s², is no event in any vehicle: such manoeuvres may be left out of a driver's trips. */
    public static double lowestThresholdMps2(Rulebook rulebook) {
        return Arrays.stream(VehicleClass.values())
                .flatMapToDouble(each -> Arrays.stream(ManoeuvreKind.values())
                        .mapToDouble(kind -> rulebook.lowestThresholdMps2(each, kind)))
                .min()
                .orElseThrow();
    }

    /** The events of a trip, judged by the class of its vehicle, in order of time; milder manoeuvres are not among them. */
    public static List<DrivingEvent> events(DrivenTrip trip, Rulebook rulebook) {
        return trip.manoeuvres().stream()
                .flatMap(manoeuvre -> events(trip, manoeuvre, rulebook))
                .sorted(Comparator.comparing(DrivingEvent::at).thenComparing(DrivingEvent::kind))
                .toList();
    }

    private static Stream<DrivingEvent> events(DrivenTrip trip, Manoeuvre manoeuvre, Rulebook rulebook) {
        VehicleClass vehicleClass = trip.vehicleClass();
        double threshold = rulebook.lowestThresholdMps2(vehicleClass, manoeuvre.kind());
        double lowestStart = rulebook.lowestStartSpeedKmh(vehicleClass);
        return EventCutter.events(manoeuvre, threshold, lowestStart).stream()
                .map(event -> judged(trip, manoeuvre, event, rulebook));
    }

    private static DrivingEvent judged(
            DrivenTrip trip, Manoeuvre manoeuvre, EventCutter.Event event, Rulebook rulebook) {
        Verdict verdict =
                rulebook.judge(trip.vehicleClass(), manoeuvre.kind(), event.peakMps2(), manoeuvre.guardMps2());
        return new DrivingEvent(
                trip.vehicleId(),
                manoeuvre.kind(),
                event.at(),
                event.durationS(),
                event.peakMps2(),
                manoeuvre.guardMps2(),
                event.startSpeedKmh(),
                manoeuvre.latitudeDeg(),
                manoeuvre.longitudeDeg(),
                verdict.severity(),
                verdict.points(),
                verdict.rule());
    }
}
