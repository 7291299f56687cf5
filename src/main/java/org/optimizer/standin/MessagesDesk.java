package org.optimizer.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** The Vonage Messages API: takes a text for the channel SMS, answers 202 with one id for all its parts. */
final class MessagesDesk {
    private final String key;
    private final String secret;
    private final Ledger ledger;
    private final ReceiptCourier courier;
    private final Clock clock;

    MessagesDesk(StandInSettings settings, Ledger ledger, ReceiptCourier courier, Clock clock) {
        this.key = settings.smsKey();
        this.secret = settings.smsSecret();
        this.ledger = ledger;
        this.courier = courier;
        this.clock = clock;
    }

    void answer(Call call) throws IOException {
        boolean isCustomer = call.basic()
                .filter(given -> key.equals(given[0]) && secret.equals(given[1]))
                .isPresent();
        if (!isCustomer) {
            call.json(401, Json.problem(401, "Unauthorized", "expected the account's key and secret"));
            return;
        }
        JsonNode message = call.tree();
        if (!message.path("to").asText().matches("\\d{7,15}")
                || message.path("text").asText().isEmpty()
                || !message.path("channel").asText().equals("sms")) {
            call.json(422, Json.problem(422, "Invalid params", "expected channel sms, to and text"));
            return;
        }
        String id = UUID.randomUUID().toString();
        AcceptedSms sms = new AcceptedSms(
                clock.instant(),
                message.path("to").asText(),
                message.path("from").asText(),
                message.path("text").asText(),
                message.path("client_ref").asText(),
                message.path("webhook_url").asText(),
                List.of(id));
        ledger.accept(sms);
        courier.announce(sms);
        call.json(202, Json.text(json -> {
            json.writeStartObject();
            json.writeStringField("message_uuid", id);
            json.writeEndObject();
        }));
    }
}
