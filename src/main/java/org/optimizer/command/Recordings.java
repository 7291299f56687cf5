package org.optimizer.command;

import java.util.SortedMap;
import java.util.TreeMap;

/** What was read so far, by vehicle: several files of one vehicle are one recording. */
final class Recordings {
    private final SortedMap<String, Recording> byVehicle = new TreeMap<>();

    Recording of(String vehicleId) {
        return byVehicle.computeIfAbsent(vehicleId, id -> new Recording());
    }

    SortedMap<String, Recording> byVehicle() {
        return byVehicle;
    }
}
