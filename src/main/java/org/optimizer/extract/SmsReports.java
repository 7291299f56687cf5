package org.optimizer.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.Receipt;
import org.optimizer.model.Sms;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the provider's report (Vonage Reports API) whether it knows a message. */
public class SmsReports {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration AROUND = Duration.ofMinutes(2);
    private static final int OK = 200;
    private static final Logger LOG = LoggerFactory.getLogger(SmsReports.class);

    private final ProducerTemplate camel;
    private final boolean isAsked;
    private final String apiKey;
    private final String apiSecret;

    /** @param isAsked false for an account without reports: they cost extra */
    public SmsReports(ProducerTemplate camel, boolean isAsked, String apiKey, String apiSecret) {
        this.camel = camel;
        this.isAsked = isAsked;
        this.apiKey = apiKey;
        this.apiSecret = apiSecret;
    }

    /**
     * Looks for the message among those sent around its last attempt, or since its approval when none is known.
     *
     * @return what it says became of it; empty when it does not know it, or gives no report, which proves nothing
     */
    public Optional<Receipt> find(Sms message, Instant now) {
        if (!isAsked) {
            return Optional.empty();
        }
        // what a restored database does not know was sent at any time since its approval
        Instant from = message.claimedAt().orElse(message.approvedAt()).minus(AROUND);
        Instant until = message.claimedAt().map(claimed -> claimed.plus(AROUND)).orElse(now);
        JsonNode records = ask(from, until).path("records");
        return StreamSupport.stream(records.spliterator(), false)
                .filter(one -> one.path("client_ref").asText().equals(message.clientRef()))
                .map(one -> receipt(one, now))
                .findFirst();
    }

    private static Receipt receipt(JsonNode one, Instant now) {
        return new Receipt(
                one.path("client_ref").asText(),
                one.path("message_id").asText(),
                one.path("status").asText("accepted"),
                one.path("error_code").asText("0"),
                now);
    }

    /** A report that cannot be had holds nobody up: the person who decides is asked without it. */
    private JsonNode ask(Instant from, Instant until) {
        Exchange answer = camel.send("direct:find-sms-report", exchange -> {
            exchange.setVariable("query", query(from, until));
            exchange.setVariable("authorization", "Basic " + basic());
        });
        if (answer.getException() != null) {
            return none(answer.getException().getClass().getSimpleName());
        }
        int status = answer.getVariable("status", Integer.class);
        return status == OK ? read(answer.getMessage().getBody(byte[].class)) : none("HTTP " + status);
    }

    private static JsonNode read(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            return none("no JSON");
        }
    }

    private static JsonNode none(String found) {
        LOG.warn(
                "report of sent SMS: expected one, found {}; without a contract for reports set optimizer.sms.reports"
                        + " to false",
                found);
        return MissingNode.getInstance();
    }

    private String query(Instant from, Instant until) {
        return "account_id=" + encoded(apiKey) + "&product=SMS&direction=outbound&date_start="
                + encoded(from.toString()) + "&date_end=" + encoded(until.toString());
    }

    private String basic() {
        return Base64.getEncoder().encodeToString((apiKey + ":" + apiSecret).getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
