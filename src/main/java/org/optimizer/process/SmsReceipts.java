package org.optimizer.process;

import java.time.Clock;
import java.util.Map;
import org.optimizer.load.OutboxSink;
import org.optimizer.model.Receipt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/** Takes delivery receipts of the Nexmo SMS API, whatever their form was on the wire. */
public class SmsReceipts {
    private static final Logger LOG = LoggerFactory.getLogger(SmsReceipts.class);

    private final OutboxSink sink;
    private final TransactionOperations transaction;
    private final Clock clock;

    public SmsReceipts(OutboxSink sink, TransactionOperations transaction, Clock clock) {
        this.sink = sink;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Keeps a receipt and moves its message on.
     *
     * @param fields names as the provider writes them: client-ref, messageId, status, err-code …
     * @return false when it says nothing new, or no message has this reference
     */
    public boolean receive(Map<String, String> fields) {
        String clientRef = fields.getOrDefault("client-ref", "");
        String messageId = fields.getOrDefault("messageId", "");
        String status = fields.getOrDefault("status", "");
        if (clientRef.isBlank() || messageId.isBlank() || status.isBlank()) {
            LOG.warn("a receipt without client-ref, messageId or status came and was left aside");
            return false;
        }
        Receipt receipt =
                new Receipt(clientRef, messageId, status, fields.getOrDefault("err-code", ""), clock.instant());
        return Boolean.TRUE.equals(transaction.execute(state -> sink.receive(receipt)));
    }
}
