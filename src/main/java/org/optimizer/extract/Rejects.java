package org.optimizer.extract;

import java.util.List;
import java.util.Optional;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.Decided;
import org.optimizer.model.HeldBatch;
import org.optimizer.model.Reject;
import org.optimizer.model.UnitMistake;

/** Reads what was not believed and what waits for a person. */
public class Rejects {
    private final ProducerTemplate camel;

    public Rejects(ProducerTemplate camel) {
        this.camel = camel;
    }

    /**
     * Which rejects.
     *
     * @param source empty for any, as the reason and the vehicle's id are
     */
    public record Filter(Reject.State state, String source, String reason, String vehicleId) {}

    /** The newest that pass the filter, newest first. */
    public List<Reject> list(Filter filter, int limit) {
        return Query.rows(
                        camel,
                        "list-rejects",
                        "state",
                        filter.state(),
                        "source",
                        filter.source(),
                        "reason",
                        filter.reason(),
                        "vehicleId",
                        filter.vehicleId(),
                        "maxRows",
                        limit)
                .stream()
                .map(Rejects::reject)
                .toList();
    }

    public Optional<Reject> find(String id) {
        return Query.rows(camel, "find-reject", "id", id).stream()
                .map(Rejects::reject)
                .findFirst();
    }

    private static Reject reject(Row row) {
        return new Reject(
                row.text("reject_id"),
                row.text("source"),
                row.text("vehicle_id"),
                row.text("reason"),
                row.optionalInstant("fix_at"),
                row.optionalText("raw_row"),
                row.bigNumber("fix_count"),
                row.instant("received_at"),
                row.word("state", Reject.State.class),
                decided(row));
    }

    private static Optional<Decided> decided(Row row) {
        return row.optionalText("decided_by")
                .map(by -> new Decided(
                        by,
                        row.instant("decided_at"),
                        row.optionalText("decision_reason").orElse("")));
    }

    /** Ordered by what became of them, source and reason. */
    public List<Reject.Sum> sums() {
        return Query.rows(camel, "count-rejects").stream()
                .map(row -> new Reject.Sum(
                        row.word("state", Reject.State.class),
                        row.text("source"),
                        row.text("reason"),
                        row.bigNumber("reject_count"),
                        row.bigNumber("fix_count")))
                .toList();
    }

    /** What waits, then what was decided, newest first. */
    public List<HeldBatch> listHeld(int limit) {
        return Query.rows(camel, "list-held-batches", "maxRows", limit).stream()
                .map(Rejects::held)
                .toList();
    }

    private static HeldBatch held(Row row) {
        return new HeldBatch(
                new HeldBatch.Key(
                        row.text("source"),
                        row.text("vehicle_id"),
                        row.day("site_day"),
                        row.word("mistake", UnitMistake.class)),
                row.real("found_ratio"),
                row.number("fix_count"),
                row.instant("received_at"),
                row.word("state", HeldBatch.State.class),
                decided(row));
    }
}
