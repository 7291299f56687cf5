package org.optimizer.command;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;

/** Reads a MyCarTracks trackpoints answer: {@code data[]} with time (epoch ms), degrees and km/h, as a stream. */
final class TrackpointsReader {
    private static final double KMH_PER_MPS = 3.6;

    private final Place place;
    private final String vehicle;
    private final Recordings recordings;
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

    TrackpointsReader(Place place, String vehicle, Recordings recordings) {
        this.place = place;
        this.vehicle = vehicle;
        this.recordings = recordings;
    }

    void read(InputStream text) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            json = parser;
            if (next() != JsonToken.START_OBJECT || !readAnswer()) {
                throw place.wrong("expected a trackpoints answer {\"data\":[…]}, found JSON without an array data");
            }
            if (number == 0) {
                throw place.wrong("the answer has no point");
            }
            if (next() != null) {
                throw place.wrong("expected the end of the file after the answer, found more");
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
                throw place.wrong("data[" + number + "]: expected a point {\"time\":…}, found " + found());
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
            throw place.wrong("data[" + number + "]: expected a field time in epoch milliseconds, found none");
        }
        recordings
                .of(vehicle)
                .add(timeMs, "", latitude, longitude, speedKmh / KMH_PER_MPS, accuracy, bearing, altitude, mock);
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
            throw place.wrong("data[" + number + "].time: expected whole epoch milliseconds, found " + found());
        }
        return Text.withinCalendar(json.getLongValue(), json.getText(), "data[" + number + "].time", place);
    }

    private double value(String field) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return Double.NaN;
        }
        if (!json.currentToken().isNumeric()) {
            throw place.wrong("data[" + number + "]." + field + ": expected a number, found " + found());
        }
        return json.getDoubleValue();
    }

    private boolean flag(String field) throws IOException {
        return switch (json.currentToken()) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE, VALUE_NULL -> false;
            default ->
                throw place.wrong("data[" + number + "]." + field + ": expected true or false, found " + found());
        };
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
