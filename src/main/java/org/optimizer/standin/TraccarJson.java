package org.optimizer.standin;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Devices and positions as Traccar 6 writes them: times in ISO 8601, speed in knots, what is not known left out. */
final class TraccarJson {
    private static final double KNOTS_PER_MMPS = 3.6 / 1852;
    private static final long POINTS_A_TRACK = 100_000;
    private static final long MOVING_MMPS = 500;

    private TraccarJson() {}

    static void device(JsonGenerator json, Car car, boolean isTextId) throws IOException {
        json.writeStartObject();
        id(json, "id", car.id(), isTextId);
        json.writeStringField("name", car.name().toUpperCase(Locale.ROOT));
        json.writeStringField("uniqueId", car.name());
        json.writeStringField("status", "offline");
        json.writeBooleanField("disabled", false);
        json.writeObjectFieldStart("attributes");
        json.writeEndObject();
        json.writeEndObject();
    }

    /**
     * A recording that is about to be written position by position.
     *
     * @param driver who is logged in, by his id with the product
     */
    record Drive(
            Car car,
            Track track,
            Points recorded,
            Sent sent,
            Optional<String> driver,
            Map<Integer, String> alarms,
            boolean isTextId) {
        static Drive of(Car car, Track track, Points recorded, Sent sent, Optional<String> driver, boolean isTextId) {
            return new Drive(car, track, recorded, sent, driver, alarms(recorded), isTextId);
        }

        /** By the row of the recording at which they are raised; several are separated by commas. */
        private static Map<Integer, String> alarms(Points recorded) {
            List<EcoEvent> events = EcoEvents.find(recorded);
            return events.stream()
                    .collect(Collectors.toMap(
                            EcoEvent::row, event -> event.kind().traccar(), (one, other) -> one + "," + other));
        }

        /** By the time of the recording: a clock that is wrong does not hide a position from who asks. */
        boolean isAt(int index, long fromMs, long toMs) {
            long atMs = recorded.atMs(sent.rows()[index]);
            return atMs >= fromMs && atMs <= toMs;
        }

        void write(JsonGenerator json, int index) throws IOException {
            Points points = sent.points();
            int row = sent.rows()[index];
            String at = Instant.ofEpochMilli(points.atMs(index)).toString();
            json.writeStartObject();
            id(json, "id", track.id() * POINTS_A_TRACK + row, isTextId);
            id(json, "deviceId", car.id(), isTextId);
            json.writeStringField("protocol", "osmand");
            json.writeStringField("serverTime", at);
            json.writeStringField("deviceTime", at);
            json.writeStringField("fixTime", at);
            json.writeBooleanField("valid", !sent.marked().get(index));
            json.writeNumberField("latitude", points.latE7(index) / 1e7);
            json.writeNumberField("longitude", points.lonE7(index) / 1e7);
            number(json, "altitude", points.altitudeMm(index), 1e-3);
            number(json, "speed", points.speedMmps(index), KNOTS_PER_MMPS);
            number(json, "course", points.bearingMdeg(index), 1e-3);
            number(json, "accuracy", points.accuracyMm(index), 1e-3);
            writeAttributes(json, row, points.speedMmps(index));
            json.writeEndObject();
        }

        private void writeAttributes(JsonGenerator json, int row, long speedMmps) throws IOException {
            json.writeObjectFieldStart("attributes");
            json.writeBooleanField("ignition", true);
            json.writeBooleanField("motion", speedMmps > MOVING_MMPS);
            if (alarms.containsKey(row)) {
                json.writeStringField("alarm", alarms.get(row));
            }
            if (driver.isPresent()) {
                json.writeStringField("driverUniqueId", driver.get());
            }
            json.writeEndObject();
        }
    }

    private static void number(JsonGenerator json, String name, long value, double factor) throws IOException {
        if (value != Points.ABSENT) {
            json.writeNumberField(name, value * factor);
        }
    }

    private static void id(JsonGenerator json, String name, long id, boolean isText) throws IOException {
        if (isText) {
            json.writeStringField(name, Long.toString(id));
        } else {
            json.writeNumberField(name, id);
        }
    }
}
