package org.optimizer.extract;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;

/**
 * Reads an answer of Globo while it arrives: a step of the route {@code ask-globo}. Of an event only that it is there is
 * known; ids and distances may be numbers or texts.
 */
public class GloboAnswer {
    /** A fleet's week of events is a few hundred kilobytes. */
    private static final long LONGEST_ANSWER = 64L << 20;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxDocumentLength(LONGEST_ANSWER)
                    .build())
            .build();

    /** @param distanceM NaN when Globo does not say */
    record Entity(String id, double distanceM, int accelerations, int brakings, int overspeeds) {}

    /** Leaves the entities as the exchange's body. */
    public void read(Exchange exchange) throws IOException {
        int status = exchange.getVariable("status", Integer.class);
        try (InputStream body = exchange.getMessage().getMandatoryBody(InputStream.class)) {
            if (status != 200) {
                throw ScoreSourceException.status(Globo.NAME, status, "");
            }
            exchange.getMessage().setBody(parse(body));
        } catch (InvalidPayloadException cause) {
            throw status == 200
                    ? ScoreSourceException.unreadable(
                            Globo.NAME, "the beginning", "a JSON object", "an empty answer", cause)
                    : ScoreSourceException.status(Globo.NAME, status, "");
        }
    }

    private static List<Entity> parse(InputStream body) throws IOException {
        try (JsonParser parser = JSON.createParser(body)) {
            try {
                return answer(parser);
            } catch (JsonProcessingException cause) {
                throw ScoreSourceException.unreadable(
                        Globo.NAME, place(parser), "JSON", cause.getOriginalMessage(), cause);
            }
        }
    }

    private static List<Entity> answer(JsonParser parser) throws IOException {
        expect(parser, parser.nextToken(), JsonToken.START_OBJECT, "an object with an array \"res\"");
        List<Entity> entities = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("err") && value == JsonToken.START_OBJECT) {
                throw refusal(fields(parser));
            }
            if (name.equals("res")) {
                entities = entities(parser);
            } else {
                parser.skipChildren();
            }
        }
        if (entities == null) {
            throw ScoreSourceException.unreadable(Globo.NAME, place(parser), "an array \"res\"", "none", null);
        }
        return entities;
    }

    private static ScoreSourceException refusal(Map<String, String> error) {
        String code = error.getOrDefault("cod", "");
        return ScoreSourceException.refused(Globo.NAME, (code + " " + error.getOrDefault("lib", "")).strip());
    }

    private static List<Entity> entities(JsonParser parser) throws IOException {
        expect(parser, parser.currentToken(), JsonToken.START_ARRAY, "an array \"res\"");
        List<Entity> entities = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            expect(parser, parser.currentToken(), JsonToken.START_OBJECT, "a vehicle or driver as an object");
            entities.add(entity(parser));
        }
        return entities;
    }

    private static Entity entity(JsonParser parser) throws IOException {
        Map<String, String> who = Map.of();
        Map<String, Integer> counts = new HashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (name) {
                case "ent" -> {
                    expect(parser, value, JsonToken.START_OBJECT, "an object \"ent\"");
                    who = fields(parser);
                }
                case "acc", "dec", "vit" -> counts.put(name, length(parser, name));
                default -> parser.skipChildren();
            }
        }
        return new Entity(
                id(parser, who),
                distanceM(parser, who),
                count(parser, counts, "acc"),
                count(parser, counts, "dec"),
                count(parser, counts, "vit"));
    }

    /** The scalar fields of the object at hand; null is missing. */
    private static Map<String, String> fields(JsonParser parser) throws IOException {
        Map<String, String> fields = new HashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
                fields.put(name, parser.getText().strip());
            } else {
                parser.skipChildren();
            }
        }
        return fields;
    }

    private static int length(JsonParser parser, String name) throws IOException {
        expect(parser, parser.currentToken(), JsonToken.START_ARRAY, "an array \"" + name + "\"");
        int length = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            length++;
            parser.skipChildren();
        }
        return length;
    }

    private static String id(JsonParser parser, Map<String, String> who) {
        String id = who.getOrDefault("id", "");
        if (id.isEmpty()) {
            throw ScoreSourceException.unreadable(Globo.NAME, place(parser), "an \"ent\" with an \"id\"", "none", null);
        }
        return id;
    }

    private static double distanceM(JsonParser parser, Map<String, String> who) {
        String odo = who.getOrDefault("odo", "");
        try {
            double distanceM = odo.isEmpty() ? Double.NaN : Double.parseDouble(odo);
            if (!(distanceM < 0) && !Double.isInfinite(distanceM)) {
                return distanceM;
            }
        } catch (NumberFormatException notANumber) {
            throw noDistance(parser, odo, notANumber);
        }
        throw noDistance(parser, odo, null);
    }

    private static ScoreSourceException noDistance(JsonParser parser, String odo, Throwable cause) {
        return ScoreSourceException.unreadable(
                Globo.NAME, place(parser), "a distance \"odo\" in metres", "\"" + odo + "\"", cause);
    }

    /** A list that is missing is no list without events. */
    private static int count(JsonParser parser, Map<String, Integer> counts, String name) {
        Integer count = counts.get(name);
        if (count == null) {
            throw ScoreSourceException.unreadable(Globo.NAME, place(parser), "an array \"" + name + "\"", "none", null);
        }
        return count;
    }

    private static void expect(JsonParser parser, JsonToken found, JsonToken expected, String words) {
        if (found != expected) {
            throw ScoreSourceException.unreadable(
                    Globo.NAME, place(parser), words, found == null ? "the end of the answer" : found.toString(), null);
        }
    }

    private static String place(JsonParser parser) {
        return "line " + parser.currentLocation().getLineNr() + " column "
                + parser.currentLocation().getColumnNr();
    }
}
