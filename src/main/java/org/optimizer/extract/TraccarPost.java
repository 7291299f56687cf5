package org.optimizer.extract;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What Traccar forwards: {@code {"position":…,"device":…}}, or {@code {"event":…,"position":…,"device":…}}, nulls left out.
 *
 * @param position empty when there is none, such as of a device that went offline
 * @param deviceNames how vehicles may name the device: the hardware's unique id, then Traccar's own
 */
public record TraccarPost(Optional<TraccarRow> position, List<String> deviceNames) {
    private static final JsonFactory JSON = new JsonFactory();

    /** @throws IllegalArgumentException when it cannot be read */
    public static TraccarPost read(byte[] body) {
        Reading reading = new Reading();
        try (JsonParser parser = JSON.createParser(body)) {
            reading.post(parser);
        } catch (IOException cause) {
            throw new IllegalArgumentException("expected one JSON object, found something unreadable", cause);
        }
        return reading.post();
    }

    private static final class Reading {
        private final TraccarRow row = new TraccarRow();
        private boolean hasPosition;
        private String id = "";
        private String uniqueId = "";
        private String eventType = "";
        private String eventAlarm = "";

        void post(JsonParser parser) throws IOException {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("expected one JSON object, found " + parser.currentToken());
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                boolean isObject = parser.nextToken() == JsonToken.START_OBJECT;
                switch (isObject ? name : "") {
                    case "position" -> position(parser);
                    case "device" -> device(parser);
                    case "event" -> event(parser);
                    default -> parser.skipChildren();
                }
            }
            if (parser.currentToken() != JsonToken.END_OBJECT) {
                throw new IllegalArgumentException("expected the end of the object, found the end of the body");
            }
        }

        private void position(JsonParser parser) throws IOException {
            row.read(parser);
            hasPosition = true;
        }

        private void device(JsonParser parser) throws IOException {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                switch (name) {
                    case "id" -> id = TraccarRow.text(parser);
                    case "uniqueId" -> uniqueId = TraccarRow.text(parser);
                    default -> parser.skipChildren();
                }
            }
        }

        private void event(JsonParser parser) throws IOException {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (name.equals("type")) {
                    eventType = TraccarRow.text(parser);
                } else if (name.equals("attributes") && value == JsonToken.START_OBJECT) {
                    eventAlarm(parser);
                } else {
                    parser.skipChildren();
                }
            }
        }

        private void eventAlarm(JsonParser parser) throws IOException {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                if (name.equals("alarm")) {
                    eventAlarm = TraccarRow.text(parser);
                } else {
                    parser.skipChildren();
                }
            }
        }

        /** An event is an alarm of its position, however Traccar tells it. */
        TraccarPost post() {
            if (eventType.equals("alarm") && !eventAlarm.isEmpty()) {
                row.addAlarm(eventAlarm);
            } else if (eventType.equals("deviceOverspeed")) {
                row.addAlarm("overspeed");
            }
            List<String> names = Stream.of(uniqueId, id, hasPosition ? row.deviceId() : "")
                    .filter(name -> !name.isEmpty())
                    .distinct()
                    .toList();
            return new TraccarPost(hasPosition ? Optional.of(row) : Optional.empty(), names);
        }
    }
}
