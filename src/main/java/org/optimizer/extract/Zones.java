package org.optimizer.extract;

import java.time.LocalTime;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.Shift;
import org.optimizer.model.Zone;
import org.optimizer.model.ZonePair;
import org.optimizer.transform.zones.Fence;
import org.optimizer.transform.zones.ZoneMap;

/** Reads what a site's place and day are divided into: zones, pairs of them, shifts. */
public class Zones {
    private final ProducerTemplate camel;

    public Zones(ProducerTemplate camel) {
        this.camel = camel;
    }

    /** Ordered by id. */
    public List<Zone> listBySite(String siteId) {
        return Query.rows(camel, "list-zones", "siteId", siteId).stream()
                .map(Zones::zone)
                .toList();
    }

    /** All zones of a site; those of one without any are {@link ZoneMap#NONE}. */
    public ZoneMap mapOf(String siteId) {
        return mapOf(listBySite(siteId));
    }

    /**
     * Zones that may not be stored yet.
     *
     * @throws IllegalStateException naming the zone whose geometry cannot be understood
     */
    public static ZoneMap mapOf(List<Zone> zones) {
        return zones.isEmpty()
                ? ZoneMap.NONE
                : new ZoneMap(zones.stream().map(Zones::fence).toList());
    }

    private static Fence fence(Zone zone) {
        Outlines outlines = new Outlines("zone " + zone.id(), IllegalStateException::new);
        return new Fence(
                zone.name(),
                zone.type(),
                zone.priority(),
                zone.minDwellS(),
                outlines.of(GeoJson.geometry(zone), zone.radiusM()));
    }

    /** Which zones' material may be unloaded where, ordered by load zone. */
    public List<ZonePair> pairs(String siteId) {
        return Query.rows(camel, "list-zone-pairs", "siteId", siteId).stream()
                .map(row -> new ZonePair(row.text("site_id"), row.text("load_zone"), row.text("unload_zone")))
                .toList();
    }

    /** Ordered by their begin. */
    public List<Shift> shifts(String siteId) {
        return Query.rows(camel, "list-shifts", "siteId", siteId).stream()
                .map(Zones::shift)
                .toList();
    }

    private static Shift shift(Row row) {
        return new Shift(
                row.text("site_id"),
                row.text("name"),
                LocalTime.parse(row.text("from_time")),
                LocalTime.parse(row.text("to_time")));
    }

    private static Zone zone(Row row) {
        return new Zone(
                row.text("zone_id"),
                row.text("site_id"),
                row.text("name"),
                row.text("kind"),
                row.text("geo_json"),
                optional(row.real("radius_m")),
                row.number("priority"),
                optional(row.real("min_dwell_s")));
    }

    private static OptionalDouble optional(double value) {
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
