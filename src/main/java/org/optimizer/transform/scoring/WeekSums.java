package org.optimizer.transform.scoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.optimizer.model.DrivenTrip;
import org.optimizer.model.DriverWeek;
import org.optimizer.model.DrivingEvent;
import org.optimizer.model.DrivingLimits;
import org.optimizer.model.EventKey;
import org.optimizer.model.Feature;
import org.optimizer.model.FleetMean;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.ManoeuvreKind;
import org.optimizer.model.Rulebook;
import org.optimizer.model.SamplingClass;
import org.optimizer.model.ScoredEvent;
import org.optimizer.model.Trip;
import org.optimizer.model.VehicleClass;

/** Adds trips up. A week is a ratio of sums, never a mean of means. */
final class WeekSums {
    private static final double S_PER_H = 3600;

    private final Rulebook rulebook;
    private final Function<Trip, SamplingClass> recording;
    private final Set<EventKey> setAside;
    private final CruiseSums cruise;
    private final Map<VehicleClass, Double> kmByVehicle = new EnumMap<>(VehicleClass.class);
    private final Map<SamplingClass, Double> kmBySampling = new EnumMap<>(SamplingClass.class);
    private final List<Heard> heard = new ArrayList<>();
    private final List<ScoredEvent> events = new ArrayList<>();
    private final Set<LocalDate> days = new HashSet<>();
    private double km;
    private double movingS;
    private double coveredS;
    private double lostS;
    private double eventKm;
    private int accelerationPoints;
    private int brakingPoints;
    private int accelerationVariance;
    private int brakingVariance;
    private double rpaWork;
    private double rpaDistanceM;
    private double gentleLossMps;
    private double totalLossMps;

    /** @param recording how far each trip can be trusted by these rules */
    WeekSums(Rulebook rulebook, Function<Trip, SamplingClass> recording, Set<EventKey> setAside) {
        this.rulebook = rulebook;
        this.recording = recording;
        this.setAside = setAside;
        this.cruise = new CruiseSums(rulebook);
    }

    void add(DrivenTrip driven) {
        Trip trip = driven.trip();
        SamplingClass sampling = recording.apply(trip);
        km += trip.distanceKm();
        kmByVehicle.merge(driven.vehicleClass(), trip.distanceKm(), Double::sum);
        kmBySampling.merge(sampling, trip.distanceKm(), Double::sum);
        days.add(driven.day());
        movingS += trip.movingS();
        coveredS += trip.coveredS();
        lostS += trip.lostS();
        if (sampling == SamplingClass.A) {
            eventKm += trip.distanceKm();
            heard.add(new Heard(driven, true));
        }
        if (sampling == SamplingClass.B) {
            heard.add(new Heard(driven, false));
        }
        if (sampling != SamplingClass.D) {
            addStyle(driven);
        }
    }

    /** A trip whose events are listed. @param counts whether it is recorded well enough for their points to count */
    private record Heard(DrivenTrip trip, boolean counts) {}

    /** Once all trips are there: the rules are asked about all of their manoeuvres together. */
    void addEvents() {
        List<List<DrivingEvent>> byTrip =
                DriverWeeks.eventsOfEach(heard.stream().map(Heard::trip).toList(), rulebook);
        for (int trip = 0; trip < byTrip.size(); trip++) {
            Heard from = heard.get(trip);
            byTrip.get(trip).forEach(event -> addEvent(from, event));
        }
    }

    private void addEvent(Heard from, DrivingEvent event) {
        boolean counted = from.counts && !setAside.contains(EventKey.of(event));
        events.add(new ScoredEvent(from.trip.vehicleClass(), counted, event));
        if (counted) {
            count(event);
        }
    }

    private void count(DrivingEvent event) {
        int points = event.points();
        if (event.kind() == ManoeuvreKind.ACCELERATION) {
            accelerationPoints += points;
            accelerationVariance += points * points;
        } else {
            brakingPoints += points;
            brakingVariance += points * points;
        }
    }

    /** Those that count, those set aside, and those of class B for information, in the order in which trips were added. */
    List<ScoredEvent> events() {
        return events;
    }

    private void addStyle(DrivenTrip driven) {
        Trip trip = driven.trip();
        rpaWork += trip.rpaWork();
        rpaDistanceM += trip.rpaDistanceM();
        gentleLossMps += trip.gentleLossMps();
        totalLossMps += trip.totalLossMps();
        cruise.add(driven);
    }

    DriverWeek week(String driverId, IsoWeek week, List<FleetMean> means) {
        VehicleClass league = league();
        return new DriverWeek(
                driverId,
                week,
                league,
                km,
                movingS / S_PER_H,
                days.size(),
                ratio(coveredS, coveredS + lostS),
                kmBySampling,
                eventKm,
                accelerationPoints,
                brakingPoints,
                accelerationVariance,
                brakingVariance,
                features(league, means));
    }

    /** The class with most kilometres; of two with the same, the lighter. */
    private VehicleClass league() {
        VehicleClass league = null;
        for (VehicleClass each : kmByVehicle.keySet()) {
            if (league == null || kmByVehicle.get(each) > kmByVehicle.get(league)) {
                league = each;
            }
        }
        return league;
    }

    private Map<Feature, Double> features(VehicleClass league, List<FleetMean> means) {
        Map<Feature, Double> features = new EnumMap<>(Feature.class);
        DrivingLimits limits = rulebook.limits(league);
        FleetMean average = EventRates.average(league, means, rulebook);
        features.putAll(EventRates.of(accelerationPoints, brakingPoints, eventKm, average, rulebook));
        if (rpaDistanceM > 0) {
            features.put(Feature.RPA5, rpaWork / rpaDistanceM);
        }
        if (totalLossMps > 0) {
            features.put(Feature.GENTLE_SHARE, gentleLossMps / totalLossMps);
        }
        features.putAll(cruise.features(limits.cruiseMinutesNeeded()));
        return features;
    }

    private static double ratio(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }
}
