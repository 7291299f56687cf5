package org.optimizer.process;

import java.time.Clock;
import java.util.Map;
import org.optimizer.load.InboundSink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/** Takes what drivers answer by SMS, such as STOP. */
public class InboundSms {
    private static final Logger LOG = LoggerFactory.getLogger(InboundSms.class);

    private final InboundSink sink;
    private final SmsOptOuts optOuts;
    private final TransactionOperations transaction;
    private final Clock clock;

    public InboundSms(InboundSink sink, SmsOptOuts optOuts, TransactionOperations transaction, Clock clock) {
        this.sink = sink;
        this.optOuts = optOuts;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Keeps a message that a driver sent; whoever says STOP gets no more.
     *
     * @param messageId the provider's
     * @param from his number, with or without its plus sign
     * @return false when it came before, or is no message
     */
    public boolean received(String messageId, String from, String text) {
        if (!from.matches("\\+?\\d{7,15}") || messageId.isBlank()) {
            LOG.warn("a message without a number or an id came in and was left aside");
            return false;
        }
        String phone = "+" + from.replaceFirst("^\\+", "");
        return Boolean.TRUE.equals(transaction.execute(status -> take(messageId, phone, text)));
    }

    private boolean take(String messageId, String phone, String text) {
        boolean isNew = sink.keep(messageId, phone, text, clock.instant());
        if (isNew) {
            optOuts.heard(messageId, phone, text);
        }
        return isNew;
    }

    /** The same without the provider's id of the message: each call is another message. */
    public boolean received(String from, String text) {
        return received(Ulid.at(clock.instant()), from, text);
    }

    /**
     * Takes it as the Nexmo SMS API writes it.
     *
     * @param fields msisdn, messageId, text …
     */
    public boolean received(Map<String, String> fields) {
        return received(
                fields.getOrDefault("messageId", ""),
                fields.getOrDefault("msisdn", ""),
                fields.getOrDefault("text", ""));
    }
}
