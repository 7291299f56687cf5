package org.optimizer.standin;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One HTTP call: what it asks for, and the ways to answer it. */
final class Call {
    private static final JsonFactory JSON = new JsonFactory();
    private static final ObjectMapper TREE = new ObjectMapper();
    private static final int LONGEST_BODY = 1 << 16;

    private final HttpExchange exchange;

    Call(HttpExchange exchange) {
        this.exchange = exchange;
    }

    String method() {
        return exchange.getRequestMethod();
    }

    String path() {
        return exchange.getRequestURI().getPath();
    }

    Optional<String> query(String name) {
        return Optional.ofNullable(pairs(exchange.getRequestURI().getRawQuery()).get(name));
    }

    /** @throws BadCall when the parameter is there and is not a whole number */
    long query(String name, long otherwise) {
        return query(name).map(text -> number(name, text)).orElse(otherwise);
    }

    /** Python clients send {@code True}. */
    boolean isQueried(String name) {
        return query(name).map(Boolean::parseBoolean).orElse(false);
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }

    /** The two halves of HTTP Basic credentials. */
    Optional<String[]> basic() {
        return header("Authorization")
                .filter(value -> value.regionMatches(true, 0, "Basic ", 0, 6))
                .map(value -> decodeBasic(value.substring(6).trim()));
    }

    /** The fields of a form or of a flat JSON object. */
    Map<String, String> fields() throws IOException {
        String body = body();
        boolean isJson = header("Content-Type").orElse("").startsWith("application/json");
        return isJson ? jsonFields(body) : pairs(body);
    }

    /** @throws BadCall when the body is no JSON */
    JsonNode tree() throws IOException {
        String body = body();
        try {
            return TREE.readTree(body);
        } catch (JsonProcessingException e) {
            throw new BadCall("body: expected JSON, found: " + e.getOriginalMessage(), e);
        }
    }

    /** Whether a person's browser asks, not a program. */
    boolean isForPeople() {
        return header("Accept").orElse("").contains("text/html");
    }

    /** To be set before the answer. */
    void setHeader(String name, String value) {
        exchange.getResponseHeaders().set(name, value);
    }

    void json(int status, String body) throws IOException {
        answer(status, "application/json;charset=UTF-8", body);
    }

    void html(String body) throws IOException {
        answer(200, "text/html;charset=UTF-8", body);
    }

    void seeOther(String path) throws IOException {
        exchange.getResponseHeaders().set("Location", path);
        exchange.sendResponseHeaders(303, -1);
        exchange.close();
    }

    /** An answer of unknown length, to be written by {@code writer}. */
    void stream(Writer writer) throws IOException {
        try (var out = begin()) {
            writer.write(out);
        }
    }

    /** Sends the status and headers of an answer whose body may come, or not. */
    OutputStream begin() throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json;charset=UTF-8");
        exchange.sendResponseHeaders(200, 0);
        return exchange.getResponseBody();
    }

    /** A body that is packed already. */
    void packed(byte[] gzip) throws IOException {
        exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        exchange.getResponseHeaders().set("Content-Type", "application/json;charset=UTF-8");
        exchange.sendResponseHeaders(200, gzip.length);
        try (var out = exchange.getResponseBody()) {
            out.write(gzip);
        }
    }

    /** Of another type than JSON. */
    void text(int status, String type, String body) throws IOException {
        answer(status, type, body);
    }

    /** Ends the connection without an answer. */
    void hangUp() {
        exchange.close();
    }

    static long number(String name, String text) {
        try {
            return Long.parseLong(text.trim());
        } catch (NumberFormatException e) {
            throw new BadCall("parameter \"" + name + "\" is \"" + text + "\": expected a whole number", e);
        }
    }

    static Instant instant(String name, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new BadCall(
                    "parameter \"" + name + "\" is \"" + text + "\": expected a time such as" + " 2026-11-16T00:00:00Z",
                    e);
        }
    }

    private void answer(int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private String body() throws IOException {
        byte[] bytes = exchange.getRequestBody().readNBytes(LONGEST_BODY);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String[] decodeBasic(String code) {
        try {
            String plain = new String(Base64.getDecoder().decode(code), StandardCharsets.UTF_8);
            int colon = plain.indexOf(':');
            return colon < 0
                    ? new String[] {plain, ""}
                    : new String[] {plain.substring(0, colon), plain.substring(colon + 1)};
        } catch (IllegalArgumentException e) {
            throw new BadCall("header \"Authorization\": expected Basic credentials in base 64", e);
        }
    }

    private static Map<String, String> pairs(String text) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String pair :
                text == null || text.isBlank() ? new String[0] : text.trim().split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            pairs.put(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
        }
        return pairs;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new BadCall("\"" + text + "\": expected text in URL encoding", e);
        }
    }

    private static Map<String, String> jsonFields(String body) {
        Map<String, String> fields = new LinkedHashMap<>();
        try (JsonParser parser = JSON.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new BadCall("body: expected a JSON object", null);
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                fields.put(name, parser.getValueAsString(""));
            }
            return fields;
        } catch (IOException e) {
            throw new BadCall("body: expected a flat JSON object, found: " + e.getMessage(), e);
        }
    }

    /** Writes the body of an answer. */
    interface Writer {
        void write(OutputStream out) throws IOException;
    }

    /** A mistake of the caller: answered with 400 and this message. */
    static final class BadCall extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BadCall(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
