package org.optimizer.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.optimizer.process.SmsReceipts;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Where the SMS provider says what became of a message: as a query, a form or JSON, as its account is set. What it says of
 * messages that are not ours is answered alike, so that nobody learns which are.
 */
@RestController
@RequestMapping("/webhooks/sms-receipt")
class ReceiptController {
    private static final int LIMIT_BYTES = 16 * 1024;

    private final SmsReceipts receipts;
    private final ObjectMapper json;

    ReceiptController(SmsReceipts receipts, ObjectMapper json) {
        this.receipts = receipts;
        this.json = json;
    }

    @GetMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void query(HttpServletRequest request) {
        receipts.receive(parameters(request));
    }

    @PostMapping(consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void form(HttpServletRequest request) {
        if (request.getContentLength() < 0 || request.getContentLength() > LIMIT_BYTES) {
            throw tooLarge();
        }
        receipts.receive(parameters(request));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void body(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(LIMIT_BYTES + 1);
        if (body.length > LIMIT_BYTES) {
            throw tooLarge();
        }
        receipts.receive(fields(body));
    }

    private Map<String, String> fields(byte[] body) throws IOException {
        try {
            Map<String, String> fields = json.readValue(body, new TypeReference<Map<String, String>>() {});
            return Objects.requireNonNull(fields, "null is no receipt");
        } catch (JsonProcessingException | NullPointerException unreadable) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "expected one flat JSON object", unreadable);
        }
    }

    private static Map<String, String> parameters(HttpServletRequest request) {
        Map<String, String> fields = new TreeMap<>();
        request.getParameterMap().forEach((name, values) -> fields.put(name, values[0]));
        return fields;
    }

    private static ResponseStatusException tooLarge() {
        return new ResponseStatusException(
                HttpStatus.PAYLOAD_TOO_LARGE, "expected a receipt of at most " + LIMIT_BYTES + " bytes");
    }
}
