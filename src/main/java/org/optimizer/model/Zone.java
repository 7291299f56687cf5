package org.optimizer.model;

/**
 * A geofence of a site.
 *
 * @param type load, unload, cruise, depot, fuel …
 * @param geoJson an RFC 7946 geometry, WGS 84
 * @param priority the higher wins where zones overlap
 */
public record Zone(String id, String siteId, String name, String type, String geoJson, int priority) {}
