package org.optimizer.standin;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
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
