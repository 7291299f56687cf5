package org.optimizer.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.apache.camel.Exchange;
import org.optimizer.model.SendOutcome;
import org.optimizer.model.Sms;

/** Says what an answer of the Nexmo SMS API proves: a step of the route {@code send-sms}. */
public class NexmoAnswer {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Six parts make about 2 KB. */
    private static final int LONGEST_ANSWER = 64 << 10;

    private static final int OK = 200;
    private static final int TIMEOUT = 408;
    private static final int TOO_MANY = 429;

    /** 1: too fast, 10: too many connections. */
    private static final Set<String> NOT_SENT = Set.of("1", "10");

    /** What the provider refused before it sent anything; any other code (5: internal error, 13: lost contact) proves nothing. */
    private static final Set<String> REFUSED = Set.of(
            "2", "3", "4", "6", "7", "8", "9", "11", "12", "14", "15", "16", "17", "18", "19", "20", "22", "23", "29",
            "32", "33");

    /** Puts the outcome in place of the answer. */
    public void read(Exchange exchange) throws IOException {
        int status = exchange.getVariable("status", Integer.class);
        try (InputStream body = exchange.getMessage().getBody(InputStream.class)) {
            byte[] answer = body == null ? new byte[0] : body.readNBytes(LONGEST_ANSWER);
            exchange.getMessage().setBody(outcome(status, answer));
        }
    }

    static SendOutcome outcome(int status, byte[] answer) {
        if (status == OK) {
            return outcome(answer);
        }
        if (status == TOO_MANY) {
            return new SendOutcome(Sms.State.READY, "", "HTTP 429: too many requests", status);
        }
        boolean refused = status >= 400 && status < 500 && status != TIMEOUT;
        return new SendOutcome(refused ? Sms.State.REJECTED : Sms.State.AMBIGUOUS, "", "HTTP " + status, status);
    }

    private static SendOutcome outcome(byte[] answer) {
        try {
            JsonNode messages = JSON.readTree(answer).path("messages");
            List<JsonNode> parts =
                    StreamSupport.stream(messages.spliterator(), false).toList();
            return messages.isArray() && !parts.isEmpty() ? outcome(parts) : unclear("an answer without messages");
        } catch (IOException cause) {
            return unclear("an answer that is not JSON");
        }
    }

    private static SendOutcome unclear(String found) {
        return new SendOutcome(Sms.State.AMBIGUOUS, "", found, OK);
    }

    private static SendOutcome outcome(List<JsonNode> parts) {
        List<JsonNode> accepted =
                parts.stream().filter(part -> status(part).equals("0")).toList();
        Sms.State state = accepted.isEmpty() ? ofRefused(parts) : Sms.State.ACCEPTED;
        String messageId =
                accepted.isEmpty() ? "" : accepted.get(0).path("message-id").asText();
        int count = state == Sms.State.ACCEPTED ? parts.size() : 0;
        return new SendOutcome(state, messageId, words(parts, accepted.size()), OK, count);
    }

    private static Sms.State ofRefused(List<JsonNode> parts) {
        if (parts.stream().allMatch(part -> NOT_SENT.contains(status(part)))) {
            return Sms.State.READY;
        }
        boolean known =
                parts.stream().map(NexmoAnswer::status).allMatch(s -> NOT_SENT.contains(s) || REFUSED.contains(s));
        return known ? Sms.State.REJECTED : Sms.State.AMBIGUOUS;
    }

    private static String status(JsonNode part) {
        return part.path("status").asText();
    }

    private static String words(List<JsonNode> parts, int accepted) {
        List<String> words = new ArrayList<>();
        words.add(accepted + " of " + parts.size() + " parts accepted");
        parts.stream()
                .filter(part -> !status(part).equals("0"))
                .forEach(part -> words.add("status " + status(part) + " "
                        + withoutNumbers(part.path("error-text").asText())));
        return String.join("; ", words);
    }

    /** Error texts may repeat the telephone number, which belongs neither here nor in a log. */
    private static String withoutNumbers(String text) {
        return text.replaceAll("\\d{6,}", "…");
    }
}
