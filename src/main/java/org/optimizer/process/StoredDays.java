package org.optimizer.process;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.optimizer.extract.Drivers;
import org.optimizer.extract.TraceDays;
import org.optimizer.extract.TraceDays.TraceDay;
import org.optimizer.model.Badge;
import org.optimizer.model.DayFacts;
import org.optimizer.model.Trace;
import org.optimizer.transform.VehicleDay;
import org.optimizer.transform.trips.DayWindow;
import org.optimizer.transform.trips.Gate;
import org.optimizer.transform.zones.ZoneMap;

/** The stored days of one vehicle, each read once, and the facts that they give. */
final class StoredDays {
    private final TraceDays traceDays;
    private final Drivers drivers;
    private final int badgeLookBackDays;
    private final String vehicleId;
    private final ZoneId zone;
    private final Map<LocalDate, Optional<TraceDay>> read = new HashMap<>();

    StoredDays(TraceDays traceDays, Drivers drivers, int badgeLookBackDays, String vehicleId, ZoneId zone) {
        this.traceDays = traceDays;
        this.drivers = drivers;
        this.badgeLookBackDays = badgeLookBackDays;
        this.vehicleId = vehicleId;
        this.zone = zone;
    }

    Optional<TraceDay> find(LocalDate day) {
        return read.computeIfAbsent(day, wanted -> traceDays.find(vehicleId, wanted));
    }

    /** Frees memory of a day that is not asked for any more. */
    void forget(LocalDate day) {
        read.remove(day);
    }

    /** @throws IllegalStateException when nothing is stored of that day */
    DayFacts facts(LocalDate day, ZoneMap zones) {
        TraceDay own = find(day)
                .orElseThrow(() -> new IllegalStateException("fixes of vehicle " + vehicleId + " on " + day
                        + ": expected a row in trace_day, found none; was it deleted while facts were made?"));
        DayWindow window = DayWindow.of(day, zone);
        Trace before = neighbour(day.minusDays(1), window);
        Trace after = neighbour(day.plusDays(1), window);
        Trace recording = joined(joined(before, own.trace()), after);
        List<Badge> badges = drivers.listBadges(vehicleId, Instant.ofEpochMilli(window.toMs()), badgeLookBackDays);
        return VehicleDay.facts(vehicleId, recording, own.revision(), day, zone, badges, zones);
    }

    private Trace neighbour(LocalDate day, DayWindow window) {
        return find(day)
                .map(neighbour -> Gate.around(neighbour.trace(), window))
                .orElse(Trace.EMPTY);
    }

    private static Trace joined(Trace one, Trace other) {
        if (one.isEmpty()) {
            return other;
        }
        return other.isEmpty() ? one : Trace.merge(one, other);
    }
}
