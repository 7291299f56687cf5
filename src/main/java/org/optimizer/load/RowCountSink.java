package org.optimizer.load;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.CountedWork;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.Stored;

/** Keeps how often each row of the rules answered. */
public class RowCountSink {
    private final ProducerTemplate camel;

    public RowCountSink(ProducerTemplate camel) {
        this.camel = camel;
    }

    /**
     * Writes the counts of a piece of work in place of those before.
     *
     * @param scope contest, site or vehicle
     * @param part 0 where the work is done in one go
     * @param fired {@code table: row} → how often it answered
     */
    public void replace(IsoWeek week, CountedWork work, String scope, int part, SortedMap<String, Long> fired) {
        List<Map<String, Object>> rows = fired.entrySet().stream()
                .map(row -> Stored.row(
                        "week", week,
                        "work", work,
                        "scope", scope,
                        "part", part,
                        "rule", row.getKey(),
                        "fired", row.getValue()))
                .toList();
        Call.route(
                camel,
                "replace-row-counts",
                Stored.row("week", week, "work", work, "scope", scope, "part", part),
                Map.of("rows", rows));
    }

    /** Forgets all parts of a work that is to be done anew. */
    public void clear(IsoWeek week, CountedWork work, String scope) {
        Call.route(camel, "clear-row-counts", Stored.row("week", week, "work", work, "scope", scope));
    }

    /**
     * Counts what is kept of a vehicle's week, in place of the counts before: each day is judged several times over, as recordings
     * cross midnight, and is to be counted once.
     *
     * @param figures rows that answer once for each day with figures
     */
    public void replaceActivity(IsoWeek week, String vehicleId, Set<String> figures) {
        List<Map<String, Object>> rows = figures.stream()
                .map(rule -> Stored.row(
                        "week", week,
                        "vehicleId", vehicleId,
                        "monday", week.monday(),
                        "sunday", week.sunday(),
                        "rule", rule))
                .toList();
        Call.route(
                camel,
                "count-activity-rows",
                Stored.row("week", week, "vehicleId", vehicleId, "monday", week.monday(), "sunday", week.sunday()),
                Map.of("figures", rows));
    }
}
