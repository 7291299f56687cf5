package org.optimizer.extract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.BehaviourType;

/** Counts what trackers and other systems saw, and says how far vehicles drove by their own trips. */
public class BehaviourCounts {
    private static final double M_PER_KM = 1000;

    private final ProducerTemplate camel;

    public BehaviourCounts(ProducerTemplate camel) {
        this.camel = camel;
    }

    /** How often which kind of event was seen of vehicles with {@code from ≤ at < to}, by vehicle; without those that saw none. */
    public Map<String, Map<BehaviourType, Integer>> count(
            String source, List<String> vehicleIds, Instant from, Instant to) {
        Map<String, Map<BehaviourType, Integer>> counts = new HashMap<>();
        for (Row row : Query.rows(
                camel,
                "count-behaviour-events",
                "source",
                source,
                "vehicleIds",
                vehicleIds,
                "fromTime",
                from,
                "toTime",
                to)) {
            counts.computeIfAbsent(row.text("vehicle_id"), any -> new EnumMap<>(BehaviourType.class))
                    .put(row.word("event_type", BehaviourType.class), row.number("events"));
        }
        return counts;
    }

    /** Metres that vehicles drove from the first to the last day, by vehicle; without those that have no trip. */
    public Map<String, Double> distancesM(List<String> vehicleIds, LocalDate first, LocalDate last) {
        Map<String, Double> distances = new HashMap<>();
        Query.rows(camel, "list-vehicle-distances", "vehicleIds", vehicleIds, "fromDay", first, "toDay", last)
                .forEach(row -> distances.put(row.text("vehicle_id"), row.real("distance_km") * M_PER_KM));
        return distances;
    }
}
