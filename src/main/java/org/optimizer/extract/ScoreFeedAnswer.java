package org.optimizer.extract;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import org.apache.camel.Exchange;

/** Reads a page of a score feed: a step of the route {@code ask-scorefeed}. What it refuses it says as RFC 7807 has it. */
public class ScoreFeedAnswer {
    /** A page of 200 items is about 100 kB. */
    private static final long LONGEST_PAGE = 4L << 20;

    private static final int NOT_CLOSED = 409;
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxDocumentLength(LONGEST_PAGE)
                    .build())
            .build());

    /** The provider says that the period is not closed. */
    static final class NotClosed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotClosed(String words) {
            super(words);
        }
    }

    /** Leaves the page as the exchange's body. */
    public void read(Exchange exchange) throws IOException {
        int status = exchange.getVariable("status", Integer.class);
        try (InputStream body = exchange.getMessage().getBody(InputStream.class)) {
            if (status == NOT_CLOSED) {
                throw new NotClosed(words(body));
            }
            if (status != 200) {
                throw ScoreSourceException.status(ScoreFeed.NAME, status, words(body));
            }
            exchange.getMessage().setBody(page(body));
        }
    }

    private static JsonNode page(InputStream body) throws IOException {
        try {
            JsonNode page = body == null ? null : JSON.readTree(body);
            if (page != null && page.isObject()) {
                return page;
            }
        } catch (JsonProcessingException cause) {
            String place = cause.getLocation() == null
                    ? "the beginning"
                    : "line " + cause.getLocation().getLineNr();
            throw ScoreSourceException.unreadable(ScoreFeed.NAME, place, "JSON", cause.getOriginalMessage(), cause);
        }
        throw ScoreSourceException.unreadable(ScoreFeed.NAME, "the beginning", "a JSON object", "none", null);
    }

    /** What a problem says of itself; nothing when it is not written as one. */
    private static String words(InputStream body) throws IOException {
        try {
            JsonNode problem = body == null ? null : JSON.readTree(body);
            return problem == null
                    ? ""
                    : problem.path("detail").asText(problem.path("title").asText(""));
        } catch (JsonProcessingException noProblem) {
            return "";
        }
    }
}
