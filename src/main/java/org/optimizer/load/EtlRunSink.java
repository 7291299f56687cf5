package org.optimizer.load;

import org.apache.camel.ProducerTemplate;
import org.optimizer.model.EtlRun;
import org.optimizer.model.Stored;

/** Writes the log of what was fetched. */
public class EtlRunSink {
    private final ProducerTemplate camel;

    public EtlRunSink(ProducerTemplate camel) {
        this.camel = camel;
    }

    public void add(EtlRun run) {
        Call.route(
                camel,
                "add-etl-run",
                Stored.row(
                        "source", run.source(),
                        "vehicleId", run.vehicleId(),
                        "fromDay", run.fromDay(),
                        "toDay", run.toDay(),
                        "startedAt", run.startedAt(),
                        "endedAt", run.startedAt().plusMillis(run.durationMs()),
                        "durationMs", run.durationMs(),
                        "rowsRead", run.count().received(),
                        "rowsLoaded", run.count().fresh(),
                        "rowsUpdated", run.count().updated(),
                        "rowsUnchanged", run.count().unchanged(),
                        "rowsRejected", run.count().rejected(),
                        "rowsHeld", run.count().held(),
                        "rowsOffHours", run.count().offHours()));
    }
}
