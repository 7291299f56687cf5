package org.optimizer.load;

import java.util.List;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.Badge;
import org.optimizer.model.Contest;
import org.optimizer.model.Driver;
import org.optimizer.model.Site;
import org.optimizer.model.Vehicle;
import org.optimizer.model.Zone;

/** Writes the fleet: sites, vehicles, drivers, log-ins, zones and contests. Everything replaces by key. */
public class FleetSink {
    private final ProducerTemplate camel;

    public FleetSink(ProducerTemplate camel) {
        this.camel = camel;
    }

    public void saveSite(Site site) {
        throw new UnsupportedOperationException();
    }

    public void saveVehicles(List<Vehicle> vehicles) {
        throw new UnsupportedOperationException();
    }

    public void saveDrivers(List<Driver> drivers) {
        throw new UnsupportedOperationException();
    }

    public void saveBadges(List<Badge> badges) {
        throw new UnsupportedOperationException();
    }

    public void saveZones(List<Zone> zones) {
        throw new UnsupportedOperationException();
    }

    public void saveContest(Contest contest) {
        throw new UnsupportedOperationException();
    }
}
