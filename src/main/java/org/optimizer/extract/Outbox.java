package org.optimizer.extract;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.Sms;

/** Reads the outbox of messages. */
public class Outbox {
    private final ProducerTemplate camel;

    public Outbox(ProducerTemplate camel) {
        this.camel = camel;
    }

    /** Messages to be sent, oldest first; those set back with a delay only when it is over. */
    public List<Sms> listReady(Instant now, int limit) {
        throw new UnsupportedOperationException();
    }

    /** Messages claimed before an instant and still without an outcome: their sender is gone. */
    public List<Sms> listStuck(Instant claimedBefore) {
        throw new UnsupportedOperationException();
    }

    public List<Sms> listByWeek(String contestId, IsoWeek week) {
        throw new UnsupportedOperationException();
    }

    public Map<Sms.State, Integer> countByState(String contestId, IsoWeek week) {
        throw new UnsupportedOperationException();
    }

    public Optional<Sms> findByClientRef(String clientRef) {
        throw new UnsupportedOperationException();
    }
}
