package org.optimizer.extract;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.EtlRun;
import org.optimizer.model.IntakeCount;

/** Reads the log of what was fetched. */
public class EtlRuns {
    private final ProducerTemplate camel;

    public EtlRuns(ProducerTemplate camel) {
        this.camel = camel;
    }

    /** The newest lines, newest first. */
    public List<EtlRun> listNewest(int limit) {
        return Query.rows(camel, "list-newest-etl-runs", "maxRows", limit).stream()
                .map(EtlRuns::run)
                .toList();
    }

    /** When the newest run of a source ended; empty when there was none. */
    public Optional<Instant> findLastEnd(String source) {
        return Query.rows(camel, "find-last-etl-end", "source", source).get(0).optionalInstant("last_ended_at");
    }

    private static EtlRun run(Row row) {
        return new EtlRun(
                row.text("source"),
                row.text("vehicle_id"),
                row.day("from_day"),
                row.day("to_day"),
                row.instant("started_at"),
                row.bigNumber("duration_ms"),
                new IntakeCount(
                        row.bigNumber("rows_loaded"),
                        row.bigNumber("rows_updated"),
                        row.bigNumber("rows_unchanged"),
                        row.bigNumber("rows_rejected"),
                        row.bigNumber("rows_held"),
                        row.bigNumber("rows_off_hours")));
    }
}
