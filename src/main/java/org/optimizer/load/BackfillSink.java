package org.optimizer.load;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.Backfill;
import org.optimizer.model.Stored;

/** Writes how far fetching a past range again has come. */
public class BackfillSink {
    private final ProducerTemplate camel;

    public BackfillSink(ProducerTemplate camel) {
        this.camel = camel;
    }

    public void start(Backfill backfill) {
        Call.route(
                camel,
                "start-backfill",
                Stored.row(
                        "id", backfill.id(),
                        "scope", backfill.scope(),
                        "fromDay", backfill.first(),
                        "toDay", backfill.last(),
                        "reason", backfill.reason(),
                        "by", backfill.by(),
                        "at", backfill.at(),
                        "state", backfill.state()));
    }

    /** Notes that every day up to this one is done; twice is once. */
    public void noteDone(String id, LocalDate doneTo) {
        Call.route(camel, "note-backfilled", Stored.row("id", id, "doneTo", doneTo));
    }

    /** Ends one that runs. @return whether it ran */
    public boolean end(String id, Backfill.State state, Instant at, Optional<String> by) {
        return Call.route(camel, "end-backfill", Stored.row("id", id, "state", state, "at", at, "by", by)) == 1;
    }
}
