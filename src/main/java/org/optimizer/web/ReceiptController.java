package org.optimizer.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.optimizer.process.InboundSms;
import org.optimizer.process.SmsReceipts;
import org.optimizer.process.WebhookGate;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Where the SMS provider says what became of a message, and what drivers answered: as a query, a form or JSON, as its account is
 * set. What it says of messages that are not ours is answered alike, so that nobody learns which are.
 */
@RestController
@RequestMapping("/webhooks")
class ReceiptController {
    private final SmsReceipts receipts;
    private final InboundSms inbound;
    private final WebhookGate gate;
    private final WebhookFields read;

    ReceiptController(SmsReceipts receipts, InboundSms inbound, WebhookGate gate, ObjectMapper json) {
        this.receipts = receipts;
        this.inbound = inbound;
        this.gate = gate;
        this.read = new WebhookFields(json);
    }

    @GetMapping("/sms-receipt")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void receiptAsQuery(HttpServletRequest request) throws IOException {
        receipt(request);
    }

    @PostMapping(
            path = "/sms-receipt",
            consumes = {MediaType.APPLICATION_FORM_URLENCODED_VALUE, MediaType.APPLICATION_JSON_VALUE})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void receipt(HttpServletRequest request) throws IOException {
        Map<String, String> fields = read.of(request);
        check(gate.take(fields, () -> receipts.receive(fields)));
    }

    @GetMapping("/sms-inbound")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void inboundAsQuery(HttpServletRequest request) throws IOException {
        inbound(request);
    }

    @PostMapping(
            path = "/sms-inbound",
            consumes = {MediaType.APPLICATION_FORM_URLENCODED_VALUE, MediaType.APPLICATION_JSON_VALUE})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void inbound(HttpServletRequest request) throws IOException {
        Map<String, String> fields = read.of(request);
        check(gate.take(fields, () -> inbound.received(fields)));
    }

    private static void check(boolean isTaken) {
        if (!isTaken) {
            throw new ResponseStatusException(HttpStatus.UNAUTHORIZED, "expected a call that the provider has signed");
        }
    }
}
