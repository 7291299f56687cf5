package org.optimizer.command;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.optimizer.transform.zones.Fence;
import org.optimizer.transform.zones.ZoneMap;

/**
 * Reads zones from GeoJSON (RFC 7946): polygons, or points with {@code radius_m}, each with {@code name} and {@code type}.
 * Feature by feature, so that what is wrong is said with the line where its feature begins.
 */
final class ZoneFile {
    private final Path path;
    private final Place place;
    private final List<Fence> fences = new ArrayList<>();

    ZoneFile(Path path) {
        this.path = path;
        this.place = new Place(path.toString());
    }

    /** @throws InputException naming file and line, when it is not as it should be */
    ZoneMap read() {
        if (!Files.isRegularFile(path)) {
            throw place.wrong("expected a GeoJSON file with zones, found "
                    + (Files.isDirectory(path) ? "a directory" : "no such file"));
        }
        try (JsonParser json = new ObjectMapper().createParser(path.toFile())) {
            readCollection(json);
        } catch (JacksonException e) {
            place.moveTo(e.getLocation() == null ? 0 : e.getLocation().getLineNr());
            throw place.wrong("not well-formed JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw place.wrong("cannot be read: " + e.getMessage());
        }
        return new ZoneMap(fences);
    }

    private void readCollection(JsonParser json) throws IOException {
        boolean collection = false;
        boolean features = false;
        place.moveTo(1);
        require(json.nextToken() == JsonToken.START_OBJECT, "expected a FeatureCollection, found other JSON");
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            if (field.equals("type")) {
                collection = json.getText().equals("FeatureCollection");
            } else if (field.equals("features") && json.currentToken() == JsonToken.START_ARRAY) {
                readFeatures(json);
                features = true;
            } else {
                json.skipChildren();
            }
        }
        place.moveTo(1);
        require(collection && features, "expected {\"type\":\"FeatureCollection\",\"features\":[…]}");
    }

    private void readFeatures(JsonParser json) throws IOException {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            place.moveTo(json.currentTokenLocation().getLineNr());
            JsonNode feature = json.readValueAsTree();
            new Feature("features[" + fences.size() + "]", feature).addFence();
        }
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            throw place.wrong(otherwise);
        }
    }

    /** One feature, and what it is called in messages. */
    private final class Feature {
        private final String label;
        private final JsonNode geometry;
        private final JsonNode properties;

        Feature(String label, JsonNode feature) {
            this.label = label;
            this.geometry = feature.path("geometry");
            this.properties = feature.path("properties");
            require(feature.path("type").asText().equals("Feature"), label + ": expected type Feature");
        }

        void addFence() {
            checkMinDwell();
            fences.add(new Fence(property("name"), property("type"), priority(), outlines()));
        }

        private String property(String name) {
            String value = properties.path(name).asText("");
            require(
                    properties.path(name).isTextual() && !value.isBlank(),
                    label + ".properties." + name + ": expected a text, found " + found(properties.path(name)));
            return value;
        }

        private int priority() {
            JsonNode priority = properties.path("priority");
            require(
                    isAbsent(priority) || priority.canConvertToExactIntegral() && priority.canConvertToInt(),
                    label + ".properties.priority: expected a whole number, found " + found(priority));
            return priority.asInt(0);
        }

        private void checkMinDwell() {
            JsonNode dwell = properties.path("min_dwell_s");
            require(
                    isAbsent(dwell) || dwell.isNumber() && dwell.asDouble() >= 0,
                    label + ".properties.min_dwell_s: expected seconds, 0 or more, found " + found(dwell));
        }

        private boolean isAbsent(JsonNode node) {
            return node.isMissingNode() || node.isNull();
        }

        private List<Fence.Outline> outlines() {
            JsonNode coordinates = geometry.path("coordinates");
            String type = geometry.path("type").asText();
            return switch (type) {
                case "Polygon" -> List.of(polygon(coordinates, label + ".geometry.coordinates"));
                case "MultiPolygon" -> polygons(coordinates);
                case "Point" -> List.of(circle(coordinates));
                default ->
                    throw place.wrong(label
                            + ".geometry.type: expected Polygon, MultiPolygon, or Point with properties.radius_m, found "
                            + found(geometry.path("type")));
            };
        }

        private List<Fence.Outline> polygons(JsonNode coordinates) {
            List<Fence.Outline> polygons = new ArrayList<>();
            for (JsonNode polygon : coordinates) {
                polygons.add(polygon(polygon, label + ".geometry.coordinates[" + polygons.size() + "]"));
            }
            require(!polygons.isEmpty(), label + ".geometry.coordinates: expected polygons, found none");
            return polygons;
        }

        private Fence.Polygon polygon(JsonNode coordinates, String where) {
            List<Fence.Ring> rings = new ArrayList<>();
            for (JsonNode ring : coordinates) {
                rings.add(ring(ring, where + "[" + rings.size() + "]"));
            }
            require(!rings.isEmpty(), where + ": expected rings of positions, found none");
            return new Fence.Polygon(rings);
        }

        private Fence.Ring ring(JsonNode positions, String where) {
            require(positions.size() >= 4, where + ": expected 4 positions or more, found " + positions.size());
            double[] latitude = new double[positions.size()];
            double[] longitude = new double[positions.size()];
            for (int i = 0; i < latitude.length; i++) {
                longitude[i] = degrees(positions.path(i), 0, 180, where + "[" + i + "]");
                latitude[i] = degrees(positions.path(i), 1, 90, where + "[" + i + "]");
            }
            int last = latitude.length - 1;
            require(
                    latitude[0] == latitude[last] && longitude[0] == longitude[last],
                    where + ": expected a closed ring, whose last position is its first");
            return new Fence.Ring(latitude, longitude);
        }

        private Fence.Circle circle(JsonNode position) {
            JsonNode radius = properties.path("radius_m");
            require(
                    radius.isNumber() && radius.asDouble() > 0,
                    label + ".properties.radius_m: expected metres above 0, found " + found(radius));
            String where = label + ".geometry.coordinates";
            return new Fence.Circle(
                    degrees(position, 1, 90, where), degrees(position, 0, 180, where), radius.asDouble());
        }

        private double degrees(JsonNode position, int index, int limit, String where) {
            JsonNode value = position.path(index);
            require(
                    value.isNumber() && Math.abs(value.asDouble()) <= limit,
                    where + ": expected [longitude, latitude] in degrees, found " + found(position));
            return value.asDouble();
        }

        private String found(JsonNode node) {
            return isAbsent(node) ? "nothing" : Text.quoted(node.toString());
        }
    }
}
