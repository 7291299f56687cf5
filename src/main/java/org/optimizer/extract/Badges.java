package org.optimizer.extract;

import java.time.Instant;
import java.util.List;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.Badge;
import org.optimizer.model.BadgeAside;

/** Reads log-ins over all vehicles, and those that nobody was found for. */
public class Badges {
    private final ProducerTemplate camel;

    public Badges(ProducerTemplate camel) {
        this.camel = camel;
    }

    /** The newest log-in by now on each vehicle that ever had one, ordered by vehicle. */
    public List<Badge> listNewest(Instant now) {
        return Query.rows(camel, "list-newest-badges", "now", now).stream()
                .map(row -> new Badge(row.text("vehicle_id"), row.text("driver_id"), row.instant("badged_at")))
                .toList();
    }

    /** The newest first. */
    public List<BadgeAside> listAside(int limit) {
        return Query.rows(camel, "list-badges-aside", "maxRows", limit).stream()
                .map(row -> new BadgeAside(
                        row.text("vehicle_ref"),
                        row.text("driver_ref"),
                        row.instant("badged_at"),
                        row.text("reason"),
                        row.text("source"),
                        row.instant("seen_at")))
                .toList();
    }
}
