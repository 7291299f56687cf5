package org.optimizer.process;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.optimizer.extract.BehaviourCounts;
import org.optimizer.extract.Periods;
import org.optimizer.load.PeriodSink;
import org.optimizer.model.BehaviourType;
import org.optimizer.model.EventCount;
import org.optimizer.model.EventCounts;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.PeriodScore;
import org.optimizer.model.ScoredEntity;

/** Counts the events that were pushed of vehicles in a week, and says how far these drove: what contests of event rates need. */
public class PushedWeeks {
    private final BehaviourCounts counts;
    private final Periods periods;
    private final PeriodSink sink;
    private final Clock clock;

    public PushedWeeks(BehaviourCounts counts, Periods periods, PeriodSink sink, Clock clock) {
        this.counts = counts;
        this.periods = periods;
        this.sink = sink;
        this.clock = clock;
    }

    /**
     * Writes the counts of a week in place of those before: of every vehicle, also of one that saw nothing. The distance is that
     * which the source sent with the marks of the week, otherwise that of the vehicle's own trips, otherwise none.
     */
    public void count(String source, List<String> vehicleIds, IsoWeek week, ZoneId zone) {
        if (vehicleIds.isEmpty()) {
            return;
        }
        Map<String, Map<BehaviourType, Integer>> events =
                counts.count(source, vehicleIds, week.start(zone), week.end(zone));
        Map<String, Double> distances = distancesM(source, vehicleIds, week);
        Instant now = clock.instant();
        List<EventCount> rows = new ArrayList<>();
        for (String vehicle : vehicleIds) {
            rows.add(new EventCount(
                    source,
                    ScoredEntity.VEHICLE,
                    vehicle,
                    week,
                    counts(events.getOrDefault(vehicle, Map.of())),
                    distances.getOrDefault(vehicle, Double.NaN),
                    now));
        }
        sink.saveCounts(rows);
    }

    private static EventCounts counts(Map<BehaviourType, Integer> events) {
        return new EventCounts(
                events.getOrDefault(BehaviourType.HARSH_ACCELERATION, 0),
                events.getOrDefault(BehaviourType.HARSH_BRAKING, 0),
                events.getOrDefault(BehaviourType.OVERSPEED, 0));
    }

    private Map<String, Double> distancesM(String source, List<String> vehicleIds, IsoWeek week) {
        Map<String, Double> distances = new HashMap<>(counts.distancesM(vehicleIds, week.monday(), week.sunday()));
        for (PeriodScore score : periods.listScores(source, ScoredEntity.VEHICLE, vehicleIds, week, week)) {
            if (!Double.isNaN(score.distanceM())) {
                distances.put(score.entityId(), score.distanceM());
            }
        }
        return distances;
    }
}
