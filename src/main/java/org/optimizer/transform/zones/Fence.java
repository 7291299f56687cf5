package org.optimizer.transform.zones;

import java.util.List;

/**
 * A zone's outline: polygons with holes, or a circle. Site fences are small, so a plane is exact enough, and shapes
 * across 180° come split in two (RFC 7946, 3.1.9).
 *
 * @param type load, unload, cruise, depot, fuel …
 * @param priority the higher wins where zones overlap
 */
public record Fence(String name, String type, int priority, List<Outline> outlines) {
    public Fence {
        outlines = List.copyOf(outlines);
    }

    public boolean contains(double latitudeDeg, double longitudeDeg) {
        return outlines.stream().anyMatch(outline -> outline.contains(latitudeDeg, longitudeDeg));
    }

    double areaM2() {
        return outlines.stream().mapToDouble(Outline::areaM2).sum();
    }

    /** One closed shape. */
    public sealed interface Outline permits Polygon, Circle {
        boolean contains(double latitudeDeg, double longitudeDeg);

        double areaM2();
    }

    /** First ring outer, others holes. */
    public record Polygon(List<Ring> rings) implements Outline {
        public Polygon {
            rings = List.copyOf(rings);
        }

        @Override
        public boolean contains(double latitudeDeg, double longitudeDeg) {
            return rings.get(0).surrounds(latitudeDeg, longitudeDeg)
                    && rings.stream().skip(1).noneMatch(hole -> hole.surrounds(latitudeDeg, longitudeDeg));
        }

        @Override
        public double areaM2() {
            double holes = rings.stream().skip(1).mapToDouble(Ring::areaM2).sum();
            return rings.get(0).areaM2() - holes;
        }
    }

    /** A closed line: its first point is its last one. The arrays are not copied. */
    public record Ring(double[] latitudeDeg, double[] longitudeDeg) {

        /** Counts how often a line to the east crosses the ring: odd is inside. */
        boolean surrounds(double latitude, double longitude) {
            boolean inside = false;
            for (int i = 1; i < latitudeDeg.length; i++) {
                boolean crosses = latitudeDeg[i - 1] > latitude != latitudeDeg[i] > latitude;
                if (crosses && longitude < longitudeOfEdge(i, latitude)) {
                    inside = !inside;
                }
            }
            return inside;
        }

        private double longitudeOfEdge(int i, double latitude) {
            double share = (latitude - latitudeDeg[i - 1]) / (latitudeDeg[i] - latitudeDeg[i - 1]);
            return longitudeDeg[i - 1] + share * (longitudeDeg[i] - longitudeDeg[i - 1]);
        }

        double areaM2() {
            double twice = 0;
            for (int i = 1; i < latitudeDeg.length; i++) {
                twice += (longitudeDeg[i - 1] - longitudeDeg[0]) * (latitudeDeg[i] - latitudeDeg[0])
                        - (longitudeDeg[i] - longitudeDeg[0]) * (latitudeDeg[i - 1] - latitudeDeg[0]);
            }
            return Math.abs(twice) / 2 * Plane.M_PER_DEG * Plane.M_PER_DEG * Plane.shrink(latitudeDeg[0]);
        }
    }

    /** A point and what is around it. */
    public record Circle(double latitudeDeg, double longitudeDeg, double radiusM) implements Outline {
        @Override
        public boolean contains(double latitude, double longitude) {
            double north = (latitude - latitudeDeg) * Plane.M_PER_DEG;
            double degreesEast = Math.IEEEremainder(longitude - longitudeDeg, 360);
            double east = degreesEast * Plane.M_PER_DEG * Plane.shrink(latitudeDeg);
            return north * north + east * east <= radiusM * radiusM;
        }

        @Override
        public double areaM2() {
            return Math.PI * radiusM * radiusM;
        }
    }

    /** A plane that touches the earth at a place. */
    private static final class Plane {
        /** Mean earth radius 6 371 008.8 m (IUGG). */
        private static final double M_PER_DEG = Math.toRadians(6_371_008.8);

        private Plane() {}

        /** A degree of longitude against one of latitude. */
        private static double shrink(double latitudeDeg) {
            return Math.cos(Math.toRadians(latitudeDeg));
        }
    }
}
