package org.optimizer.extract;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.EventCount;
import org.optimizer.model.EventCounts;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.MarkKind;
import org.optimizer.model.PeriodScore;
import org.optimizer.model.ScoreRef;
import org.optimizer.model.ScoredEntity;

/** Reads what providers counted and marked, by the week, and how they call drivers and vehicles. */
public class Periods {
    private final ProducerTemplate camel;

    public Periods(ProducerTemplate camel) {
        this.camel = camel;
    }

    /** The marks of drivers, or of vehicles, in weeks with {@code first ≤ week ≤ last}, ordered by week and id. */
    public List<PeriodScore> listScores(
            String source, ScoredEntity entity, List<String> ids, IsoWeek first, IsoWeek last) {
        return ids.isEmpty()
                ? List.of()
                : rows("list-period-scores", source, entity, ids, first, last).stream()
                        .map(Periods::score)
                        .toList();
    }

    /** The counts of drivers, or of vehicles, in weeks with {@code first ≤ week ≤ last}, ordered by week and id. */
    public List<EventCount> listCounts(
            String source, ScoredEntity entity, List<String> ids, IsoWeek first, IsoWeek last) {
        return ids.isEmpty()
                ? List.of()
                : rows("list-event-counts", source, entity, ids, first, last).stream()
                        .map(Periods::count)
                        .toList();
    }

    private List<Row> rows(
            String route, String source, ScoredEntity entity, List<String> ids, IsoWeek first, IsoWeek last) {
        return Query.rows(
                camel,
                route,
                "source",
                source,
                "entity",
                entity,
                "entityIds",
                ids,
                "firstWeek",
                first,
                "lastWeek",
                last);
    }

    private static PeriodScore score(Row row) {
        return new PeriodScore(
                row.text("source"),
                row.word("entity", ScoredEntity.class),
                row.text("entity_id"),
                row.week("iso_week"),
                marks(row),
                row.real("global_mark"),
                row.optionalNumber("accelerations").map(any -> events(row)),
                row.real("distance_m"),
                row.real("driving_s"),
                row.instant("received_at"));
    }

    private static Map<MarkKind, Double> marks(Row row) {
        Map<MarkKind, Double> marks = new EnumMap<>(MarkKind.class);
        for (MarkKind kind : MarkKind.values()) {
            double mark = row.real(kind.code() + "_mark");
            if (!Double.isNaN(mark)) {
                marks.put(kind, mark);
            }
        }
        return marks;
    }

    private static EventCount count(Row row) {
        return new EventCount(
                row.text("source"),
                row.word("entity", ScoredEntity.class),
                row.text("entity_id"),
                row.week("iso_week"),
                events(row),
                row.real("distance_m"),
                row.instant("received_at"));
    }

    private static EventCounts events(Row row) {
        return new EventCounts(row.number("accelerations"), row.number("brakings"), row.number("overspeeds"));
    }

    /** How a provider calls drivers, or vehicles; those that it calls as we do are not among them. */
    public List<ScoreRef> listRefs(String source, ScoredEntity entity) {
        return Query.rows(camel, "list-score-refs", "source", source, "entity", entity).stream()
                .map(row -> new ScoreRef(source, entity, row.text("entity_id"), row.text("provider_ref")))
                .toList();
    }
}
