package org.optimizer.load;

import org.apache.camel.ProducerTemplate;
import org.optimizer.model.Decided;
import org.optimizer.model.Objection;
import org.optimizer.model.Stored;

/** Writes what drivers object to, and what is decided of it. */
public class ObjectionSink {
    private final ProducerTemplate camel;

    public ObjectionSink(ProducerTemplate camel) {
        this.camel = camel;
    }

    /** @return false when the event was objected to before */
    public boolean raise(Objection objection) {
        return Call.route(
                        camel,
                        "raise-objection",
                        Stored.row(
                                "id", objection.id(),
                                "contestId", objection.contestId(),
                                "week", objection.week(),
                                "driverId", objection.driverId(),
                                "vehicleId", objection.event().vehicleId(),
                                "kind", objection.event().kind(),
                                "eventAt", objection.event().at(),
                                "severity", objection.severity(),
                                "points", objection.points(),
                                "rule", objection.rule(),
                                "rulebook", objection.rulebook(),
                                "words", objection.words(),
                                "raisedAt", objection.raisedAt()))
                == 1;
    }

    /** @return false when somebody has decided already */
    public boolean decide(String id, Objection.State state, Decided decided) {
        return Call.route(
                        camel,
                        "decide-objection",
                        Stored.row(
                                "id", id,
                                "state", state,
                                "reason", decided.reason(),
                                "by", decided.by(),
                                "at", decided.at()))
                == 1;
    }
}
