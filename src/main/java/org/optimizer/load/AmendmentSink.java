package org.optimizer.load;

import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.Amendment;
import org.optimizer.model.EventKey;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.SetAside;
import org.optimizer.model.Stored;

/** Writes appeals that were upheld. Nothing here is ever changed. */
public class AmendmentSink {
    private final ProducerTemplate camel;

    public AmendmentSink(ProducerTemplate camel) {
        this.camel = camel;
    }

    /** Takes an event out of a week that is not closed. */
    public void setAside(String contestId, IsoWeek week, SetAside setAside) {
        Map<String, Object> row = row(contestId, week, setAside.driverId(), setAside.event());
        row.putAll(Stored.row("reason", setAside.reason(), "by", setAside.by(), "at", setAside.at()));
        Call.route(camel, "set-event-aside", row);
    }

    /** Adds an amendment to a closed week. */
    public void amend(String contestId, IsoWeek week, Amendment amendment) {
        Map<String, Object> row = row(contestId, week, amendment.driverId(), amendment.event());
        row.putAll(Stored.row(
                "reason", amendment.reason(),
                "by", amendment.by(),
                "at", amendment.at(),
                "scoreBefore", amendment.scoreBefore(),
                "scoreAfter", amendment.scoreAfter(),
                "placeBefore", amendment.rankBefore(),
                "placeAfter", amendment.rankAfter()));
        Call.route(camel, "add-amendment", row);
    }

    private static Map<String, Object> row(String contestId, IsoWeek week, String driverId, EventKey event) {
        return Stored.row(
                "contestId",
                contestId,
                "week",
                week,
                "driverId",
                driverId,
                "vehicleId",
                event.vehicleId(),
                "kind",
                event.kind(),
                "eventAt",
                event.at());
    }
}
