package org.optimizer.load;

import java.time.Instant;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.Stored;

/** Keeps which signed calls of the provider were taken. */
public class WebhookSink {
    private final ProducerTemplate camel;

    public WebhookSink(ProducerTemplate camel) {
        this.camel = camel;
    }

    /** @return false when a call with this nonce was taken before */
    public boolean isFirst(String seenId, Instant now) {
        return Call.route(camel, "keep-webhook-seen", Stored.row("seenId", seenId, "now", now)) == 1;
    }

    /** Forgets nonces of calls that are too old to be taken anyway. */
    public void forget(Instant before) {
        Call.route(camel, "forget-webhooks-seen", Stored.row("before", before));
    }
}
