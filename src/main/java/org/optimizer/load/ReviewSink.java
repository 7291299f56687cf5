package org.optimizer.load;

import java.time.Instant;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.Exclusion;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.Stored;

/** Writes what approvers decide. */
public class ReviewSink {
    private final ProducerTemplate camel;

    public ReviewSink(ProducerTemplate camel) {
        this.camel = camel;
    }

    /** Takes a driver out of a week; a second time replaces the reason. */
    public void exclude(String contestId, IsoWeek week, Exclusion exclusion) {
        Call.route(
                camel,
                "exclude-driver",
                Stored.row(
                        "contestId", contestId,
                        "week", week,
                        "driverId", exclusion.driverId(),
                        "reason", exclusion.reason(),
                        "by", exclusion.by(),
                        "at", exclusion.at()));
    }

    /** Takes an exclusion back. */
    public void include(String contestId, IsoWeek week, String driverId) {
        Call.route(camel, "include-driver", Stored.row("contestId", contestId, "week", week, "driverId", driverId));
    }

    /** Adds a line to the record of decisions; nothing there is ever changed. */
    public void recordDecision(
            String contestId, IsoWeek week, int revision, String decision, String reason, String by, Instant at) {
        Call.route(
                camel,
                "record-decision",
                Stored.row(
                        "contestId", contestId,
                        "week", week,
                        "revision", revision,
                        "decision", decision,
                        "reason", reason,
                        "by", by,
                        "at", at));
    }
}
