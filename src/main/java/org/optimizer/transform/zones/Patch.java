package org.optimizer.transform.zones;

import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/** A polygon with holes on the site's plane. */
final class Patch implements Shape {
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private final Polygon polygon;
    private final IndexedPointInAreaLocator locator;

    private Patch(Polygon polygon) {
        this.polygon = polygon;
        this.locator = new IndexedPointInAreaLocator(polygon);
    }

    static Patch of(Fence.Polygon outline, Plane plane) {
        LinearRing[] rings =
                outline.rings().stream().map(ring -> ring(ring, plane)).toArray(LinearRing[]::new);
        LinearRing[] holes = new LinearRing[rings.length - 1];
        System.arraycopy(rings, 1, holes, 0, holes.length);
        return new Patch(GEOMETRY.createPolygon(rings[0], holes));
    }

    private static LinearRing ring(Fence.Ring ring, Plane plane) {
        Coordinate[] places = new Coordinate[ring.latitudeDeg().length];
        for (int i = 0; i < places.length; i++) {
            places[i] = new Coordinate(plane.x(ring.longitudeDeg()[i]), plane.y(ring.latitudeDeg()[i]));
        }
        return GEOMETRY.createLinearRing(places);
    }

    @Override
    public boolean contains(double x, double y) {
        return locator.locate(new Coordinate(x, y)) != Location.EXTERIOR;
    }

    @Override
    public double distanceM(double x, double y) {
        Coordinate place = new Coordinate(x, y);
        double nearest =
                Distance.pointToSegmentString(place, polygon.getExteriorRing().getCoordinates());
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
            Coordinate[] ring = polygon.getInteriorRingN(hole).getCoordinates();
            nearest = Math.min(nearest, Distance.pointToSegmentString(place, ring));
        }
        return nearest;
    }

    @Override
    public double areaM2() {
        return polygon.getArea();
    }

    @Override
    public Envelope envelope() {
        return polygon.getEnvelopeInternal();
    }
}
