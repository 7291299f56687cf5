package org.optimizer.extract;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.optimizer.model.PushedFix;

/**
 * One position of Traccar, read while it arrives; the same object is filled again for the next one. Fields may be missing or
 * null, numbers may be strings, unknown fields are passed over. Speed is in knots there, lengths in metres, the course in degrees.
 */
public final class TraccarRow {
    private static final double MPS_PER_KNOT = 1852.0 / 3600;
    /** Traccar writes {@code +00:00}, older versions {@code +0000}. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm[:ss][.SSS][XXX][XX]");

    private static final int LONGEST_REF = 100;
    private static final int LONGEST_ALARMS = 200;

    private String id;
    private String deviceId;
    private String time;
    private boolean valid;
    private double latitudeDeg;
    private double longitudeDeg;
    private double altitudeM;
    private double speedKn;
    private double courseDeg;
    private double accuracyM;
    private String alarms;
    private String driver;
    private String unreadable;

    private void clear() {
        id = deviceId = time = alarms = driver = unreadable = "";
        valid = true;
        latitudeDeg = longitudeDeg = altitudeM = speedKn = courseDeg = accuracyM = Double.NaN;
    }

    /** Fills itself from the object that the parser is at the start of. */
    void read(JsonParser parser) throws IOException {
        clear();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            field(name, parser);
        }
    }

    private void field(String name, JsonParser parser) throws IOException {
        switch (name) {
            case "id" -> id = text(parser);
            case "deviceId" -> deviceId = text(parser);
            case "fixTime" -> time = text(parser);
            case "valid" -> valid = !text(parser).equals("false");
            case "latitude" -> latitudeDeg = number(name, parser);
            case "longitude" -> longitudeDeg = number(name, parser);
            case "altitude" -> altitudeM = number(name, parser);
            case "speed" -> speedKn = number(name, parser);
            case "course" -> courseDeg = number(name, parser);
            case "accuracy" -> accuracyM = number(name, parser);
            case "attributes" -> attributes(parser);
            default -> parser.skipChildren();
        }
    }

    private void attributes(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "alarm" -> alarms = text(parser);
                case "driverUniqueId" -> driver = text(parser);
                default -> parser.skipChildren();
            }
        }
    }

    /** Empty for null and for what is no plain value. */
    static String text(JsonParser parser) throws IOException {
        if (parser.currentToken().isScalarValue()) {
            return parser.currentToken() == JsonToken.VALUE_NULL ? "" : parser.getText();
        }
        parser.skipChildren();
        return "";
    }

    private double number(String name, JsonParser parser) throws IOException {
        if (parser.currentToken().isNumeric()) {
            return parser.getDoubleValue();
        }
        String text = text(parser);
        try {
            return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
        } catch (NumberFormatException wrong) {
            unreadable = "unreadable-" + name;
            return Double.NaN;
        }
    }

    String deviceId() {
        return deviceId;
    }

    void addAlarm(String alarm) {
        alarms = alarms.isEmpty() ? alarm : alarms + "," + alarm;
    }

    /** When it was; empty when that cannot be read. */
    private Optional<Instant> at() {
        try {
            return Optional.of(
                    time.chars().allMatch(Character::isDigit)
                            ? Instant.ofEpochMilli(Long.parseLong(time))
                            : OffsetDateTime.parse(time, TIME).toInstant());
        } catch (DateTimeException | NumberFormatException wrong) {
            return Optional.empty();
        }
    }

    /** As it goes on; a position that Traccar itself says is no good, or whose fields cannot be read, is unreadable. */
    public PushedFix fix(Instant receivedAt) {
        Optional<Instant> at = at();
        if (at.isEmpty() || at.get().toEpochMilli() == PushedFix.NO_TIME) {
            return PushedFix.unreadable("unreadable-time", rawWithoutPlace(), receivedAt);
        }
        boolean isFix = valid && unreadable.isEmpty();
        String reason = unreadable.isEmpty() ? "invalid-fix" : unreadable;
        return new PushedFix(
                isFix ? PushedFix.State.FIX : PushedFix.State.UNREADABLE,
                at.get().toEpochMilli(),
                latitudeDeg,
                longitudeDeg,
                speedKn * MPS_PER_KNOT,
                accuracyM > 0 ? accuracyM : Double.NaN, // 0 stands for unknown there
                courseDeg,
                altitudeM,
                cut(id, LONGEST_REF),
                cut(driver, LONGEST_REF),
                cut(alarms, LONGEST_ALARMS),
                isFix ? "" : reason,
                isFix ? "" : raw(),
                receivedAt);
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }

    private String raw() {
        return "{" + known() + ",\"latitude\":" + json(latitudeDeg) + ",\"longitude\":" + json(longitudeDeg)
                + ",\"speed\":" + json(speedKn) + "}";
    }

    /** Without a time nobody knows whether it was in working hours. */
    private String rawWithoutPlace() {
        return "{" + known() + "}";
    }

    private String known() {
        return "\"id\":" + quoted(id) + ",\"deviceId\":" + quoted(deviceId) + ",\"fixTime\":" + quoted(time)
                + ",\"valid\":" + valid;
    }

    private static String json(double number) {
        return Double.isFinite(number) ? Double.toString(number) : "null";
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        cut(text, LONGEST_REF).chars().filter(letter -> letter >= ' ').forEach(letter -> quoted.append(
                        letter == '"' || letter == '\\' ? "\\" : "")
                .append((char) letter));
        return quoted.append('"').toString();
    }
}
