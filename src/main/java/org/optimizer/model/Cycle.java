package org.optimizer.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A haul cycle: from one valid entry into a load zone to the next. Its four phases and its breaks add up to its time.
 *
 * @param number 0, 1, 2 … within the vehicle's day
 * @param day the site day in which it begins
 * @param driverId who drove when it began
 * @param shift name of the shift in which it begins, empty outside any
 * @param unloadZone of the first unloading; empty without any
 * @param reason why it is incomplete, such as {@code NO_UNLOAD}; empty when complete
 * @param flags what else is known of it, such as {@code WRONG_ZONE}, {@code GAP_IN_ZONE}, {@code ENTRY_CENSORED}
 * @param measured whether its times may be used for medians (no censored entry, no gap)
 * @param breakS breaks that were taken out of the phases; 0 unless the rules ask for that
 * @param queueLoadS part of {@code loadS} before or between the longest standstill: an estimate
 * @param queueUnloadS likewise of {@code unloadS}
 * @param distanceKm driven in all, inside the zones too
 * @param loadedKm from leaving the load zone to entering the unload zone
 * @param emptyKm from leaving the unload zone to entering the next load zone
 */
public record Cycle(
        int number,
        String vehicleId,
        LocalDate day,
        Optional<String> driverId,
        Optional<String> shift,
        Instant start,
        Instant end,
        String loadZone,
        Optional<String> unloadZone,
        boolean complete,
        Optional<String> reason,
        List<String> flags,
        boolean measured,
        double loadS,
        double haulS,
        double unloadS,
        double returnS,
        double breakS,
        double queueLoadS,
        double queueUnloadS,
        double distanceKm,
        double loadedKm,
        double emptyKm) {
    public Cycle {
        flags = List.copyOf(flags);
    }

    public double durationS() {
        return (end.toEpochMilli() - start.toEpochMilli()) / 1000.0;
    }

    /** What its phases add up to: its time without the breaks that were taken out of them. */
    public double workedS() {
        return durationS() - breakS;
    }
}
