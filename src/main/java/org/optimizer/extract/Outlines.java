package org.optimizer.extract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.optimizer.transform.zones.Fence;

/** Reads a GeoJSON geometry as outlines of a fence. */
final class Outlines {
    private final String label;
    private final Function<String, ? extends RuntimeException> wrong;

    /**
     * @param label what the geometry's feature is called in messages
     * @param wrong makes of a message what is thrown when the geometry is not as it should be
     */
    Outlines(String label, Function<String, ? extends RuntimeException> wrong) {
        this.label = label;
        this.wrong = wrong;
    }

    List<Fence.Outline> of(JsonNode geometry, OptionalDouble radiusM) {
        JsonNode coordinates = geometry.path("coordinates");
        String where = label + ".geometry.coordinates";
        return switch (geometry.path("type").asText()) {
            case "Polygon" -> List.of(polygon(coordinates, where));
            case "MultiPolygon" -> polygons(coordinates, where);
            case "Point" -> List.of(circle(coordinates, radiusM, where));
            default ->
                throw wrong.apply(label
                        + ".geometry.type: expected Polygon, MultiPolygon, or Point with properties.radius_m, found "
                        + JsonWords.found(geometry.path("type")));
        };
    }

    private List<Fence.Outline> polygons(JsonNode coordinates, String where) {
        List<Fence.Outline> polygons = new ArrayList<>();
        for (JsonNode polygon : coordinates) {
            polygons.add(polygon(polygon, where + "[" + polygons.size() + "]"));
        }
        require(!polygons.isEmpty(), where + ": expected polygons, found none");
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

    private Fence.Circle circle(JsonNode position, OptionalDouble radiusM, String where) {
        require(radiusM.isPresent(), label + ": expected a radius in metres for a Point, found none");
        return new Fence.Circle(
                degrees(position, 1, 90, where), degrees(position, 0, 180, where), radiusM.orElseThrow());
    }

    private double degrees(JsonNode position, int index, int limit, String where) {
        JsonNode value = position.path(index);
        require(
                value.isNumber() && Math.abs(value.asDouble()) <= limit,
                where + ": expected [longitude, latitude] in degrees, found " + JsonWords.found(position));
        return value.asDouble();
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            throw wrong.apply(otherwise);
        }
    }
}
