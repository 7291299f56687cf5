package org.optimizer.extract;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.ZipException;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;

/**
 * Reads the answers of MyCarTracks while they arrive: the last step of the routes {@code fetch-*}. What is done with an answer is
 * the exchange's variable {@code reading}, what it may take the variable {@code limits}.
 */
public class MyCarTracksAnswer {
    private static final int LONGEST_TEXT = 1 << 20;

    static final JsonFactory JSON = new AnswerJson(new JsonFactoryBuilder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(LONGEST_TEXT)
                    .build())
            // a row's fault, not the answer's
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS));

    public void read(Exchange exchange) throws IOException {
        AnswerReading reading = exchange.getVariable("reading", AnswerReading.class);
        AnswerLimits limits = exchange.getVariable("limits", AnswerLimits.class);
        int status = exchange.getVariable("status", Integer.class);
        try (InputStream body = exchange.getMessage().getMandatoryBody(InputStream.class)) {
            if (status != 200) {
                throw ProviderException.status(limits.call(), status);
            }
            parse(body, Optional.ofNullable(exchange.getVariable("encoding", String.class)), reading, limits);
        } catch (InvalidPayloadException cause) {
            throw status == 200
                    ? ProviderException.unreadable(
                            limits.call(), "the beginning", "a JSON object", "an empty answer", cause)
                    : ProviderException.status(limits.call(), status);
        }
        exchange.getMessage().setBody(null);
    }

    private static void parse(InputStream body, Optional<String> encoding, AnswerReading reading, AnswerLimits limits)
            throws IOException {
        try {
            RawTail raw = new RawTail(new BoundedBody(body, encoding, limits));
            parse(raw, reading, limits.call());
        } catch (ZipException | EOFException cause) {
            throw ProviderException.unreadable(limits.call(), "the beginning", "gzip", cause.getMessage(), cause);
        }
    }

    private static void parse(RawTail raw, AnswerReading reading, String call) throws IOException {
        try (JsonParser parser = JSON.createParser(raw)) {
            try {
                reading.read(parser, raw);
            } catch (Unreadable cause) {
                String place = place(parser) + ", " + cause.where;
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
}
