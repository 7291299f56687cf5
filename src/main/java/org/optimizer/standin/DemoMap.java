package org.optimizer.standin;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The invented quarry on the causse above Millau: metres east and north of its depot. Small enough for a flat earth.
 */
final class DemoMap {
    /** Of the depot. */
    static final double LATITUDE_DEG = 44.0862;

    static final double LONGITUDE_DEG = 3.1587;

    private static final double METRES_A_DEGREE = 111_195;
    private static final double EAST_METRES_A_DEGREE = METRES_A_DEGREE * Math.cos(Math.toRadians(LATITUDE_DEG));

    /** Each row: metres east, metres north, altitude in metres, limit in km/h from here on. */
    private static final double[][] DEPOT_ROAD = {
        {0, 0, 762, 20}, {90, 20, 762, 30}, {330, 60, 764, 30}, {600, 300, 765, 30}
    };

    private static final double[][] PIT_ROAD = {
        {600, 300, 765, 36},
        {760, 560, 760, 36},
        {700, 820, 745, 30},
        {860, 1060, 728, 36},
        {1120, 1140, 712, 36},
        {1330, 1330, 698, 22},
        {1390, 1410, 694, 14},
        {1420, 1460, 693, 14}
    };

    private static final double[][] HAUL_ROAD = {
        {600, 300, 765, 50},
        {880, 160, 766, 80},
        {1500, 60, 770, 80},
        {2300, 190, 781, 80},
        {3200, 330, 790, 80},
        {4100, 210, 784, 80},
        {5000, -20, 776, 80},
        {5900, 60, 771, 80},
        {6700, 260, 768, 80},
        {7250, 330, 766, 50},
        {7560, 380, 765, 50}
    };

    private static final double[][] WEIGHBRIDGE_ROAD = {
        {7560, 380, 765, 36}, {7760, 520, 763, 36}, {7900, 720, 762, 30}, {7960, 900, 762, 20}, {7980, 960, 762, 20}
    };

    private static final double[][] PAD_ROAD = {
        {7980, 960, 762, 20},
        {8000, 1010, 762, 32},
        {8120, 1260, 759, 32},
        {8340, 1400, 757, 32},
        {8560, 1420, 756, 14},
        {8620, 1425, 756, 14}
    };

    static final Road DEPOT_TO_JUNCTION = Road.through(DEPOT_ROAD);
    static final Road JUNCTION_TO_DEPOT = DEPOT_TO_JUNCTION.reversed();
    static final Road JUNCTION_TO_PIT = Road.through(PIT_ROAD);
    static final Road PIT_TO_JUNCTION = JUNCTION_TO_PIT.reversed();
    static final Road HAUL_OUT = Road.through(HAUL_ROAD);
    static final Road HAUL_BACK = HAUL_OUT.reversed();
    static final Road TO_WEIGHBRIDGE = Road.through(WEIGHBRIDGE_ROAD);
    static final Road WEIGHBRIDGE_TO_PAD = Road.through(PAD_ROAD);
    static final Road PAD_TO_WEIGHBRIDGE = WEIGHBRIDGE_TO_PAD.reversed();
    static final Road WEIGHBRIDGE_TO_HAUL = TO_WEIGHBRIDGE.reversed();

    /** The limit that makes a road a cruise road, km/h. */
    static final double CRUISE_LIMIT_KMH = 80;

    /** The cutting on the haul road, metres east: steep walls of rock in which a weak receiver hears no satellite. */
    static final double CUTTING_FROM_M = 3050;

    static final double CUTTING_TO_M = 3550;

    private DemoMap() {}

    static double latitudeDeg(double northM) {
        return LATITUDE_DEG + northM / METRES_A_DEGREE;
    }

    static double longitudeDeg(double eastM) {
        return LONGITUDE_DEG + eastM / EAST_METRES_A_DEGREE;
    }

    /** A rectangle around a point, as GeoJSON. */
    static String around(double eastM, double northM, double halfWidthM, double halfHeightM) {
        return polygon(new double[][] {
            {eastM - halfWidthM, northM - halfHeightM},
            {eastM + halfWidthM, northM - halfHeightM},
            {eastM + halfWidthM, northM + halfHeightM},
            {eastM - halfWidthM, northM + halfHeightM}
        });
    }

    /** The part of the haul road between two distances from its start, with a margin on both sides, as GeoJSON. */
    static String alongHaulRoad(double fromM, double toM, double marginM) {
        int steps = (int) Math.ceil((toM - fromM) / 100);
        double[][] ring = new double[2 * (steps + 1)][];
        for (int step = 0; step <= steps; step++) {
            double at = fromM + (toM - fromM) * step / steps;
            double bearing = HAUL_OUT.bearingRad(at);
            double rightM = marginM * Math.cos(bearing);
            double downM = -marginM * Math.sin(bearing);
            ring[step] = new double[] {HAUL_OUT.eastM(at) + rightM, HAUL_OUT.northM(at) + downM};
            ring[ring.length - 1 - step] = new double[] {HAUL_OUT.eastM(at) - rightM, HAUL_OUT.northM(at) - downM};
        }
        return polygon(ring);
    }

    private static String polygon(double[][] ring) {
        return IntStream.rangeClosed(0, ring.length)
                .mapToObj(corner -> ring[corner % ring.length])
                .map(corner ->
                        String.format(Locale.ROOT, "[%.6f,%.6f]", longitudeDeg(corner[0]), latitudeDeg(corner[1])))
                .collect(Collectors.joining(",", "{\"type\":\"Polygon\",\"coordinates\":[[", "]]}"));
    }
}
