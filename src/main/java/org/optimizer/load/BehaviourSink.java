package org.optimizer.load;

import java.time.Instant;
import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.BehaviourEvent;
import org.optimizer.model.Stored;

/** Writes what trackers and other systems saw, once each. */
public class BehaviourSink {
    private final ProducerTemplate camel;

    public BehaviourSink(ProducerTemplate camel) {
        this.camel = camel;
    }

    /** @return false when an event of that source and id is there already */
    public boolean add(BehaviourEvent event) {
        return Call.route(camel, "keep-behaviour-event", row(event)) == 1;
    }

    private static Map<String, Object> row(BehaviourEvent event) {
        return Stored.row(
                "source", event.source(),
                "eventId", event.id(),
                "vehicleId", event.vehicleId(),
                "driverId", event.driverId(),
                "type", event.type(),
                "at", event.at(),
                "durationMs",
                        event.durationMs().isPresent() ? event.durationMs().getAsLong() : null,
                "accelerationMps2", event.accelerationMps2(),
                "speedKmh", event.speedKmh(),
                "latitude", event.latitudeDeg(),
                "longitude", event.longitudeDeg(),
                "receivedAt", event.receivedAt());
    }

    /** Notes that a mark came. @return false when one of that source and id came before */
    public boolean noteMark(String source, String markId, Instant at) {
        return Call.route(camel, "keep-pushed-mark", Stored.row("source", source, "markId", markId, "receivedAt", at))
                == 1;
    }
}
