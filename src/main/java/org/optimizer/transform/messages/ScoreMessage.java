package org.optimizer.transform.messages;

import org.optimizer.model.Contest;
import org.optimizer.model.Driver;
import org.optimizer.model.DriverScore;
import org.optimizer.model.Standing;

/** Words a driver's weekly SMS, in his language, without a name or a place. */
public final class ScoreMessage {
    private ScoreMessage() {}

    /** A text of GSM-7 characters only, in as few parts as possible; decimal comma in French. */
    public static String text(Contest contest, Driver driver, DriverScore score, Standing standing) {
        throw new UnsupportedOperationException();
    }
}
