package org.optimizer.process;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.optimizer.extract.Drivers;
import org.optimizer.extract.Sites;
import org.optimizer.extract.Vehicles;
import org.optimizer.model.Badge;
import org.optimizer.model.Contest;
import org.optimizer.model.Driver;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.ScorePlan.Entrants;
import org.optimizer.model.ScoredEntity;
import org.optimizer.model.Vehicle;
import org.optimizer.model.VehicleClass;
import org.optimizer.transform.scoring.rates.Field;
import org.optimizer.transform.scoring.rates.LogInShares;

/** Whom a provider is asked about for a contest, and who competes with what it says. */
public class FedFleet {
    private final Sites sites;
    private final Vehicles vehicles;
    private final Drivers drivers;
    private final FetchSettings settings;

    public FedFleet(Sites sites, Vehicles vehicles, Drivers drivers, FetchSettings settings) {
        this.sites = sites;
        this.vehicles = vehicles;
        this.drivers = drivers;
        this.settings = settings;
    }

    /** Our ids of the drivers, or of the vehicles, whose counts or marks a contest takes. */
    List<String> asked(Contest contest) {
        return contest.plan().orElseThrow().entrants().asked() == ScoredEntity.VEHICLE
                ? contest.vehicleIds()
                : drivers.listBySite(contest.siteId()).stream().map(Driver::id).toList();
    }

    ZoneId zone(Contest contest) {
        return sites.get(contest.siteId()).zone();
    }

    /** Who was logged in where, from the contest's first day to the end of a week. */
    LogIns logIns(Contest contest, IsoWeek last, double longestH) {
        ZoneId zone = zone(contest);
        Instant start = IsoWeek.of(contest.firstDay()).start(zone);
        Instant end = last.end(zone);
        int days = (int) ChronoUnit.DAYS.between(start, end) + settings.badgeLookBackDays();
        Map<String, List<Badge>> badges = contest.vehicleIds().stream()
                .distinct()
                .collect(toMap(Function.identity(), vehicle -> drivers.listBadges(vehicle, end, days)));
        return new LogIns(badges, zone, longestH);
    }

    /** @param badges by vehicle */
    record LogIns(Map<String, List<Badge>> badges, ZoneId zone, double longestH) {

        /** How a vehicle's week is shared among drivers; empty when nobody logged in. */
        Map<String, Double> shares(String vehicle, IsoWeek week) {
            return LogInShares.of(badges.getOrDefault(vehicle, List.of()), week.start(zone), week.end(zone), longestH);
        }
    }

    /** Who competes in a week, each in the league of his vehicle: a driver in that of most of his hours logged in. */
    Field field(Contest contest, IsoWeek week, LogIns logIns, Set<String> excluded) {
        Map<String, Vehicle> known = vehicles.list().stream().collect(toMap(Vehicle::id, Function.identity()));
        Map<String, VehicleClass> classes = contest.vehicleIds().stream()
                .filter(known::containsKey)
                .distinct()
                .collect(toMap(Function.identity(), id -> known.get(id).vehicleClass()));
        boolean ofVehicles = contest.plan().orElseThrow().entrants() == Entrants.VEHICLES;
        return new Field(
                week,
                ofVehicles ? classes : leagues(contest, week, logIns, classes),
                commonest(contest, classes, known),
                excluded);
    }

    private static Map<String, VehicleClass> leagues(
            Contest contest, IsoWeek week, LogIns logIns, Map<String, VehicleClass> classes) {
        Instant start = IsoWeek.of(contest.firstDay()).start(logIns.zone());
        Instant end = week.end(logIns.zone());
        Map<String, Map<VehicleClass, Double>> hours = new HashMap<>();
        classes.forEach((vehicle, ownClass) -> LogInShares.hours(
                        logIns.badges().get(vehicle), start, end, logIns.longestH())
                .forEach((driver, own) -> hours.computeIfAbsent(driver, any -> new EnumMap<>(VehicleClass.class))
                        .merge(ownClass, own, Double::sum)));
        return hours.entrySet().stream().collect(toMap(Map.Entry::getKey, entry -> largest(entry.getValue())));
    }

    /** The league of those of whom nobody knows what they drive: the contest's commonest class, else the site's. */
    private static VehicleClass commonest(
            Contest contest, Map<String, VehicleClass> classes, Map<String, Vehicle> known) {
        List<VehicleClass> among = classes.isEmpty()
                ? known.values().stream()
                        .filter(vehicle -> vehicle.siteId().equals(contest.siteId()))
                        .map(Vehicle::vehicleClass)
                        .toList()
                : List.copyOf(classes.values());
        return among.isEmpty()
                ? VehicleClass.values()[0]
                : largest(among.stream()
                        .collect(groupingBy(Function.identity(), () -> new EnumMap<>(VehicleClass.class), counting())));
    }

    /** Of equals the first in the order of the classes. */
    private static <N extends Comparable<N>> VehicleClass largest(Map<VehicleClass, N> amounts) {
        N most = amounts.values().stream().max(N::compareTo).orElseThrow();
        return amounts.entrySet().stream()
                .filter(entry -> entry.getValue().equals(most))
                .findFirst()
                .orElseThrow()
                .getKey();
    }
}
