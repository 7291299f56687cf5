package org.optimizer.transform.zones;

import java.util.List;
import java.util.OptionalDouble;

/**
 * A zone's outline in degrees (WGS 84): polygons with holes, or circles. A ring that crosses 180° may come whole, or split in
 * two as RFC 7946 wants it (3.1.9).
 *
 * @param type load, unload, cruise, depot, fuel …
 * @param priority the higher wins where zones overlap
 * @param minDwellS standstill that makes a visit of this zone, when the rule of its type does not suit it, s
 */
public record Fence(String name, String type, int priority, OptionalDouble minDwellS, List<Outline> outlines) {
    public Fence {
        outlines = List.copyOf(outlines);
    }

    /** One closed shape. */
    public sealed interface Outline permits Polygon, Circle {}

    /** First ring outer, others holes. */
    public record Polygon(List<Ring> rings) implements Outline {
        public Polygon {
            rings = List.copyOf(rings);
        }
    }

    /** A closed line: its first point is its last one. The arrays are not copied. */
    public record Ring(double[] latitudeDeg, double[] longitudeDeg) {}

    /** A point and what is around it. */
    public record Circle(double latitudeDeg, double longitudeDeg, double radiusM) implements Outline {}

    /** Some place of the outline: where on earth the fence is. */
    double[] somewhere() {
        Outline first = outlines.get(0);
        if (first instanceof Circle circle) {
            return new double[] {circle.latitudeDeg, circle.longitudeDeg};
        }
        Ring outer = ((Polygon) first).rings.get(0);
        return new double[] {outer.latitudeDeg[0], outer.longitudeDeg[0]};
    }
}
