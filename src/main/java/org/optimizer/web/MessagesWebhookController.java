package org.optimizer.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.optimizer.process.InboundSms;
import org.optimizer.process.SmsReceipts;
import org.optimizer.process.WebhookGate;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The same for accounts on the Vonage Messages API: JSON, signed with a token. */
@RestController
@RequestMapping(path = "/webhooks", consumes = MediaType.APPLICATION_JSON_VALUE)
class MessagesWebhookController {
    private final SmsReceipts receipts;
    private final InboundSms inbound;
    private final WebhookGate gate;
    private final WebhookFields read;

    MessagesWebhookController(SmsReceipts receipts, InboundSms inbound, WebhookGate gate, ObjectMapper json) {
        this.receipts = receipts;
        this.inbound = inbound;
        this.gate = gate;
        this.read = new WebhookFields(json);
    }

    @PostMapping("/messages-status")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void status(
            @RequestHeader(name = "Authorization", required = false) String authorization, HttpServletRequest request)
            throws IOException {
        byte[] body = read.body(request);
        JsonNode said = read.object(body);
        check(gate.take(
                authorization,
                body,
                () -> receipts.receiveWhole(
                        said.path("client_ref").asText(),
                        said.path("message_uuid").asText(),
                        said.path("status").asText(),
                        said.path("error").path("title").asText())));
    }

    @PostMapping("/messages-inbound")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void inbound(
            @RequestHeader(name = "Authorization", required = false) String authorization, HttpServletRequest request)
            throws IOException {
        byte[] body = read.body(request);
        JsonNode said = read.object(body);
        check(gate.take(
                authorization,
                body,
                () -> inbound.received(
                        said.path("message_uuid").asText(),
                        said.path("from").asText(),
                        said.path("text").asText())));
    }

    private static void check(boolean isTaken) {
        if (!isTaken) {
            throw new ResponseStatusException(HttpStatus.UNAUTHORIZED, "expected a call that the provider has signed");
        }
    }
}
