package org.optimizer.process;

import java.util.Comparator;
import java.util.List;
import org.optimizer.extract.Contests;
import org.optimizer.extract.Vehicles;
import org.optimizer.model.Vehicle;

/** The vehicles that a process works on, a handful in one transaction; always in order of id, so that nobody waits in a circle. */
final class FleetChunks {
    private static final String ALL = "all";
    private static final String SITE = "site:";

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

    /**
     * The number of chunks.
     *
     * @param scope {@code all}, {@code site:} and a site's id, or a contest's id
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
        List<String> competing = contests.get(scope).vehicleIds();
        return all.stream().filter(vehicle -> competing.contains(vehicle.id())).toList();
    }
}
