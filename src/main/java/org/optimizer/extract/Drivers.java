package org.optimizer.extract;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.Badge;
import org.optimizer.model.Driver;
import org.optimizer.model.Language;

/** Reads the drivers and who logged in where. */
public class Drivers {
    private final ProducerTemplate camel;

    public Drivers(ProducerTemplate camel) {
        this.camel = camel;
    }

    /** All drivers of a site, ordered by id. */
    public List<Driver> listBySite(String siteId) {
        return Query.rows(camel, "list-drivers-of-site", "siteId", siteId).stream()
                .map(Drivers::driver)
                .toList();
    }

    /** The log-ins on a vehicle before {@code to}, of the last {@code lookBackDays} before it, in order of time. */
    public List<Badge> listBadges(String vehicleId, Instant to, int lookBackDays) {
        Instant from = to.minus(Duration.ofDays(lookBackDays));
        return Query.rows(camel, "list-badges", "vehicleId", vehicleId, "fromTime", from, "toTime", to).stream()
                .map(Drivers::badge)
                .toList();
    }

    private static Driver driver(Row row) {
        return new Driver(
                row.text("driver_id"),
                row.text("site_id"),
                row.text("name"),
                row.optionalText("phone"),
                row.word("language", Language.class));
    }

    private static Badge badge(Row row) {
        return new Badge(row.text("vehicle_id"), row.text("driver_id"), row.instant("badged_at"));
    }
}
