package org.optimizer.transform.zones;

import org.locationtech.jts.geom.Envelope;

/** A fence's outline on the site's plane; coordinates and distances in metres. */
interface Shape {
    /** Whether a place is within, the border included; NaN is nowhere. */
    boolean contains(double x, double y);

    /** From a place to the border. */
    double distanceM(double x, double y);

    double areaM2();

    Envelope envelope();
}
