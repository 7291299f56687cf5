package org.optimizer.load;

import java.time.Instant;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.Stored;

/** Writes how far sending has come, and pauses it. */
public class SmsGuardSink {
    private final ProducerTemplate camel;

    public SmsGuardSink(ProducerTemplate camel) {
        this.camel = camel;
    }

    /** Begins the account of a new database; one that is there stays. */
    public void begin(String databaseId) {
        Call.route(camel, "begin-sms-guard", Stored.row("databaseId", databaseId));
    }

    /** Moves the marker on by one; to be called in the transaction of a claim. @return false when sending is paused */
    public boolean move() {
        return Call.route(camel, "move-sms-guard", null) == 1;
    }

    /** @return false when it was paused before; its reason stays */
    public boolean pause(String reason, Instant now) {
        return Call.route(camel, "pause-sms", Stored.row("reason", reason, "now", now)) == 1;
    }

    /**
     * @param marker from which it goes on
     * @param isDoubtful whether messages that wait become unclear
     * @return false when it was not paused
     */
    public boolean lift(String by, long marker, boolean isDoubtful, Instant now) {
        boolean isLifted = Call.route(camel, "lift-sms-pause", Stored.row("by", by, "marker", marker, "now", now)) == 1;
        if (isLifted && isDoubtful) {
            Call.route(camel, "doubt-ready-sms", Stored.row("now", now));
        }
        return isLifted;
    }
}
