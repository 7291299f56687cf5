package org.optimizer.extract;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.InputStream;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;

/** Reads the answers of Traccar while they arrive, which are arrays of objects: the step of the routes {@code fetch-traccar-*}. */
public class TraccarAnswer {
    /** Twelve hours of one device at 1 Hz are about 25 MB. */
    private static final long LONGEST_ANSWER = 64L << 20;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxDocumentLength(LONGEST_ANSWER)
                    .build())
            .build();

    /** Takes an object of the answer: the parser is at its start, and to be left at its end. */
    interface Rows {
        void row(JsonParser parser) throws IOException;
    }

    /** Hands each object to the exchange's variable {@code rows}. */
    public void readRows(Exchange exchange) throws IOException {
        String call = exchange.getVariable("call", String.class);
        int status = exchange.getVariable("status", Integer.class);
        try (InputStream body = exchange.getMessage().getMandatoryBody(InputStream.class)) {
            if (status != 200) {
                throw failed(call, status, "found status " + status + "; " + advice(status), null);
            }
            read(call, body, exchange.getVariable("rows", Rows.class));
        } catch (InvalidPayloadException cause) {
            throw failed(call, status, "found status " + status + " without a body; " + advice(status), cause);
        }
        exchange.getMessage().setBody(null);
    }

    private static void read(String call, InputStream body, Rows rows) throws IOException {
        try (JsonParser parser = JSON.createParser(body)) {
            try {
                expect(call, parser, parser.nextToken(), JsonToken.START_ARRAY, "an array");
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    expect(call, parser, parser.currentToken(), JsonToken.START_OBJECT, "an object in it");
                    rows.row(parser);
                }
            } catch (JsonProcessingException cause) {
                throw unreadable(call, parser, "JSON", cause.getOriginalMessage(), cause);
            }
        }
    }

    private static void expect(String call, JsonParser parser, JsonToken found, JsonToken expected, String words) {
        if (found != expected) {
            throw unreadable(call, parser, words, found == null ? "the end of the answer" : found.toString(), null);
        }
    }

    private static ProviderException unreadable(
            String call, JsonParser parser, String expected, String found, Throwable cause) {
        int line = parser.currentLocation().getLineNr();
        int column = parser.currentLocation().getColumnNr();
        return failed(
                call,
                200,
                "at line " + line + " column " + column + " expected " + expected + ", found " + found
                        + "; nothing of this answer was kept, see whether Traccar changed its format",
                cause);
    }

    static ProviderException failed(String call, int status, String words, Throwable cause) {
        return new ProviderException(status, "Traccar " + call + ": expected a list; " + words, cause);
    }

    private static String advice(int status) {
        return switch (status) {
            case 401, 403 -> "check optimizer.traccar.user and password, or token";
            case 301, 302, 307, 308, 404 -> "check optimizer.traccar.base-url, which ends with /api";
            default -> "the server has a problem or is busy: it is asked again later";
        };
    }
}
