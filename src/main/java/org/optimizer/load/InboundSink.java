package org.optimizer.load;

import java.time.Instant;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.Stored;

/** Keeps the messages that drivers send us. */
public class InboundSink {
    private static final int LONGEST_TEXT = 1600;
    private static final int LONGEST_PHONE = 32;
    private static final int LONGEST_MESSAGE_ID = 64;

    private final ProducerTemplate camel;

    public InboundSink(ProducerTemplate camel) {
        this.camel = camel;
    }

    /** @return false when the message came before */
    public boolean keep(String messageId, String phone, String text, Instant receivedAt) {
        return Call.route(
                        camel,
                        "keep-inbound-sms",
                        Stored.row(
                                "messageId", cut(messageId, LONGEST_MESSAGE_ID),
                                "phone", cut(phone, LONGEST_PHONE),
                                "text", cut(text, LONGEST_TEXT),
                                "receivedAt", receivedAt))
                == 1;
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
