package org.optimizer.process;

import java.util.List;
import java.util.Optional;
import org.optimizer.model.Batch;
import org.optimizer.model.Contest;
import org.optimizer.model.Driver;
import org.optimizer.model.DriverScore;
import org.optimizer.model.DrivingEvent;
import org.optimizer.model.Exclusion;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.Reason;
import org.optimizer.model.Site;
import org.optimizer.model.Standing;
import org.optimizer.transform.messages.SmsEncoding;

/**
 * What an approver sees and may do with a week. The page, Tasklist and the engine's REST interface all pass through its
 * checks: the page by calling it, the others by the review task's listener.
 */
public class ReviewDesk {

    /**
     * A week as it lies on the desk.
     *
     * @param waiting whether its review task is open; otherwise the week can only be read
     * @param anomalies what to look at first, of the week as a whole, such as {@code day-without-data}
     * @param recipients how many SMS approving would send
     * @param parts how many SMS parts those are
     */
    public record Review(
            Site site,
            Contest contest,
            Batch batch,
            boolean waiting,
            List<Reason> anomalies,
            List<Line> lines,
            int recipients,
            int parts) {}

    /**
     * One driver of the week.
     *
     * @param message the proposed SMS; empty when he gets none
     * @param noMessage why he gets none: not-ranked, no-phone, excluded; empty when he gets one
     * @param anomalies of this driver: not ranked and why, big jump, new driver, missing phone
     */
    public record Line(
            Driver driver,
            DriverScore score,
            Standing standing,
            Optional<Exclusion> exclusion,
            Optional<String> message,
            Optional<SmsEncoding> encoding,
            Optional<String> noMessage,
            List<Reason> anomalies) {}

    /** What an approver may decide. */
    public enum Decision {
        APPROVE,
        SCORE_AGAIN,
        CANCEL
    }

    /** A decision or a change that the checks refuse; the code is a key of the message files. */
    public static class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String code;

        public Refused(String code, String message) {
            super(message);
            this.code = code;
        }

        /** week-not-in-review, reason-missing, unknown-driver, no-approver, revision-changed */
        public String code() {
            return code;
        }
    }

    public Review open(String contestId, IsoWeek week) {
        throw new UnsupportedOperationException();
    }

    /** The events behind a driver's marks, hardest first. */
    public List<DrivingEvent> events(String contestId, IsoWeek week, String driverId) {
        throw new UnsupportedOperationException();
    }

    /** @throws Refused when the week is not in review, the driver is not in it, or the reason is blank */
    public void exclude(String contestId, IsoWeek week, String driverId, String reason, String by) {
        throw new UnsupportedOperationException();
    }

    public void include(String contestId, IsoWeek week, String driverId, String by) {
        throw new UnsupportedOperationException();
    }

    /**
     * Completes the review task.
     *
     * @param revision of the scoring that the approver looked at
     * @param reason needed for SCORE_AGAIN and CANCEL, blank allowed for APPROVE
     * @throws Refused when a check fails; then nothing has happened
     */
    public void decide(String contestId, IsoWeek week, int revision, Decision decision, String reason, String by) {
        throw new UnsupportedOperationException();
    }
}
