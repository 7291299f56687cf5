package org.optimizer.load;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.Badge;
import org.optimizer.model.Contest;
import org.optimizer.model.Driver;
import org.optimizer.model.Shift;
import org.optimizer.model.Site;
import org.optimizer.model.Stored;
import org.optimizer.model.Team;
import org.optimizer.model.Vehicle;
import org.optimizer.model.Zone;
import org.optimizer.model.ZonePair;

/** Writes the fleet: sites, vehicles, drivers, log-ins, zones with pairs and shifts, contests and teams. Everything replaces by key. */
public class FleetSink {
    private static final DateTimeFormatter HOUR_AND_MINUTE = DateTimeFormatter.ofPattern("HH:mm");

    private final ProducerTemplate camel;

    public FleetSink(ProducerTemplate camel) {
        this.camel = camel;
    }

    public void saveSite(Site site) {
        Call.route(
                camel,
                "save-site",
                Stored.row(
                        "id",
                        site.id(),
                        "name",
                        site.name(),
                        "zone",
                        site.zone().getId(),
                        "country",
                        site.country(),
                        "closingDay",
                        site.closingDay().getValue(),
                        "closingTime",
                        site.closingTime().toString(),
                        "keepsOffHours",
                        site.keepsOffHours(),
                        "offHoursMarginMin",
                        site.offHoursMarginMin()));
    }

    public void saveVehicles(List<Vehicle> vehicles) {
        Call.route(camel, "save-vehicles", vehicles.stream().map(FleetSink::row).toList());
    }

    private static Map<String, Object> row(Vehicle vehicle) {
        return Stored.row(
                "id", vehicle.id(),
                "siteId", vehicle.siteId(),
                "name", vehicle.name(),
                "vehicleClass", vehicle.vehicleClass(),
                "traceSource", vehicle.traceSource(),
                "sourceRef", vehicle.sourceRef());
    }

    public void saveDrivers(List<Driver> drivers) {
        Call.route(camel, "save-drivers", drivers.stream().map(FleetSink::row).toList());
    }

    private static Map<String, Object> row(Driver driver) {
        return Stored.row(
                "id", driver.id(),
                "siteId", driver.siteId(),
                "name", driver.name(),
                "phone", driver.phone(),
                "language", driver.language());
    }

    public void saveBadges(List<Badge> badges) {
        Call.route(camel, "save-badges", badges.stream().map(FleetSink::row).toList());
    }

    private static Map<String, Object> row(Badge badge) {
        return Stored.row("vehicleId", badge.vehicleId(), "driverId", badge.driverId(), "at", badge.at());
    }

    public void saveZones(List<Zone> zones) {
        Call.route(camel, "save-zones", zones.stream().map(FleetSink::row).toList());
    }

    /**
     * These are the site's zones from now on, and no others.
     *
     * @throws IllegalArgumentException when one of them is another site's
     */
    public void replaceZones(String siteId, List<Zone> zones) {
        replace("replace-zones", siteId, "zones", zones, Zone::siteId, FleetSink::row);
    }

    private <T> void replace(
            String route,
            String siteId,
            String name,
            List<T> things,
            Function<T, String> siteOf,
            Function<T, Map<String, Object>> row) {
        for (T thing : things) {
            if (!siteOf.apply(thing).equals(siteId)) {
                throw new IllegalArgumentException(
                        name + " of site " + siteId + ": found one of another site, " + thing);
            }
        }
        Call.route(
                camel,
                route,
                Stored.row("siteId", siteId),
                Map.of(name, things.stream().map(row).toList()));
    }

    private static Map<String, Object> row(Zone zone) {
        return Stored.row(
                "id", zone.id(),
                "siteId", zone.siteId(),
                "name", zone.name(),
                "kind", zone.type(),
                "geoJson", zone.geoJson(),
                "radiusM", zone.radiusM(),
                "priority", zone.priority(),
                "minDwellS", zone.minDwellS());
    }

    /** These are the site's pairs from now on, and no others. */
    public void saveZonePairs(String siteId, List<ZonePair> pairs) {
        replace("replace-zone-pairs", siteId, "pairs", pairs, ZonePair::siteId, FleetSink::row);
    }

    private static Map<String, Object> row(ZonePair pair) {
        return Stored.row("siteId", pair.siteId(), "loadZone", pair.loadZone(), "unloadZone", pair.unloadZone());
    }

    /** These are the site's shifts from now on, and no others. */
    public void saveShifts(String siteId, List<Shift> shifts) {
        replace("replace-shifts", siteId, "shifts", shifts, Shift::siteId, FleetSink::row);
    }

    private static Map<String, Object> row(Shift shift) {
        return Stored.row(
                "siteId", shift.siteId(),
                "name", shift.name(),
                "from", HOUR_AND_MINUTE.format(shift.from()),
                "to", HOUR_AND_MINUTE.format(shift.to()));
    }

    public void saveContest(Contest contest) {
        List<Map<String, Object>> vehicles = new ArrayList<>();
        for (String vehicleId : contest.vehicleIds()) {
            vehicles.add(Stored.row("contestId", contest.id(), "vehicleId", vehicleId, "ordinal", vehicles.size()));
        }
        Call.route(camel, "save-contest", row(contest), Map.of("vehicles", vehicles));
    }

    /** Writes all teams of a contest in place of those before. */
    public void saveTeams(String contestId, List<Team> teams) {
        Call.route(
                camel,
                "save-teams",
                Stored.row("contestId", contestId),
                Map.of(
                        "teams",
                        teams.stream().map(FleetSink::row).toList(),
                        "members",
                        teams.stream().flatMap(FleetSink::members).toList()));
    }

    private static Map<String, Object> row(Team team) {
        return Stored.row("contestId", team.contestId(), "teamId", team.id(), "name", team.name());
    }

    private static Stream<Map<String, Object>> members(Team team) {
        return team.driverIds().stream()
                .map(driver -> Stored.row("contestId", team.contestId(), "teamId", team.id(), "driverId", driver));
    }

    private static Map<String, Object> row(Contest contest) {
        return Stored.row(
                "contestId", contest.id(),
                "siteId", contest.siteId(),
                "name", contest.name(),
                "method", contest.method(),
                "firstDay", contest.firstDay(),
                "lastDay", contest.lastDay(),
                "liveFrom", contest.liveFrom());
    }
}
