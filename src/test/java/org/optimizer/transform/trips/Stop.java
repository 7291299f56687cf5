package org.optimizer.transform.trips;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.optimizer.model.Trace;

/** A stop, ours or another program's: epoch milliseconds. */
record Stop(long fromMs, long toMs) {

    static Stop of(String start, String end) {
        return new Stop(Instant.parse(start).toEpochMilli(), Instant.parse(end).toEpochMilli());
    }

    static List<Stop> find(Trace trace, StandFinder.Limits limits) {
        Fixes fixes = Speeds.of(trace, new Notes(new DayWindow(Long.MIN_VALUE, Long.MAX_VALUE)));
        return StandFinder.find(fixes, limits).stream()
                .map(stand -> new Stop(fixes.timeMs(stand.from()), fixes.timeMs(stand.to())))
                .toList();
    }

    long durationMs() {
        return toMs - fromMs;
    }

    /** Intersection over union, 0 to 1. */
    double overlap(Stop other) {
        double both = Math.min(toMs, other.toMs) - Math.max(fromMs, other.fromMs);
        return Math.max(0, both) / (Math.max(toMs, other.toMs) - Math.min(fromMs, other.fromMs));
    }

    /** Whether both ends are as near as that. */
    boolean isWithin(long ms, Stop other) {
        return Math.abs(fromMs - other.fromMs) <= ms && Math.abs(toMs - other.toMs) <= ms;
    }

    /** The one that overlaps most; empty when none does. */
    Optional<Stop> best(List<Stop> others) {
        return others.stream().filter(other -> overlap(other) > 0).max(Comparator.comparingDouble(this::overlap));
    }
}
