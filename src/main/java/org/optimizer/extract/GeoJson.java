package org.optimizer.extract;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.optimizer.model.Zone;

/**
 * Zones as GeoJSON (RFC 7946): a FeatureCollection of polygons, or of points with {@code radius_m}, each with {@code name} and
 * {@code type}, and perhaps {@code priority} and {@code min_dwell_s}. It is read feature by feature, so that what is wrong is said
 * with the line where its feature begins.
 */
public final class GeoJson {
    /** Keeps coordinates digit by digit. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final int LONGEST_ID = 64;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TYPE = 32;

    private final String name;
    private final String siteId;
    private final List<Zone> zones = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private long line = 1;

    private GeoJson(String name, String siteId) {
        this.name = name;
        this.siteId = siteId;
    }

    /**
     * The zones of a FeatureCollection. A zone's id is the site's and the feature's, or the feature's place in the collection, so
     * that reading the same text again gives the same ids.
     *
     * @param name of the file, for messages
     * @throws GeoJsonException naming it and a line, when it is not as it should be
     */
    public static List<Zone> read(InputStream in, String name, String siteId) {
        GeoJson collection = new GeoJson(name, siteId);
        try (JsonParser json = JSON.createParser(in)) {
            collection.read(json);
        } catch (JacksonException e) {
            collection.line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw collection.wrong("not well-formed JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw collection.wrong("cannot be read: " + e.getMessage());
        }
        return List.copyOf(collection.zones);
    }

    /** A FeatureCollection, one feature a line; read again for the same site it gives the same zones. */
    public static String write(List<Zone> zones) {
        return zones.stream()
                .map(GeoJson::feature)
                .collect(Collectors.joining(",\n", "{\"type\":\"FeatureCollection\",\"features\":[\n", "\n]}\n"));
    }

    private static String feature(Zone zone) {
        ObjectNode feature = JSON.createObjectNode().put("type", "Feature").put("id", zone.id());
        ObjectNode properties = feature.putObject("properties")
                .put("name", zone.name())
                .put("type", zone.type())
                .put("priority", zone.priority());
        zone.radiusM().ifPresent(metres -> properties.put("radius_m", metres));
        zone.minDwellS().ifPresent(seconds -> properties.put("min_dwell_s", seconds));
        feature.set("geometry", geometry(zone));
        return feature.toString();
    }

    /** @throws IllegalStateException when what is stored is no JSON */
    static JsonNode geometry(Zone zone) {
        try {
            return JSON.readTree(zone.geoJson());
        } catch (JacksonException e) {
            throw new IllegalStateException(
                    "zone " + zone.id() + ": expected a GeoJSON geometry, found " + JsonWords.found(zone.geoJson()), e);
        }
    }

    private void read(JsonParser json) throws IOException {
        boolean collection = false;
        boolean features = false;
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
        line = 1;
        require(collection && features, "expected {\"type\":\"FeatureCollection\",\"features\":[…]}");
    }

    private void readFeatures(JsonParser json) throws IOException {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            line = json.currentTokenLocation().getLineNr();
            JsonNode feature = json.readValueAsTree();
            zones.add(new Feature("features[" + zones.size() + "]", feature).zone());
        }
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            throw wrong(otherwise);
        }
    }

    private GeoJsonException wrong(String what) {
        return new GeoJsonException(
                name + ":" + line + ": " + what.lines().findFirst().orElse("unreadable"));
    }

    /** One feature, and what it is called in messages. */
    private final class Feature {
        private final String label;
        private final JsonNode feature;
        private final JsonNode properties;

        Feature(String label, JsonNode feature) {
            this.label = label;
            this.feature = feature;
            this.properties = feature.path("properties");
            require(feature.path("type").asText().equals("Feature"), label + ": expected type Feature");
        }

        Zone zone() {
            JsonNode geometry = feature.path("geometry");
            Zone zone = new Zone(
                    id(),
                    siteId,
                    property("name", LONGEST_NAME),
                    // cycles know load and unload zones by these words
                    property("type", LONGEST_TYPE).strip().toLowerCase(Locale.ROOT),
                    geometry.toString(),
                    geometry.path("type").asText().equals("Point") ? radius() : OptionalDouble.empty(),
                    priority(),
                    seconds("min_dwell_s"));
            new Outlines(label, GeoJson.this::wrong).of(geometry, zone.radiusM());
            return zone;
        }

        /** Begins with the site's, so that a file of one site never takes another site's zones away. */
        private String id() {
            JsonNode own = feature.path("id");
            String local = JsonWords.isAbsent(own) ? Integer.toString(zones.size() + 1) : own.asText();
            String id = local.startsWith(siteId + "-") ? local : siteId + "-" + local;
            require(
                    id.length() <= LONGEST_ID,
                    label + ".id: expected at most " + LONGEST_ID + " characters with the site's, found "
                            + JsonWords.found(id));
            require(
                    ids.add(id),
                    label + ".id: expected one that no other feature has, found " + JsonWords.found(local));
            return id;
        }

        private String property(String field, int longest) {
            JsonNode value = properties.path(field);
            String where = label + ".properties." + field;
            require(
                    value.isTextual() && !value.asText().isBlank(),
                    where + ": expected a text, found " + JsonWords.found(value));
            require(
                    value.asText().length() <= longest,
                    where + ": expected at most " + longest + " characters, found "
                            + value.asText().length());
            return value.asText();
        }

        private int priority() {
            JsonNode priority = properties.path("priority");
            require(
                    JsonWords.isAbsent(priority) || priority.canConvertToExactIntegral() && priority.canConvertToInt(),
                    label + ".properties.priority: expected a whole number, found " + JsonWords.found(priority));
            return priority.asInt(0);
        }

        private OptionalDouble seconds(String field) {
            JsonNode seconds = properties.path(field);
            require(
                    JsonWords.isAbsent(seconds) || isFinite(seconds) && seconds.asDouble() >= 0,
                    label + ".properties." + field + ": expected seconds, 0 or more, found "
                            + JsonWords.found(seconds));
            return JsonWords.isAbsent(seconds) ? OptionalDouble.empty() : OptionalDouble.of(seconds.asDouble());
        }

        /** 1e999 is a number in JSON, and none in a database. */
        private static boolean isFinite(JsonNode value) {
            return value.isNumber() && Double.isFinite(value.asDouble());
        }

        private OptionalDouble radius() {
            JsonNode radius = properties.path("radius_m");
            require(
                    isFinite(radius) && radius.asDouble() > 0,
                    label + ".properties.radius_m: expected metres above 0, found " + JsonWords.found(radius));
            return OptionalDouble.of(radius.asDouble());
        }
    }
}
