package org.optimizer.transform.zones;

import java.util.List;

/**
 * A plane that touches the earth at a site: x metres east, y metres north of its middle. What is inside a shape there is inside
 * on the map too, for both are straight in degrees; distances are exact to 1 % within 100 km of the site's latitude.
 */
final class Plane {
    /** Mean earth radius 6 371 008.8 m (IUGG). */
    private static final double M_PER_DEG = Math.toRadians(6_371_008.8);

    private final double latitudeDeg;
    private final double longitudeDeg;
    private final double shrink;

    private Plane(double latitudeDeg, double longitudeDeg) {
        this.latitudeDeg = latitudeDeg;
        this.longitudeDeg = longitudeDeg;
        this.shrink = shrink(latitudeDeg);
    }

    /** At the fences' middle latitude, so that a distant depot does not distort the site. */
    static Plane of(List<Fence> fences) {
        double[] latitudes = fences.stream()
                .mapToDouble(fence -> fence.somewhere()[0])
                .sorted()
                .toArray();
        return latitudes.length == 0
                ? new Plane(0, 0)
                : new Plane(latitudes[latitudes.length / 2], fences.get(0).somewhere()[1]);
    }

    /** The shorter way round the globe, so that 180° is a place like any other. */
    double x(double longitude) {
        double east = longitude - longitudeDeg;
        if (east > 180) {
            east -= 360;
        } else if (east < -180) {
            east += 360;
        }
        return east * shrink * M_PER_DEG;
    }

    double y(double latitude) {
        return (latitude - latitudeDeg) * M_PER_DEG;
    }

    /** Metres east on this plane against metres east at a latitude. */
    double stretch(double latitude) {
        return shrink / shrink(latitude);
    }

    /** A degree of longitude against one of latitude. */
    private static double shrink(double latitude) {
        return Math.cos(Math.toRadians(latitude));
    }
}
