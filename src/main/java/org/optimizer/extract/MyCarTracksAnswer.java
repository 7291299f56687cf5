package org.optimizer.extract;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;

/**
 * Reads the answers of MyCarTracks while they arrive: a step of the routes {@code fetch-*}. An answer is an object whose
 * array {@code data} holds rows; numbers may be strings, fields may be missing, unknown ones are passed over.
 */
public class MyCarTracksAnswer {
    /** A day at 1 Hz is about 15 MB; more is no answer of this provider. */
    private static final long LONGEST_ANSWER = 64L << 20;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxDocumentLength(LONGEST_ANSWER)
                    .build())
            .build();

    /** A row: the texts of its fields by their names; what is null in the answer is missing here. */
    static final class Fields {
        private final Map<String, String> texts = new HashMap<>();

        String text(String name) {
            return parsed(name, "a value", Function.identity());
        }

        String optionalText(String name) {
            return texts.get(name);
        }

        long epochMs(String name) {
            return parsed(name, "epoch milliseconds", text -> new BigDecimal(text).longValueExact());
        }

        /** NaN when it is missing. */
        double number(String name) {
            return texts.containsKey(name) ? parsed(name, "a number", Double::valueOf) : Double.NaN;
        }

        /** False when it is missing. */
        boolean flag(String name) {
            return texts.containsKey(name) && parsed(name, "true or false", Fields::truth);
        }

        private static boolean truth(String text) {
            return switch (text) {
                case "true" -> true;
                case "false" -> false;
                default -> throw new IllegalArgumentException(text);
            };
        }

        private <T> T parsed(String name, String expected, Function<String, T> parser) {
            String text = texts.get(name);
            try {
                return parser.apply(Objects.requireNonNull(text));
            } catch (NullPointerException | ArithmeticException | IllegalArgumentException cause) {
                throw new Unreadable("field " + name, expected, text == null ? "nothing" : "\"" + text + "\"");
            }
        }
    }

    /** A value that is not what it should be; becomes a {@link ProviderException} as soon as its place is known. */
    private static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String place;
        private final String expected;
        private final String found;

        Unreadable(String place, String expected, String found) {
            this.place = place;
            this.expected = expected;
            this.found = found;
        }
    }

    /** Hands each row of the answer to the exchange's variable {@code rows}. */
    public void readRows(Exchange exchange) throws IOException {
        @SuppressWarnings("unchecked") // put there by the class Tracks
        Consumer<Fields> rows = exchange.getVariable("rows", Consumer.class);
        read(exchange, parser -> eachRow(parser, rows));
        exchange.getMessage().setBody(null);
    }

    /** Hands the answer itself, which is one object, to the exchange's variable {@code rows}. */
    public void readObject(Exchange exchange) throws IOException {
        @SuppressWarnings("unchecked") // put there by the class AccessTokens
        Consumer<Fields> rows = exchange.getVariable("rows", Consumer.class);
        read(exchange, parser -> {
            expect(parser.nextToken(), JsonToken.START_OBJECT, "an object");
            rows.accept(fields(parser));
        });
        exchange.getMessage().setBody(null);
    }

    private interface Reading {
        void read(JsonParser parser) throws IOException;
    }

    private static void read(Exchange exchange, Reading reading) throws IOException {
        String call = exchange.getVariable("call", String.class);
        int status = exchange.getVariable("status", Integer.class);
        try (InputStream body = exchange.getMessage().getMandatoryBody(InputStream.class)) {
            if (status != 200) {
                throw ProviderException.status(call, status);
            }
            parse(call, body, reading);
        } catch (InvalidPayloadException cause) {
            throw status == 200
                    ? ProviderException.unreadable(call, "the beginning", "a JSON object", "an empty answer", cause)
                    : ProviderException.status(call, status);
        }
    }

    private static void parse(String call, InputStream body, Reading reading) throws IOException {
        try (JsonParser parser = JSON.createParser(body)) {
            try {
                reading.read(parser);
            } catch (Unreadable cause) {
                String place = place(parser) + ", " + cause.place;
                throw ProviderException.unreadable(call, place, cause.expected, cause.found, cause);
            } catch (JsonProcessingException cause) {
                throw ProviderException.unreadable(call, place(parser), "JSON", cause.getOriginalMessage(), cause);
            }
        }
    }

    private static String place(JsonParser parser) {
        return "line " + parser.currentLocation().getLineNr() + " column "
                + parser.currentLocation().getColumnNr();
    }

    private static void eachRow(JsonParser parser, Consumer<Fields> rows) throws IOException {
        expect(parser.nextToken(), JsonToken.START_OBJECT, "an object with an array \"data\"");
        boolean found = false;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean data = parser.currentName().equals("data");
            found |= data;
            JsonToken value = parser.nextToken();
            if (data) {
                expect(value, JsonToken.START_ARRAY, "an array \"data\"");
                eachOf(parser, rows);
            } else {
                parser.skipChildren();
            }
        }
        expect(parser.currentToken(), JsonToken.END_OBJECT, "the end of the object");
        if (!found) {
            throw new Unreadable("the end", "an array \"data\"", "none");
        }
    }

    private static void eachOf(JsonParser parser, Consumer<Fields> rows) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            expect(parser.currentToken(), JsonToken.START_OBJECT, "a row as an object");
            rows.accept(fields(parser));
        }
    }

    private static Fields fields(JsonParser parser) throws IOException {
        Fields fields = new Fields();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
                fields.texts.put(name, parser.getText());
            } else {
                parser.skipChildren();
            }
        }
        return fields;
    }

    private static void expect(JsonToken found, JsonToken expected, String words) {
        if (found != expected) {
            throw new Unreadable("the value there", words, found == null ? "the end of the answer" : found.toString());
        }
    }
}
