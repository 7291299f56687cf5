package org.optimizer.transform.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.optimizer.model.DrivenTrip;
import org.optimizer.model.DriverWeek;
import org.optimizer.model.DrivingEvent;
import org.optimizer.model.EventKey;
import org.optimizer.model.FleetMean;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.Manoeuvre;
import org.optimizer.model.ManoeuvreKind;
import org.optimizer.model.PeakFacts;
import org.optimizer.model.Rulebook;
import org.optimizer.model.SamplingClass;
import org.optimizer.model.ScoredEvent;
import org.optimizer.model.Trip;
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

    private static final Comparator<DrivingEvent> IN_TIME =
            Comparator.comparing(DrivingEvent::at).thenComparing(DrivingEvent::kind);

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
        return sumWithEvents(driverId, week, trips, means, rulebook, rulebook::samplingClass, setAside);
    }

    /** The same where it is known already how far trips can be trusted. @param recording what these rules say of a trip */
    static Summed sumWithEvents(
            String driverId,
            IsoWeek week,
            List<DrivenTrip> trips,
            List<FleetMean> means,
            Rulebook rulebook,
            Function<Trip, SamplingClass> recording,
            Set<EventKey> setAside) {
        if (trips.isEmpty()) {
            throw new IllegalArgumentException(
                    "week " + week + " of driver " + driverId + ": expected at least one trip, found none");
        }
        WeekSums sums = new WeekSums(rulebook, recording, setAside);
        trips.stream().sorted(ONE_ORDER).forEach(sums::add);
        sums.addEvents();
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
        return eventsOfEach(List.of(trip), rulebook).get(0);
    }

    /** The same of several trips, in their order; the rules are asked once. */
    static List<List<DrivingEvent>> eventsOfEach(List<DrivenTrip> trips, Rulebook rulebook) {
        List<List<Cut>> cuts = trips.stream().map(trip -> cuts(trip, rulebook)).toList();
        Iterator<Verdict> verdicts = rulebook.judgeAll(
                        cuts.stream().flatMap(List::stream).map(Cut::facts).toList())
                .iterator();
        return cuts.stream()
                .map(ofTrip -> ofTrip.stream()
                        .map(cut -> cut.judged(verdicts.next()))
                        .sorted(IN_TIME)
                        .toList())
                .toList();
    }

    private static List<Cut> cuts(DrivenTrip trip, Rulebook rulebook) {
        if (trip.manoeuvres().isEmpty()) {
            return List.of();
        }
        double lowestStart = rulebook.lowestStartSpeedKmh(trip.vehicleClass());
        List<Cut> cuts = new ArrayList<>();
        for (Manoeuvre manoeuvre : trip.manoeuvres()) {
            double threshold = rulebook.lowestThresholdMps2(trip.vehicleClass(), manoeuvre.kind());
            EventCutter.events(manoeuvre, threshold, lowestStart)
                    .forEach(event -> cuts.add(new Cut(trip, manoeuvre, event)));
        }
        return cuts;
    }

    /** A manoeuvre, or the part of one above the lowest threshold, of which nobody has asked yet how hard it was. */
    private record Cut(DrivenTrip trip, Manoeuvre manoeuvre, EventCutter.Event event) {

        PeakFacts facts() {
            return new PeakFacts(trip.vehicleClass(), manoeuvre.kind(), event.peakMps2(), manoeuvre.guardMps2());
        }

        DrivingEvent judged(Verdict verdict) {
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
}
