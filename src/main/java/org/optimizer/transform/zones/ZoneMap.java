package org.optimizer.transform.zones;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The zones of a site: at any place at most one of them counts. */
public final class ZoneMap {
    /** For a site without zones. */
    public static final ZoneMap NONE = new ZoneMap(List.of());

    private final List<Fence> fences;

    public ZoneMap(List<Fence> fences) {
        this.fences = fences.stream()
                .sorted(Comparator.comparingInt(Fence::priority).reversed().thenComparingDouble(Fence::areaM2))
                .toList();
    }

    /** The zone of highest priority, then of smallest area, around a place; NaN is nowhere. */
    public Optional<Fence> at(double latitudeDeg, double longitudeDeg) {
        return fences.stream()
                .filter(fence -> fence.contains(latitudeDeg, longitudeDeg))
                .findFirst();
    }
}
