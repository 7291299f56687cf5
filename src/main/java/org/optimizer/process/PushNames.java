package org.optimizer.process;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.optimizer.extract.Drivers;
import org.optimizer.extract.Periods;
import org.optimizer.extract.Sites;
import org.optimizer.extract.Vehicles;
import org.optimizer.model.ScoreRef;
import org.optimizer.model.ScoredEntity;
import org.optimizer.model.Site;
import org.optimizer.model.Vehicle;

/** Whom a sender means: names of vehicles and drivers as his source has them, or ours. */
public class PushNames {
    private final Sites sites;
    private final Vehicles vehicles;
    private final Drivers drivers;
    private final Periods periods;

    public PushNames(Sites sites, Vehicles vehicles, Drivers drivers, Periods periods) {
        this.sites = sites;
        this.vehicles = vehicles;
        this.drivers = drivers;
        this.periods = periods;
    }

    /** A driver or a vehicle, and of which site it is. */
    record Whose(String id, String siteId) {}

    /** What one push may name, read once. */
    Open open(Sender sender) {
        return new Open(sender);
    }

    final class Open {
        private final Map<String, Vehicle> vehicleByRef = new HashMap<>();
        private final Map<String, Whose> driverByRef = new HashMap<>();
        private final Map<String, ZoneId> zones = new HashMap<>();

        private Open(Sender sender) {
            List<Vehicle> its = vehicles.list().stream().filter(sender::mayName).toList();
            Map<String, Vehicle> byId = new HashMap<>();
            its.forEach(vehicle -> byId.put(vehicle.id(), vehicle));
            // what is put later says more: our id, the source's name for traces, the source's name for marks
            vehicleByRef.putAll(byId);
            its.stream()
                    .filter(vehicle -> vehicle.traceSource().equals(sender.source()))
                    .forEach(vehicle -> vehicleByRef.put(vehicle.sourceRef(), vehicle));
            for (ScoreRef ref : periods.listRefs(sender.source(), ScoredEntity.VEHICLE)) {
                Optional.ofNullable(byId.get(ref.entityId()))
                        .ifPresent(vehicle -> vehicleByRef.put(ref.ref(), vehicle));
            }
            for (Site site : sites.list()) {
                if (sender.siteIds().isEmpty() || sender.siteIds().contains(site.id())) {
                    addDrivers(site);
                }
            }
            addDriverRefs(sender);
        }

        private void addDrivers(Site site) {
            zones.put(site.id(), site.zone());
            drivers.listBySite(site.id())
                    .forEach(driver -> driverByRef.put(driver.id(), new Whose(driver.id(), site.id())));
        }

        private void addDriverRefs(Sender sender) {
            Map<String, Whose> byId = Map.copyOf(driverByRef);
            for (ScoreRef ref : periods.listRefs(sender.source(), ScoredEntity.DRIVER)) {
                Optional.ofNullable(byId.get(ref.entityId())).ifPresent(driver -> driverByRef.put(ref.ref(), driver));
            }
        }

        Optional<Vehicle> vehicle(String ref) {
            return Optional.ofNullable(vehicleByRef.get(ref));
        }

        Optional<Whose> whoseVehicle(String ref) {
            return vehicle(ref).map(vehicle -> new Whose(vehicle.id(), vehicle.siteId()));
        }

        Optional<Whose> driver(String ref) {
            return Optional.ofNullable(driverByRef.get(ref));
        }

        /** The id of a driver of that site. */
        Optional<String> driver(String ref, String siteId) {
            return driver(ref).filter(driver -> driver.siteId().equals(siteId)).map(Whose::id);
        }

        ZoneId zone(String siteId) {
            return zones.get(siteId);
        }
    }
}
