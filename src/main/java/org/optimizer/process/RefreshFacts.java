package org.optimizer.process;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.optimizer.extract.TraceDays;
import org.optimizer.extract.TraceDays.VehicleDate;

/** The steps of processes/refresh-facts.bpmn, but for the making of facts, which is that of fetch-traces. */
public class RefreshFacts {
    private final TraceDays traceDays;
    private final FetchSettings settings;

    public RefreshFacts(TraceDays traceDays, FetchSettings settings) {
        this.traceDays = traceDays;
        this.settings = settings;
    }

    /** How long what arrives is gathered, as an ISO 8601 duration. */
    public String gather() {
        return settings.gather().toString();
    }

    /** The first to the last of the days whose facts are missing or stale, as a span; empty when there is none. */
    public String chooseDays() {
        TreeSet<LocalDate> stale =
                traceDays.listStale().stream().map(VehicleDate::day).collect(Collectors.toCollection(TreeSet::new));
        return stale.isEmpty() ? "" : new DaySpan(stale.first(), stale.last()).toString();
    }

    /** The vehicles with such days in a span, as a scope; whatever comes after this look has its own instance. */
    public String chooseVehicles(String days) {
        if (days.isEmpty()) {
            return "";
        }
        DaySpan span = DaySpan.parse(days);
        List<String> vehicles = traceDays.listStale().stream()
                .filter(stale -> span.contains(stale.day()))
                .map(VehicleDate::vehicleId)
                .distinct()
                .toList();
        return FleetChunks.ofVehicles(vehicles);
    }
}
