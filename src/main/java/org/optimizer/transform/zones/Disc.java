package org.optimizer.transform.zones;

import org.locationtech.jts.geom.Envelope;

/**
 * A circle on the site's plane.
 *
 * @param stretch metres east on the plane against metres east at the circle
 */
record Disc(double x, double y, double radiusM, double stretch) implements Shape {

    static Disc of(Fence.Circle circle, Plane plane) {
        return new Disc(
                plane.x(circle.longitudeDeg()),
                plane.y(circle.latitudeDeg()),
                circle.radiusM(),
                plane.stretch(circle.latitudeDeg()));
    }

    @Override
    public boolean contains(double otherX, double otherY) {
        return fromMiddleM(otherX, otherY) <= radiusM;
    }

    @Override
    public double distanceM(double otherX, double otherY) {
        return Math.abs(fromMiddleM(otherX, otherY) - radiusM);
    }

    private double fromMiddleM(double otherX, double otherY) {
        return Math.hypot((otherX - x) / stretch, otherY - y);
    }

    @Override
    public double areaM2() {
        return Math.PI * radiusM * radiusM;
    }

    @Override
    public Envelope envelope() {
        double halfWidth = radiusM * stretch;
        return new Envelope(x - halfWidth, x + halfWidth, y - radiusM, y + radiusM);
    }
}
