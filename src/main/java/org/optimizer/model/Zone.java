package org.optimizer.model;

import java.util.OptionalDouble;

/**
 * A geofence of a site.
 *
 * @param type load, unload, cruise, depot, fuel …
 * @param geoJson an RFC 7946 geometry, WGS 84; a Point is the middle of a circle
 * @param radiusM of the circle, empty for polygons
 * @param priority the higher wins where zones overlap
 * @param minDwellS what makes a visit of this zone, when the rule of its type does not suit it
 */
public record Zone(
        String id,
        String siteId,
        String name,
        String type,
        String geoJson,
        OptionalDouble radiusM,
        int priority,
        OptionalDouble minDwellS) {}
