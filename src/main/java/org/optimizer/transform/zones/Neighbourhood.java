package org.optimizer.transform.zones;

/**
 * Asks the map as {@link ZoneMap#find}, for places that follow each other closely: as long as they stay in one square, only the
 * zones around that square are looked at. So the number of a site's zones hardly matters. For one thread.
 */
final class Neighbourhood {
    private static final double HALF_SIDE_M = 150;

    private final ZoneMap zones;
    private final Plane plane;
    private double middleX = Double.NaN;
    private double middleY = Double.NaN;
    private ZoneMap.Entry[] near = {};

    Neighbourhood(ZoneMap zones) {
        this.zones = zones;
        this.plane = zones.plane();
    }

    /** The number of the zone around a place that is known, or {@link ZoneMap#NOWHERE}. */
    int find(double latitudeDeg, double longitudeDeg) {
        double x = plane.x(longitudeDeg);
        double y = plane.y(latitudeDeg);
        if (!(Math.abs(x - middleX) <= HALF_SIDE_M && Math.abs(y - middleY) <= HALF_SIDE_M)) {
            moveTo(x, y);
        }
        for (ZoneMap.Entry entry : near) {
            if (entry.contains(x, y)) {
                return entry.zone();
            }
        }
        return ZoneMap.NOWHERE;
    }

    private void moveTo(double x, double y) {
        middleX = x;
        middleY = y;
        near = zones.listNear(x, y, HALF_SIDE_M).toArray(ZoneMap.Entry[]::new);
    }
}
