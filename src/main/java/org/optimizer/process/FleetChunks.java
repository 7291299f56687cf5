package org.optimizer.process;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.optimizer.extract.Contests;
import org.optimizer.extract.Vehicles;
import org.optimizer.model.Vehicle;

/** The vehicles that a process works on, a handful in one transaction; always in order of id, so that nobody waits in a circle. */
final class FleetChunks {
    private static final String ALL = "all";
    private static final String SITE = "site:";
    static final String VEHICLES = "vehicles:";
    /** A process variable holds 4000 characters. */
    private static final int LONGEST_SCOPE = 2000;

    private final Vehicles vehicles;
    private final Contests contests;
    private final int perChunk;

    FleetChunks(Vehicles vehicles, Contests contests, int perChunk) {
        this.vehicles = vehicles;
        this.contests = contests;
        this.perChunk = perChunk;
    }

    /** What stands for all vehicles of a site. */
    static String ofSite(String siteId) {
        return SITE + siteId;
    }

    /** What stands for these vehicles: all of them, where their ids are too many for one word. */
    static String ofVehicles(Collection<String> vehicleIds) {
        String scope = VEHICLES + String.join(",", vehicleIds);
        boolean fits = scope.length() <= LONGEST_SCOPE && vehicleIds.stream().noneMatch(id -> id.contains(","));
        return fits ? scope : ALL;
    }

    /**
     * The number of chunks.
     *
     * @param scope {@code all}, {@code site:} and a site's id, {@code vehicles:} and ids with commas, or a contest's id
     * @throws IllegalArgumentException when there is no such contest
     */
    int count(String scope) {
        return (vehiclesOf(scope).size() + perChunk - 1) / perChunk;
    }

    /** @param chunk 0, 1, 2 …; empty when the fleet has become smaller meanwhile */
    List<Vehicle> get(String scope, int chunk) {
        List<Vehicle> all = vehiclesOf(scope);
        int from = Math.min(all.size(), chunk * perChunk);
        return all.subList(from, Math.min(all.size(), from + perChunk));
    }

    /** All of them, ordered by id. */
    List<Vehicle> all(String scope) {
        return vehiclesOf(scope);
    }

    private List<Vehicle> vehiclesOf(String scope) {
        List<Vehicle> all = vehicles.list().stream()
                .sorted(Comparator.comparing(Vehicle::id))
                .toList();
        if (scope.equals(ALL)) {
            return all;
        }
        if (scope.startsWith(SITE)) {
            String siteId = scope.substring(SITE.length());
            return all.stream()
                    .filter(vehicle -> vehicle.siteId().equals(siteId))
                    .toList();
        }
        Set<String> chosen = Set.copyOf(
                scope.startsWith(VEHICLES)
                        ? List.of(scope.substring(VEHICLES.length()).split(","))
                        : contests.get(scope).vehicleIds());
        return all.stream().filter(vehicle -> chosen.contains(vehicle.id())).toList();
    }
}
