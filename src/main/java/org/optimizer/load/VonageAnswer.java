package org.optimizer.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.apache.camel.Exchange;
import org.optimizer.model.SendOutcome;
import org.optimizer.model.Sms;

/** Says what an answer of the Vonage Messages API proves: a step of the route {@code send-vonage-message}. */
public class VonageAnswer {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_ANSWER = 64 << 10;
    private static final int ACCEPTED = 202;
    private static final int TOO_MANY = 429;

    /** Credentials, no credit, not allowed, no such address, not acceptable: refused before anything was sent. */
    private static final Set<Integer> REFUSED = Set.of(400, 401, 402, 403, 404, 405, 406, 415, 422);

    /** Puts the outcome in place of the answer. */
    public void read(Exchange exchange) throws IOException {
        int status = exchange.getVariable("status", Integer.class);
        try (InputStream body = exchange.getMessage().getBody(InputStream.class)) {
            byte[] answer = body == null ? new byte[0] : body.readNBytes(LONGEST_ANSWER);
            exchange.getMessage().setBody(outcome(status, answer));
        }
    }

    static SendOutcome outcome(int status, byte[] answer) {
        if (status == ACCEPTED) {
            return accepted(answer);
        }
        if (status == TOO_MANY) {
            return new SendOutcome(Sms.State.READY, "", "HTTP 429: too many requests", status);
        }
        Sms.State state = REFUSED.contains(status) ? Sms.State.REJECTED : Sms.State.AMBIGUOUS;
        return new SendOutcome(state, "", "HTTP " + status + title(answer), status);
    }

    /** Accepted by its status alone; without an id it is known by its reference only. */
    private static SendOutcome accepted(byte[] answer) {
        String id = field(answer, "message_uuid");
        return id.isEmpty()
                ? new SendOutcome(Sms.State.AMBIGUOUS, "", "HTTP 202 without message_uuid", ACCEPTED)
                : new SendOutcome(Sms.State.ACCEPTED, id, "accepted", ACCEPTED);
    }

    /** Details may repeat the telephone number, which belongs neither here nor in a log. */
    private static String title(byte[] answer) {
        String title = field(answer, "title").replaceAll("\\d{6,}", "…");
        return title.isEmpty() ? "" : ": " + title;
    }

    private static String field(byte[] answer, String name) {
        try {
            JsonNode read = JSON.readTree(answer);
            return read == null ? "" : read.path(name).asText();
        } catch (IOException unreadable) {
            return "";
        }
    }
}
