package org.optimizer.extract;

import java.util.List;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.Badge;
import org.optimizer.model.Driver;

/** Reads the drivers and who logged in where. */
public class Drivers {
    private final ProducerTemplate camel;

    public Drivers(ProducerTemplate camel) {
        this.camel = camel;
    }

    /** All drivers of a site, ordered by id. */
    public List<Driver> listBySite(String siteId) {
        throw new UnsupportedOperationException();
    }

    /** The log-ins on a vehicle before {@code to}, of the last {@code lookBackDays} before it, in order of time. */
    public List<Badge> listBadges(String vehicleId, java.time.Instant to, int lookBackDays) {
        throw new UnsupportedOperationException();
    }
}
