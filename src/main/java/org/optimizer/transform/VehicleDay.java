package org.optimizer.transform;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.optimizer.model.Badge;
import org.optimizer.model.DayFacts;
import org.optimizer.model.SpeedProfile;
import org.optimizer.model.Standstill;
import org.optimizer.model.Trace;
import org.optimizer.model.Trip;
import org.optimizer.model.ZoneVisit;
import org.optimizer.transform.driving.Curves;
import org.optimizer.transform.driving.Gradients;
import org.optimizer.transform.driving.Manoeuvres;
import org.optimizer.transform.driving.MeanSpeeds;
import org.optimizer.transform.driving.Steadiness;
import org.optimizer.transform.trips.DayOdometer;
import org.optimizer.transform.trips.DayWindow;
import org.optimizer.transform.trips.Fixes;
import org.optimizer.transform.trips.Gate;
import org.optimizer.transform.trips.Leg;
import org.optimizer.transform.trips.Legs;
import org.optimizer.transform.trips.LogIns;
import org.optimizer.transform.trips.Stand;
import org.optimizer.transform.trips.StandFinder;
import org.optimizer.transform.trips.TripCutter;
import org.optimizer.transform.trips.TripSums;
import org.optimizer.transform.zones.Fence;
import org.optimizer.transform.zones.Visits;
import org.optimizer.transform.zones.ZoneMap;

/** The pipeline of one vehicle and day, from fixes to facts: read it first. */
public final class VehicleDay {
    /** Version of the algorithm, kept with the facts; to be raised when the same fixes would give other facts. */
    public static final String ALGORITHM = "2";

    private VehicleDay() {}

    /**
     * The facts of one site day.
     *
     * @param recording fixes of the vehicle; may reach over the day's ends, so that nothing is lost at midnight: an interval
     *     between two fixes belongs to the day in which it begins
     * @param badges log-ins on this vehicle, at least those of the day and the last one before it, in any order
     * @param zones those of the site
     */
    public static DayFacts facts(
            String vehicleId,
            Trace recording,
            int traceRevision,
            LocalDate day,
            ZoneId zone,
            List<Badge> badges,
            ZoneMap zones) {
        DayWindow window = DayWindow.of(day, zone);
        LogIns logIns = LogIns.of(vehicleId, badges);
        Gate.Passed passed = Gate.pass(recording, window);
        Fixes fixes = passed.fixes();
        List<Stand> stands = StandFinder.find(fixes);
        Legs legs = TripCutter.cut(fixes, stands, logIns, window);
        return new DayFacts(
                vehicleId,
                day,
                ALGORITHM,
                traceRevision,
                passed.read(),
                passed.kept(),
                passed.notes(),
                trips(fixes, legs, stands),
                Manoeuvres.find(fixes, legs),
                Curves.find(fixes, legs),
                standstills(StandFinder.ofDay(fixes, stands, window, logIns), zones),
                visits(fixes, legs, stands, zones, window, logIns),
                Gradients.find(fixes, legs));
    }

    private static List<Standstill> standstills(List<Standstill> standstills, ZoneMap zones) {
        return zones.isEmpty()
                ? standstills
                : standstills.stream()
                        .map(standstill -> placed(standstill, zones))
                        .toList();
    }

    private static Standstill placed(Standstill standstill, ZoneMap zones) {
        return standstill.in(zones.atOrBeside(standstill.latitudeDeg(), standstill.longitudeDeg())
                .map(Fence::name));
    }

    private static List<ZoneVisit> visits(
            Fixes fixes, Legs legs, List<Stand> stands, ZoneMap zones, DayWindow window, LogIns logIns) {
        return zones.isEmpty()
                ? List.of()
                : Visits.ofDay(
                        fixes,
                        StandFinder.findBrief(fixes),
                        zones,
                        window,
                        logIns,
                        DayOdometer.of(fixes, legs, stands));
    }

    private static List<Trip> trips(Fixes fixes, Legs legs, List<Stand> stands) {
        List<Trip> trips = new ArrayList<>();
        Leg before = null;
        for (Leg leg : legs.all()) {
            boolean follows = before != null && before.driverId().equals(leg.driverId());
            trips.add(trip(fixes, leg, stands, follows ? before.to() : leg.from()));
            before = leg;
        }
        return trips;
    }

    private static Trip trip(Fixes fixes, Leg leg, List<Stand> stands, int lostFrom) {
        TripSums sums = TripSums.of(fixes, leg, stands, lostFrom);
        MeanSpeeds means = MeanSpeeds.of(fixes, leg);
        Steadiness steadiness = Steadiness.of(fixes, leg, sums.secondsAtKmh().length);
        return new Trip(
                leg.number(),
                leg.track(),
                leg.driverId(),
                Instant.ofEpochMilli(fixes.timeMs(leg.from())),
                Instant.ofEpochMilli(fixes.timeMs(leg.to())),
                sums.distanceM() / 1e3,
                sums.movingS(),
                sums.maxMps() * 3.6,
                sums.zeroSpeedS(),
                sums.coveredS(),
                sums.lostS(),
                leg.beatMs() / 1e3,
                sums.dopplerShare(),
                sums.speedAccuracyMps(),
                means.rpaWork(),
                means.rpaDistanceM(),
                means.gentleLossMps(),
                means.totalLossMps(),
                new SpeedProfile(sums.secondsAtKmh(), steadiness.windows(), steadiness.variance()));
    }
}
