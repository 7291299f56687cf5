package org.optimizer.process;

import java.util.List;
import org.optimizer.model.Vehicle;

/**
 * Software outside that may push data to us, known by its key or its signature.
 *
 * @param name as in the settings {@code optimizer.ingest.senders}
 * @param source what it says its data are from, such as {@code globo} or {@code traccar}
 * @param siteIds whose vehicles it may name; empty for all
 */
public record Sender(String name, String source, List<String> siteIds) {
    public Sender {
        siteIds = List.copyOf(siteIds);
    }

    public boolean mayName(Vehicle vehicle) {
        return siteIds.isEmpty() || siteIds.contains(vehicle.siteId());
    }
}
