package org.optimizer.load;

import java.util.List;
import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.EventCount;
import org.optimizer.model.EventCounts;
import org.optimizer.model.MarkKind;
import org.optimizer.model.PeriodScore;
import org.optimizer.model.ScoreRef;
import org.optimizer.model.Stored;

/** Writes what providers counted and marked, by the week, and how they call drivers and vehicles. Everything replaces by key. */
public class PeriodSink {
    private final ProducerTemplate camel;

    public PeriodSink(ProducerTemplate camel) {
        this.camel = camel;
    }

    /** Writes marks in place of those of the same source, driver or vehicle, and week; twice is once. */
    public void saveScores(List<PeriodScore> scores) {
        Call.route(
                camel,
                "save-period-scores",
                scores.stream().map(PeriodSink::row).toList());
    }

    private static Map<String, Object> row(PeriodScore score) {
        return Stored.row(
                "source", score.source(),
                "entity", score.entity(),
                "entityId", score.entityId(),
                "week", score.week(),
                "acceleration", score.marks().get(MarkKind.ACCELERATION),
                "deceleration", score.marks().get(MarkKind.DECELERATION),
                "speedKeeping", score.marks().get(MarkKind.SPEED_KEEPING),
                "global", score.global(),
                "accelerations", score.events().map(EventCounts::accelerations),
                "brakings", score.events().map(EventCounts::brakings),
                "overspeeds", score.events().map(EventCounts::overspeeds),
                "distanceM", score.distanceM(),
                "drivingS", score.drivingS(),
                "receivedAt", score.receivedAt());
    }

    /** Writes counts in place of those of the same source, driver or vehicle, and week; twice is once. */
    public void saveCounts(List<EventCount> counts) {
        Call.route(
                camel, "save-event-counts", counts.stream().map(PeriodSink::row).toList());
    }

    private static Map<String, Object> row(EventCount count) {
        return Stored.row(
                "source", count.source(),
                "entity", count.entity(),
                "entityId", count.entityId(),
                "week", count.week(),
                "accelerations", count.events().accelerations(),
                "brakings", count.events().brakings(),
                "overspeeds", count.events().overspeeds(),
                "distanceM", count.distanceM(),
                "receivedAt", count.receivedAt());
    }

    /** Notes how a provider calls drivers and vehicles. */
    public void saveRefs(List<ScoreRef> refs) {
        Call.route(camel, "save-score-refs", refs.stream().map(PeriodSink::row).toList());
    }

    private static Map<String, Object> row(ScoreRef ref) {
        return Stored.row(
                "source", ref.source(), "entity", ref.entity(), "entityId", ref.entityId(), "providerRef", ref.ref());
    }
}
