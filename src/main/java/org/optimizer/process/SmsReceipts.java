package org.optimizer.process;

import java.time.Clock;
import java.util.Map;
import org.optimizer.load.OutboxSink;
import org.optimizer.model.Receipt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/** Takes delivery receipts, whatever their form was on the wire. */
public class SmsReceipts {
    private static final Logger LOG = LoggerFactory.getLogger(SmsReceipts.class);

    /** Its error numbers are not those of the SMS API: 9 would be an opt-out there. */
    private static final String MESSAGES_ERROR = "messages-";

    private final OutboxSink sink;
    private final TransactionOperations transaction;
    private final Clock clock;

    public SmsReceipts(OutboxSink sink, TransactionOperations transaction, Clock clock) {
        this.sink = sink;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Keeps a receipt of the Nexmo SMS API and moves its message on.
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
        return keep(new Receipt(clientRef, messageId, status, fields.getOrDefault("err-code", ""), clock.instant()));
    }

    /**
     * The same for the Messages API, which speaks of whole messages.
     *
     * @param status submitted, delivered, read, rejected or undeliverable
     * @param error title of its error, a number of its own kind; empty for none
     */
    public boolean receiveWhole(String clientRef, String messageId, String status, String error) {
        if (clientRef.isBlank() || messageId.isBlank() || status.isBlank()) {
            LOG.warn("a status without client_ref, message_uuid or status came and was left aside");
            return false;
        }
        String word =
                switch (status) {
                    case "submitted" -> "accepted";
                    case "delivered", "read" -> "delivered";
                    case "rejected", "undeliverable" -> "failed";
                    default -> status;
                };
        String code = error.isBlank() ? "0" : MESSAGES_ERROR + error;
        return keep(new Receipt(clientRef, messageId, word, code, clock.instant(), true));
    }

    private boolean keep(Receipt receipt) {
        return Boolean.TRUE.equals(transaction.execute(state -> sink.receive(receipt)));
    }
}
