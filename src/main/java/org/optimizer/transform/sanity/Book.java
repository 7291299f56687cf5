package org.optimizer.transform.sanity;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.optimizer.model.SanityData;
import org.optimizer.model.SanityData.Driven;
import org.optimizer.model.SanityData.LogIn;
import org.optimizer.model.SanityData.Recorded;
import org.optimizer.model.SanityData.Visited;
import org.optimizer.model.Vehicle;

/** The data of a check, found by vehicle and by driver. */
final class Book {
    private static final int DAYS_OF_WEEK = 7;

    private final SanityData data;
    private final Map<String, List<Driven>> drivenByVehicle;
    private final Map<String, List<Driven>> drivenByDriver;
    private final Map<String, Set<LocalDate>> recorded;
    private final Map<String, Set<LocalDate>> logInsByVehicle;
    private final Map<String, Set<LocalDate>> logInsByDriver;
    private final Set<String> visitingVehicles;
    private final Set<String> visitingDrivers;
    private final Set<LocalDate> fleetDays;

    Book(SanityData data) {
        this.data = data;
        this.drivenByVehicle = data.driven().stream().collect(groupingBy(Driven::vehicleId));
        this.drivenByDriver = data.driven().stream()
                .filter(driven -> driven.driverId().isPresent())
                .collect(groupingBy(driven -> driven.driverId().orElseThrow()));
        this.recorded =
                data.recorded().stream().collect(groupingBy(Recorded::vehicleId, mapping(Recorded::day, toSet())));
        this.logInsByVehicle = logInDays(LogIn::vehicleId);
        this.logInsByDriver = logInDays(LogIn::driverId);
        this.visitingVehicles = data.visited().stream().map(Visited::vehicleId).collect(toSet());
        this.visitingDrivers = data.visited().stream()
                .flatMap(visited -> visited.driverId().stream())
                .collect(toSet());
        this.fleetDays = daysOfTheFleet();
    }

    private Map<String, Set<LocalDate>> logInDays(Function<LogIn, String> whose) {
        return data.logIns().stream()
                .collect(groupingBy(whose, mapping(LogIn::day, Collectors.toCollection(TreeSet::new))));
    }

    /** Days on which more than half of the vehicles drove. */
    private Set<LocalDate> daysOfTheFleet() {
        Set<LocalDate> days = new TreeSet<>();
        for (LocalDate day : days()) {
            long driving = data.vehicles().stream()
                    .filter(vehicle ->
                            drivenBy(vehicle).anyMatch(driven -> driven.day().equals(day)))
                    .count();
            if (2 * driving > data.vehicles().size()) {
                days.add(day);
            }
        }
        return days;
    }

    private java.util.stream.Stream<Driven> drivenBy(Vehicle vehicle) {
        return drivenByVehicle.getOrDefault(vehicle.id(), List.of()).stream();
    }

    SanityData data() {
        return data;
    }

    private List<LocalDate> days() {
        return data.first().datesUntil(data.last().plusDays(1)).toList();
    }

    boolean isLookedAt(LocalDate day) {
        return !day.isBefore(data.first()) && !day.isAfter(data.last());
    }

    Set<LocalDate> fleetDays() {
        return fleetDays;
    }

    Set<LocalDate> recordedDays(String vehicleId) {
        return recorded.getOrDefault(vehicleId, Set.of());
    }

    Set<LocalDate> logInDaysOfVehicle(String vehicleId) {
        return logInsByVehicle.getOrDefault(vehicleId, Set.of());
    }

    Set<LocalDate> logInDaysOfDriver(String driverId) {
        return logInsByDriver.getOrDefault(driverId, Set.of());
    }

    boolean hasVisitOfVehicle(String vehicleId) {
        return visitingVehicles.contains(vehicleId);
    }

    boolean hasVisitOfDriver(String driverId) {
        return visitingDrivers.contains(driverId);
    }

    /** Of the days looked at. */
    List<Driven> drivenByVehicle(String vehicleId) {
        return drivenByVehicle.getOrDefault(vehicleId, List.of()).stream()
                .filter(driven -> isLookedAt(driven.day()))
                .toList();
    }

    /** Of the days looked at. */
    Set<LocalDate> drivenDaysOfDriver(String driverId) {
        return drivenByDriver.getOrDefault(driverId, List.of()).stream()
                .map(Driven::day)
                .filter(this::isLookedAt)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** In how many of the last so many weeks before the one looked at a driver drove. */
    int weeksDriven(String driverId, int ofWeeks) {
        Set<Integer> weeks = new HashSet<>();
        drivenByDriver.getOrDefault(driverId, List.of()).forEach(driven -> weeks.add(weeksAgo(driven.day())));
        return (int) weeks.stream().filter(ago -> ago >= 1 && ago <= ofWeeks).count();
    }

    /** Seconds recorded by a vehicle in each week in which it recorded any, by how many weeks ago that was; 0 is the one looked at. */
    Map<Integer, Double> recordedSByWeek(String vehicleId) {
        return drivenByVehicle.getOrDefault(vehicleId, List.of()).stream()
                .collect(groupingBy(driven -> weeksAgo(driven.day()), Collectors.summingDouble(Driven::recordedS)));
    }

    /** Weeks of seven days, counted back from the last day looked at. */
    private int weeksAgo(LocalDate day) {
        return Math.toIntExact((data.last().toEpochDay() - day.toEpochDay()) / DAYS_OF_WEEK);
    }

    Set<String> driversOfTrips() {
        return drivenByDriver.keySet();
    }

    Set<String> driversOfLogIns() {
        return logInsByDriver.keySet();
    }

    /** Whether he drove one of these vehicles or logged in on one, on the days looked at or in so many weeks before. */
    boolean isSeenIn(String driverId, Set<String> vehicleIds, int weeks) {
        return drivenByDriver.getOrDefault(driverId, List.of()).stream()
                        .anyMatch(driven -> vehicleIds.contains(driven.vehicleId()) && weeksAgo(driven.day()) <= weeks)
                || data.logIns().stream()
                        .anyMatch(logIn -> logIn.driverId().equals(driverId) && vehicleIds.contains(logIn.vehicleId()));
    }

    Optional<Instant> lastFixAt(String vehicleId) {
        return Optional.ofNullable(data.lastFixAt().get(vehicleId));
    }
}
