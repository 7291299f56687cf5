package org.optimizer.load;

import java.time.Instant;
import java.util.List;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.Receipt;
import org.optimizer.model.SendOutcome;
import org.optimizer.model.Sms;

/** Writes the outbox: every step is a compare-and-set, so that a second writer changes nothing. */
public class OutboxSink {
    private final ProducerTemplate camel;

    public OutboxSink(ProducerTemplate camel) {
        this.camel = camel;
    }

    /** Inserts messages that are not there yet, by their dedup key; {@code id} of the argument is ignored. @return how many were new */
    public int queue(List<Sms> messages) {
        throw new UnsupportedOperationException();
    }

    /** READY → SENDING with a line in {@code sms_attempt}. @return false when somebody else was faster */
    public boolean claim(long id, String claimToken, Instant now) {
        throw new UnsupportedOperationException();
    }

    /**
     * SENDING → what the outcome says, of this claim only.
     *
     * @param notBefore for an outcome READY: when it may be tried again
     * @return false when the claim is not the current one any more
     */
    public boolean settle(long id, String claimToken, SendOutcome outcome, Instant now, Instant notBefore) {
        throw new UnsupportedOperationException();
    }

    /** SENDING → AMBIGUOUS for messages claimed before an instant whose sender is gone. @return how many */
    public int markAmbiguous(Instant claimedBefore, Instant now) {
        throw new UnsupportedOperationException();
    }

    /**
     * Keeps the receipt (once) and moves its message on: SENDING, ACCEPTED and AMBIGUOUS become DELIVERED, UNDELIVERED or
     * EXPIRED (or ACCEPTED when it only proves that it was sent); a terminal state is never left.
     *
     * @return false when no message has this reference, or the receipt came before
     */
    public boolean receive(Receipt receipt) {
        throw new UnsupportedOperationException();
    }

    /** A person decides on an AMBIGUOUS message: back to READY. @return false when it is not AMBIGUOUS */
    public boolean orderResend(long id, String by, Instant now) {
        throw new UnsupportedOperationException();
    }

    /** A person decides on an AMBIGUOUS message: ABANDONED. @return false when it is not AMBIGUOUS */
    public boolean abandon(long id, String by, Instant now) {
        throw new UnsupportedOperationException();
    }

    /** ACCEPTED → EXPIRED for messages of the week that never got a receipt. @return how many */
    public int expire(String contestId, org.optimizer.model.IsoWeek week, Instant now) {
        throw new UnsupportedOperationException();
    }
}
