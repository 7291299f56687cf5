package org.optimizer.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.optimizer.model.BehaviourType;
import org.optimizer.model.MarkKind;
import org.optimizer.model.MarkScale;

/**
 * A push of events and marks, as {@code POST /ingest/v1/eco-events} takes it: our own contract. An item that cannot be read is a
 * {@link EcoItem.Bad}, the others are read.
 */
public record EcoMessage(String source, Instant sentAt, List<EcoItem> items) {
    public static final int MOST_ITEMS = 1000;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double MPS2_PER_G = 9.80665;
    private static final int LONGEST_ID = 100;
    private static final Map<String, MarkKind> MARKS = Map.of(
            "acceleration", MarkKind.ACCELERATION,
            "deceleration", MarkKind.DECELERATION,
            "speedKeeping", MarkKind.SPEED_KEEPING);

    /** An item is not as agreed. */
    private static final class BadItem extends Exception {
        private static final long serialVersionUID = 1L;

        BadItem(String code) {
            super(code);
        }
    }

    /** @throws IllegalArgumentException when it is no such message; the message says what was expected */
    public static EcoMessage read(byte[] body) {
        JsonNode root = parsed(body);
        JsonNode items = root.path("items");
        if (!root.path("source").isTextual() || !items.isArray()) {
            throw new IllegalArgumentException(
                    "expected an object with a text \"source\", a time \"sentAt\" and an array \"items\"");
        }
        Instant sentAt = time(root.path("sentAt"))
                .orElseThrow(() ->
                        new IllegalArgumentException("expected \"sentAt\" as a time such as 2026-11-23T10:16:00Z"));
        List<EcoItem> read = new ArrayList<>(items.size());
        for (JsonNode item : items) {
            read.add(item(read.size(), item));
        }
        return new EcoMessage(root.path("source").textValue(), sentAt, read);
    }

    private static JsonNode parsed(byte[] body) {
        try {
            JsonNode root = JSON.readTree(body);
            return root == null ? JSON.missingNode() : root;
        } catch (IOException cause) {
            throw new IllegalArgumentException("expected one JSON object, found something unreadable", cause);
        }
    }

    private static EcoItem item(int index, JsonNode item) {
        String id =
                text(item, "id").filter(given -> given.length() <= LONGEST_ID).orElse("");
        try {
            if (id.isEmpty()) {
                throw new BadItem("BAD_ID");
            }
            return switch (item.path("kind").asText()) {
                case "event" -> event(index, id, item);
                case "mark" -> mark(index, id, item);
                default -> throw new BadItem("BAD_KIND");
            };
        } catch (BadItem bad) {
            return new EcoItem.Bad(index, id, bad.getMessage());
        }
    }

    private static EcoItem event(int index, String id, JsonNode item) throws BadItem {
        String vehicle = text(item, "vehicle").orElseThrow(() -> new BadItem("UNKNOWN_VEHICLE"));
        Instant at = time(item.path("at")).orElseThrow(() -> new BadItem("BAD_TIME"));
        double latitude = number(item.path("lat"), -90, 90, "BAD_POSITION");
        double longitude = number(item.path("lon"), -180, 180, "BAD_POSITION");
        if (Double.isNaN(latitude) != Double.isNaN(longitude)) {
            throw new BadItem("BAD_POSITION");
        }
        return new EcoItem.Event(
                index,
                id,
                vehicle,
                text(item, "driver"),
                type(item),
                at,
                duration(item),
                acceleration(item.path("value")),
                number(item.path("speedKmh"), 0, 300, "BAD_VALUE"),
                latitude,
                longitude);
    }

    private static BehaviourType type(JsonNode item) throws BadItem {
        try {
            return BehaviourType.valueOf(item.path("type").asText());
        } catch (IllegalArgumentException unknown) {
            throw new BadItem("BAD_TYPE");
        }
    }

    private static OptionalLong duration(JsonNode item) throws BadItem {
        double ms = number(item.path("durationMs"), 0, 86_400_000, "BAD_VALUE");
        return Double.isNaN(ms) ? OptionalLong.empty() : OptionalLong.of((long) ms);
    }

    /** In m/s², whatever the unit was; braking may be given as negative. */
    private static double acceleration(JsonNode value) throws BadItem {
        if (value.isMissingNode() || value.isNull()) {
            return Double.NaN;
        }
        double amount = Math.abs(number(value.path("amount"), -200, 200, "BAD_VALUE"));
        return switch (value.path("unit").asText()) {
            case "g" -> amount * MPS2_PER_G;
            case "m/s²", "m/s2", "m/s^2" -> amount;
            default -> throw new BadItem("BAD_UNIT");
        };
    }

    private static EcoItem mark(int index, String id, JsonNode item) throws BadItem {
        Optional<String> vehicle = text(item, "vehicle");
        Optional<String> driver = text(item, "driver");
        if (vehicle.isEmpty() && driver.isEmpty()) {
            throw new BadItem("UNKNOWN_VEHICLE");
        }
        MarkScale scale = scale(item.path("scale"));
        Map<MarkKind, Double> marks = new EnumMap<>(MarkKind.class);
        for (Map.Entry<String, MarkKind> kind : MARKS.entrySet()) {
            double mark = onScale(item.path("marks").path(kind.getKey()), scale);
            if (!Double.isNaN(mark)) {
                marks.put(kind.getValue(), mark);
            }
        }
        double global = onScale(item.path("marks").path("global"), scale);
        if (marks.isEmpty() && Double.isNaN(global)) {
            throw new BadItem("BAD_MARK");
        }
        return new EcoItem.Mark(
                index,
                id,
                vehicle,
                driver,
                time(item.path("from")).orElseThrow(() -> new BadItem("BAD_TIME")),
                time(item.path("to")).orElseThrow(() -> new BadItem("BAD_TIME")),
                marks,
                global,
                number(item.path("distanceM"), 0, 1e8, "BAD_VALUE"));
    }

    /** From 0 to the number given, or from {@code min} to {@code max}. */
    private static MarkScale scale(JsonNode scale) throws BadItem {
        double min = scale.isObject() ? number(scale.path("min"), -1e6, 1e6, "BAD_SCALE") : 0;
        double max = number(scale.isObject() ? scale.path("max") : scale, -1e6, 1e6, "BAD_SCALE");
        if (!(min < max)) {
            throw new BadItem("BAD_SCALE");
        }
        return new MarkScale(min, max);
    }

    private static double onScale(JsonNode value, MarkScale scale) throws BadItem {
        double mark = number(value, scale.min(), scale.max(), "BAD_MARK");
        return Double.isNaN(mark) ? mark : scale.of10(mark);
    }

    /** NaN when it is not there. */
    private static double number(JsonNode value, double min, double max, String code) throws BadItem {
        if (value.isMissingNode() || value.isNull()) {
            return Double.NaN;
        }
        double number = value.isNumber() ? value.doubleValue() : Double.NaN;
        if (!(number >= min && number <= max)) {
            throw new BadItem(code);
        }
        return number;
    }

    /** Ids may be numbers. */
    private static Optional<String> text(JsonNode item, String name) {
        JsonNode value = item.path(name);
        return value.isTextual() || value.isIntegralNumber()
                ? Optional.of(value.asText()).filter(text -> !text.isBlank() && text.length() <= 200)
                : Optional.empty();
    }

    private static Optional<Instant> time(JsonNode value) {
        try {
            return value.isTextual()
                    ? Optional.of(OffsetDateTime.parse(value.textValue()).toInstant())
                    : Optional.empty();
        } catch (DateTimeException wrong) {
            return Optional.empty();
        }
    }
}
