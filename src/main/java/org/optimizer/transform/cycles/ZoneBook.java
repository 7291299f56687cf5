package org.optimizer.transform.cycles;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.optimizer.model.Zone;
import org.optimizer.model.ZonePair;

/** What is known of a site's zones by their names. */
public final class ZoneBook {
    private final Map<String, Zone> zones = new HashMap<>();
    private final Map<String, Set<String>> unloadZones = new HashMap<>();

    public ZoneBook(Collection<Zone> zones, List<ZonePair> pairs) {
        zones.forEach(zone -> this.zones.put(zone.name(), zone));
        pairs.forEach(pair -> unloadZones
                .computeIfAbsent(pair.loadZone(), zone -> new HashSet<>())
                .add(pair.unloadZone()));
    }

    Optional<String> typeOf(String zone) {
        return Optional.ofNullable(zones.get(zone)).map(Zone::type);
    }

    /** What makes a visit of this zone, s; empty when the rule of its type says. */
    OptionalDouble minDwellS(String zone) {
        return zones.containsKey(zone) ? zones.get(zone).minDwellS() : OptionalDouble.empty();
    }

    /** A load zone without any pair may be unloaded everywhere. */
    boolean mayUnload(String loadZone, String unloadZone) {
        return !unloadZones.containsKey(loadZone) || unloadZones.get(loadZone).contains(unloadZone);
    }
}
