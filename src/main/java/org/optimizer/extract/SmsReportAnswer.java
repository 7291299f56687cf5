package org.optimizer.extract;

import java.io.IOException;
import java.io.InputStream;
import org.apache.camel.Exchange;

/** Reads the provider's report of sent messages: a step of the route {@code find-sms-report}. */
public class SmsReportAnswer {
    /** Four minutes at thirty messages a second make about 4 MB. */
    private static final int LONGEST_ANSWER = 16 << 20;

    /** Puts the bytes in place of the stream. */
    public void read(Exchange exchange) throws IOException {
        try (InputStream body = exchange.getMessage().getBody(InputStream.class)) {
            exchange.getMessage().setBody(body == null ? new byte[0] : body.readNBytes(LONGEST_ANSWER));
        }
    }
}
