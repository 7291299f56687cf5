package org.optimizer.extract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.BehaviourType;
import org.optimizer.model.ScoredEntity;

/** Counts what trackers and other systems saw, and says how far vehicles drove by their own trips. */
public class BehaviourCounts {
    private static final double M_PER_KM = 1000;

    private final ProducerTemplate camel;

    public BehaviourCounts(ProducerTemplate camel) {
        this.camel = camel;
    }

    /** How often which kind of event was seen of vehicles or drivers with {@code from ≤ at < to}, by id; without those that saw none. */
    public Map<String, Map<BehaviourType, Integer>> count(
            String source, ScoredEntity entity, List<String> ids, Instant from, Instant to) {
        String route = entity == ScoredEntity.DRIVER ? "count-driver-events" : "count-vehicle-events";
        Map<String, Map<BehaviourType, Integer>> counts = new HashMap<>();
        for (Row row : Query.rows(camel, route, "source", source, "ids", ids, "fromTime", from, "toTime", to)) {
            counts.computeIfAbsent(row.text("entity_id"), any -> new EnumMap<>(BehaviourType.class))
                    .put(row.word("event_type", BehaviourType.class), row.number("events"));
        }
        return counts;
    }

    /** Metres that vehicles or drivers drove from the first to the last day, by id; without those that have no trip. */
    public Map<String, Double> distancesM(ScoredEntity entity, List<String> ids, LocalDate first, LocalDate last) {
        String route = entity == ScoredEntity.DRIVER ? "list-driver-distances" : "list-vehicle-distances";
        Map<String, Double> distances = new HashMap<>();
        Query.rows(camel, route, "ids", ids, "fromDay", first, "toDay", last)
                .forEach(row -> distances.put(row.text("entity_id"), row.real("distance_km") * M_PER_KM));
        return distances;
    }
}
