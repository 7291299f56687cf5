package org.optimizer.extract;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.optimizer.model.Zone;

/**
 * Zones of what Traccar answers on {@code /api/geofences}: an array of objects, whose area is well-known text with the latitude
 * first (against the habit of that format), or {@code CIRCLE (latitude longitude, metres)}. Corridors along a line are refused.
 */
public final class TraccarGeofences {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern ARRAY = Pattern.compile("\uFEFF?\\s*\\[");
    private static final String NUMBER = "(-?\\d+(?:\\.\\d+)?(?:E-?\\d+)?)";
    private static final Pattern CIRCLE = Pattern.compile(
            "CIRCLE\\s*\\(\\s*" + NUMBER + "\\s+" + NUMBER + "\\s*,\\s*" + NUMBER + "\\s*\\)",
            Pattern.CASE_INSENSITIVE);

    private final String name;
    private final String siteId;
    private final UnaryOperator<String> types;

    private TraccarGeofences(String name, String siteId, UnaryOperator<String> types) {
        this.name = name;
        this.siteId = siteId;
        this.types = types;
    }

    /** Whether a text can only be such an answer, and no GeoJSON: it is an array. */
    public static boolean isOne(String text) {
        return ARRAY.matcher(text).lookingAt();
    }

    /**
     * The zones of such an answer. A zone's id is the site's and the geofence's, so that reading a later answer gives the same ids.
     *
     * @param name of the text, for messages
     * @param types makes of a geofence's {@code attributes.type}, empty for none, a type of zone
     * @throws IllegalArgumentException naming the text and the geofence, when it is not as it should be
     */
    public static List<Zone> read(String text, String name, String siteId, UnaryOperator<String> types) {
        TraccarGeofences answer = new TraccarGeofences(name, siteId, types);
        List<Zone> zones = new ArrayList<>();
        for (JsonNode geofence : answer.parse(text.replace("\uFEFF", ""))) {
            zones.add(answer.new Geofence(zones.size(), geofence).zone());
        }
        return List.copyOf(zones);
    }

    private JsonNode parse(String text) {
        try {
            JsonNode array = JSON.readTree(text);
            if (!array.isArray()) {
                throw new IllegalArgumentException(
                        name + ": expected an array of geofences, found " + JsonWords.found(array));
            }
            return array;
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new IllegalArgumentException(name + ":" + line + ": not well-formed JSON: "
                    + e.getOriginalMessage().lines().findFirst().orElse("unreadable"));
        }
    }

    /** One geofence, and what it is called in messages. */
    private final class Geofence {
        private final String label;
        private final JsonNode geofence;
        private final String area;

        Geofence(int index, JsonNode geofence) {
            String called = JsonWords.isAbsent(geofence.path("name"))
                    ? ""
                    : " " + JsonWords.found(geofence.path("name").asText());
            this.label = name + "[" + index + "]" + called;
            this.geofence = geofence;
            this.area = geofence.path("area").asText().strip();
        }

        Zone zone() {
            Matcher circle = CIRCLE.matcher(area);
            OptionalDouble radiusM = circle.matches() ? radiusM(circle) : OptionalDouble.empty();
            ObjectNode geometry = circle.matches() ? middle(circle) : outline();
            new Outlines(label, IllegalArgumentException::new).of(geometry, radiusM);
            return new Zone(id(), siteId, title(), type(), geometry.toString(), radiusM, 0, OptionalDouble.empty());
        }

        private String id() {
            JsonNode id = geofence.path("id");
            require(id.isIntegralNumber(), ".id: expected a whole number, found " + JsonWords.found(id));
            return siteId + "-" + id.asText();
        }

        private String title() {
            JsonNode title = geofence.path("name");
            require(
                    title.isTextual() && !title.asText().isBlank(),
                    ".name: expected a text, found " + JsonWords.found(title));
            return title.asText();
        }

        private String type() {
            return types.apply(geofence.path("attributes").path("type").asText());
        }

        private OptionalDouble radiusM(Matcher circle) {
            double metres = Double.parseDouble(circle.group(3));
            require(metres > 0, ".area: expected a radius in metres above 0, found " + JsonWords.found(area));
            return OptionalDouble.of(metres);
        }

        private ObjectNode middle(Matcher circle) {
            ObjectNode point = JSON.createObjectNode().put("type", "Point");
            point.putArray("coordinates")
                    .add(Double.parseDouble(circle.group(2)))
                    .add(Double.parseDouble(circle.group(1)));
            return point;
        }

        private ObjectNode outline() {
            Polygon polygon = polygon();
            ObjectNode outline = JSON.createObjectNode().put("type", "Polygon");
            ArrayNode rings = outline.putArray("coordinates");
            addRing(rings, polygon.getExteriorRing());
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                addRing(rings, polygon.getInteriorRingN(hole));
            }
            return outline;
        }

        /** Traccar closes a ring whose last corner is not its first, and so does this. */
        private Polygon polygon() {
            require(
                    area.toUpperCase(Locale.ROOT).startsWith("POLYGON"),
                    ".area: expected POLYGON ((latitude longitude, …)) or CIRCLE (latitude longitude, metres), found "
                            + JsonWords.found(area) + "; draw a corridor along a line as a polygon around it");
            Geometry polygon = wellKnown();
            require(polygon.getArea() > 0, ".area: expected a polygon around a place, found " + JsonWords.found(area));
            return (Polygon) polygon;
        }

        private Geometry wellKnown() {
            WKTReader reader = new WKTReader();
            reader.setFixStructure(true);
            try {
                return reader.read(area);
            } catch (ParseException | IllegalArgumentException e) {
                throw wrong(".area: not well-formed: " + e.getMessage());
            }
        }

        /** The longitude first, as GeoJSON has it. */
        private static void addRing(ArrayNode rings, LinearRing ring) {
            ArrayNode positions = rings.addArray();
            for (Coordinate corner : ring.getCoordinates()) {
                positions.addArray().add(corner.getY()).add(corner.getX());
            }
        }

        private void require(boolean holds, String otherwise) {
            if (!holds) {
                throw wrong(otherwise);
            }
        }

        private IllegalArgumentException wrong(String what) {
            return new IllegalArgumentException(label + what);
        }
    }
}
