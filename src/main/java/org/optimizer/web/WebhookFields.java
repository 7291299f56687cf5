package org.optimizer.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.server.ResponseStatusException;

/** What a provider tells us, whether as a query, a form or JSON; nothing beyond reason is read. */
final class WebhookFields {
    private static final int LIMIT_BYTES = 16 * 1024;

    private final ObjectMapper json;

    WebhookFields(ObjectMapper json) {
        this.json = json;
    }

    Map<String, String> of(HttpServletRequest request) throws IOException {
        boolean isJson = request.getMethod().equals("POST")
                && request.getContentType() != null
                && MediaType.APPLICATION_JSON.isCompatibleWith(MediaType.parseMediaType(request.getContentType()));
        return isJson ? flat(body(request)) : parameters(request);
    }

    byte[] body(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(LIMIT_BYTES + 1);
        if (body.length > LIMIT_BYTES) {
            throw tooLarge();
        }
        return body;
    }

    /** One object, whatever is in it. */
    JsonNode object(byte[] body) throws IOException {
        try {
            JsonNode read = json.readTree(body);
            if (read != null && read.isObject()) {
                return read;
            }
        } catch (JsonProcessingException unreadable) {
            throw unreadable(unreadable);
        }
        throw unreadable(null);
    }

    private Map<String, String> flat(byte[] body) throws IOException {
        try {
            Map<String, String> fields = json.readValue(body, new TypeReference<Map<String, String>>() {});
            return Objects.requireNonNull(fields, "null is none");
        } catch (JsonProcessingException | NullPointerException unreadable) {
            throw unreadable(unreadable);
        }
    }

    private static Map<String, String> parameters(HttpServletRequest request) {
        if (request.getMethod().equals("POST")
                && (request.getContentLength() < 0 || request.getContentLength() > LIMIT_BYTES)) {
            throw tooLarge();
        }
        Map<String, String> fields = new TreeMap<>();
        request.getParameterMap().forEach((name, values) -> fields.put(name, values[0]));
        return fields;
    }

    private static ResponseStatusException unreadable(Exception cause) {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST, "expected one JSON object", cause);
    }

    private static ResponseStatusException tooLarge() {
        return new ResponseStatusException(HttpStatus.PAYLOAD_TOO_LARGE, "expected at most " + LIMIT_BYTES + " bytes");
    }
}
