package org.optimizer.extract.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.InputStream;

/** Reads a MyCarTracks trackpoints answer: {@code data[]} with time (epoch ms), degrees and km/h, as a stream. */
final class TrackpointsReader {
    /** A value that is longer is no value of a trace, and shall not fill the memory. */
    private static final JsonFactory SHORT_VALUES = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(64 * 1024)
                    .maxNestingDepth(100)
                    .build())
            .build();

    private static final double KMH_PER_MPS = 3.6;

    private final Place place;
    private final String vehicle;
    private final VehicleFixes fixes;
    private JsonParser json;
    private int number;
    private Long timeMs;
    private double latitude;
    private double longitude;
    private double speedKmh;
    private double accuracy;
    private double bearing;
    private double altitude;
    private boolean mock;

    TrackpointsReader(Place place, String vehicle, FixSinks sinks) {
        this.place = place;
        this.vehicle = vehicle;
        this.fixes = new VehicleFixes(sinks, place);
    }

    void read(InputStream text) throws IOException {
        try (JsonParser parser = SHORT_VALUES.createParser(text)) {
            json = parser;
            if (next() != JsonToken.START_OBJECT || !readAnswer()) {
                throw place.wrong("no-data", "{\"data\":[…]}");
            }
            if (number == 0) {
                throw place.wrong("no-point");
            }
            if (next() != null) {
                throw place.wrong("more-after-answer");
            }
        }
    }

    private boolean readAnswer() throws IOException {
        boolean found = false;
        while (next() == JsonToken.FIELD_NAME) {
            boolean data = json.currentName().equals("data");
            next();
            if (data && json.currentToken() == JsonToken.START_ARRAY) {
                readPoints();
                found = true;
            } else {
                json.skipChildren();
            }
        }
        return found;
    }

    private void readPoints() throws IOException {
        while (next() != JsonToken.END_ARRAY) {
            if (json.currentToken() != JsonToken.START_OBJECT) {
                throw place.wrong("not-a-point", data(), "{\"time\":…}", found());
            }
            readPoint();
            number++;
        }
    }

    private void readPoint() throws IOException {
        timeMs = null;
        latitude = longitude = speedKmh = accuracy = bearing = altitude = Double.NaN;
        mock = false;
        while (next() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            next();
            readField(field);
        }
        if (timeMs == null) {
            throw place.wrong("no-epoch", data());
        }
        fixes.of(vehicle)
                .fix(
                        timeMs,
                        "",
                        latitude,
                        longitude,
                        speedKmh / KMH_PER_MPS,
                        accuracy,
                        Double.NaN,
                        bearing,
                        altitude,
                        mock);
    }

    private void readField(String field) throws IOException {
        switch (field) {
            case "time" -> timeMs = time();
            case "latitude" -> latitude = value(field);
            case "longitude" -> longitude = value(field);
            case "speed" -> speedKmh = value(field);
            case "accuracy" -> accuracy = value(field);
            case "bearing" -> bearing = value(field);
            case "altitude" -> altitude = value(field);
            case "mock" -> mock = flag(field);
            default -> json.skipChildren();
        }
    }

    private long time() throws IOException {
        if (json.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            throw place.wrong("not-an-epoch", data() + ".time", found());
        }
        return Text.withinCalendar(json.getLongValue(), json.getText(), data() + ".time", place);
    }

    private double value(String field) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return Double.NaN;
        }
        if (!json.currentToken().isNumeric()) {
            throw place.wrong("not-a-number", data() + "." + field, found());
        }
        return json.getDoubleValue();
    }

    private boolean flag(String field) throws IOException {
        return switch (json.currentToken()) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE, VALUE_NULL -> false;
            default -> throw place.wrong("not-true-or-false", data() + "." + field, found());
        };
    }

    private String data() {
        return "data[" + number + "]";
    }

    private String found() throws IOException {
        return Text.quoted(json.getText());
    }

    private JsonToken next() throws IOException {
        JsonToken token = json.nextToken();
        place.moveTo(json.currentTokenLocation().getLineNr());
        return token;
    }
}
