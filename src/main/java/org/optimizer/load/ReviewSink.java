package org.optimizer.load;

import java.time.Instant;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.Exclusion;
import org.optimizer.model.IsoWeek;

/** Writes what approvers decide. */
public class ReviewSink {
    private final ProducerTemplate camel;

    public ReviewSink(ProducerTemplate camel) {
        this.camel = camel;
    }

    public void exclude(String contestId, IsoWeek week, Exclusion exclusion) {
        throw new UnsupportedOperationException();
    }

    /** Takes an exclusion back. */
    public void include(String contestId, IsoWeek week, String driverId) {
        throw new UnsupportedOperationException();
    }

    /** Adds a line to the record of decisions; nothing there is ever changed. */
    public void recordDecision(
            String contestId, IsoWeek week, int revision, String decision, String reason, String by, Instant at) {
        throw new UnsupportedOperationException();
    }
}
