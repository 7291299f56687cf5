package org.optimizer.standin;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Small JSON texts. */
final class Json {
    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    static String text(Body body) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            body.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException("JSON in memory", e);
        }
        return text.toString();
    }

    /** The elements of a text that looks like an array, such as {@code [101, 102]}; quotes and brackets may be missing. */
    static JsonNode words(String text) {
        ArrayNode words = JsonNodeFactory.instance.arrayNode();
        for (String word : text.split("[\\[\\],\"\\s]+")) {
            if (word.matches("\\d{1,18}")) {
                words.add(Long.parseLong(word));
            } else if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }

    /** RFC 7807: what is wrong, for programs and for people. */
    static String problem(int status, String title, String detail) {
        return text(json -> {
            json.writeStartObject();
            json.writeStringField("type", "about:blank");
            json.writeStringField("title", title);
            json.writeNumberField("status", status);
            json.writeStringField("detail", detail);
            json.writeEndObject();
        });
    }

    /** The Spring Security style of an error, which is what OAuth2 servers send. */
    static String error(String error, String description) {
        return text(json -> {
            json.writeStartObject();
            json.writeStringField("error", error);
            json.writeStringField("error_description", description);
            json.writeEndObject();
        });
    }

    /** Writes one value. */
    interface Body {
        void write(JsonGenerator json) throws IOException;
    }
}
