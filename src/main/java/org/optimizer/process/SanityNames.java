package org.optimizer.process;

import java.util.HashMap;
import java.util.Map;
import org.optimizer.extract.Drivers;
import org.optimizer.extract.Sites;
import org.optimizer.extract.Vehicles;
import org.optimizer.model.SanityFinding;
import org.optimizer.model.Site;

/** What people call the vehicles and drivers of a site. */
public class SanityNames {
    private static final String VEHICLE = "vehicle ";
    private static final String DRIVER = "driver ";

    private final Sites sites;
    private final Vehicles vehicles;
    private final Drivers drivers;

    public SanityNames(Sites sites, Vehicles vehicles, Drivers drivers) {
        this.sites = sites;
        this.vehicles = vehicles;
        this.drivers = drivers;
    }

    Site site(String siteId) {
        return sites.get(siteId);
    }

    /** By what {@link #key} gives. */
    Map<String, String> of(String siteId) {
        Map<String, String> names = new HashMap<>();
        vehicles.list().stream()
                .filter(vehicle -> vehicle.siteId().equals(siteId))
                .forEach(vehicle -> names.put(VEHICLE + vehicle.id(), vehicle.name()));
        drivers.listBySite(siteId).forEach(driver -> names.put(DRIVER + driver.id(), driver.name()));
        return names;
    }

    /** A vehicle and a driver may have the same id. */
    static String key(SanityFinding finding) {
        return (finding.kind().isOfDriver() ? DRIVER : VEHICLE) + finding.subjectId();
    }
}
