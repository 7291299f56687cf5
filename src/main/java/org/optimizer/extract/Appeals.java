package org.optimizer.extract;

import java.util.List;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.Amendment;
import org.optimizer.model.EventKey;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.ManoeuvreKind;
import org.optimizer.model.SetAside;

/** Reads appeals that were upheld. */
public class Appeals {
    private final ProducerTemplate camel;

    public Appeals(ProducerTemplate camel) {
        this.camel = camel;
    }

    /** The events taken out of a week before its closing, by driver and time. */
    public List<SetAside> listSetAside(String contestId, IsoWeek week) {
        return Query.rows(camel, "list-events-set-aside", "contestId", contestId, "week", week).stream()
                .map(row -> new SetAside(
                        row.text("driver_id"),
                        event(row),
                        row.text("reason"),
                        row.text("set_aside_by"),
                        row.instant("decided_at")))
                .toList();
    }

    /** The amendments of a week, in the order in which they were made. */
    public List<Amendment> listAmendments(String contestId, IsoWeek week) {
        return Query.rows(camel, "list-amendments", "contestId", contestId, "week", week).stream()
                .map(Appeals::amendment)
                .toList();
    }

    private static Amendment amendment(Row row) {
        return new Amendment(
                row.text("driver_id"),
                event(row),
                row.text("reason"),
                row.text("amended_by"),
                row.instant("amended_at"),
                row.optionalDecimal("score_before"),
                row.optionalDecimal("score_after"),
                row.optionalNumber("place_before"),
                row.optionalNumber("place_after"));
    }

    private static EventKey event(Row row) {
        return new EventKey(row.text("vehicle_id"), row.word("kind", ManoeuvreKind.class), row.instant("event_at"));
    }
}
