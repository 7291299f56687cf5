package org.optimizer.load;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.BadgeAside;
import org.optimizer.model.Stored;

/** Writes what log-ins leave behind: days whose facts they change, and log-ins that nobody can be found for. */
public class BadgeSink {
    private final ProducerTemplate camel;

    public BadgeSink(ProducerTemplate camel) {
        this.camel = camel;
    }

    /**
     * Has the facts of a vehicle's stored days made again. The days get a new revision, as with new fixes: facts that are being made
     * of the old one at this moment are then known to be old.
     *
     * @return how many days
     */
    public int raiseDays(String vehicleId, LocalDate from, LocalDate to) {
        return Call.route(camel, "raise-trace-days", Stored.row("vehicleId", vehicleId, "fromDay", from, "toDay", to));
    }

    public void setAside(List<BadgeAside> badges) {
        if (!badges.isEmpty()) {
            Call.route(
                    camel,
                    "set-badge-aside",
                    badges.stream().map(BadgeSink::row).toList());
        }
    }

    public void removeAside(List<BadgeAside> badges) {
        if (!badges.isEmpty()) {
            Call.route(
                    camel,
                    "remove-badge-aside",
                    badges.stream().map(BadgeSink::row).toList());
        }
    }

    private static Map<String, Object> row(BadgeAside badge) {
        return Stored.row(
                "vehicle", badge.vehicle(),
                "driver", badge.driver(),
                "at", badge.at(),
                "reason", badge.reason(),
                "source", badge.source(),
                "seenAt", badge.seenAt());
    }
}
