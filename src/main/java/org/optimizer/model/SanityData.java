package org.optimizer.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of a site's days when its data are checked. Vehicles are those to look at; all other figures are of the whole
 * site, since a driver may drive any of its vehicles.
 *
 * @param first of the seven days to look at
 * @param driven of these days and of the weeks before, which say what is usual
 * @param recorded of these days
 * @param lastFixAt by vehicle, within the same weeks as {@code driven}
 * @param logIns of these days, in order of time
 * @param notes fixes that the gate remarked upon on these days, by vehicle and kind of note
 * @param rejects fixes that were not believed when they came in, by vehicle and reason; the words are those of the notes
 * @param fixesRead by vehicle, on these days
 * @param intake where the fixes went that were received since the first of these days, by vehicle
 * @param notFetched days that the vehicle's provider could not be asked about since they ended
 * @param contests those to count drivers for
 */
public record SanityData(
        String siteId,
        LocalDate first,
        LocalDate last,
        List<Vehicle> vehicles,
        List<Driver> drivers,
        boolean hasZones,
        List<Driven> driven,
        List<Recorded> recorded,
        Map<String, Instant> lastFixAt,
        List<LogIn> logIns,
        List<Visited> visited,
        Map<String, Map<String, Integer>> notes,
        Map<String, Map<String, Integer>> rejects,
        Map<String, Integer> fixesRead,
        Map<String, IntakeCount> intake,
        Map<String, NotFetched> notFetched,
        List<Contested> contests) {

    /**
     * Trips of a driver in a vehicle on a day.
     *
     * @param recordedS seconds that were recorded
     * @param intervalKm seconds between two fixes, times kilometres
     */
    public record Driven(
            String vehicleId,
            Optional<String> driverId,
            LocalDate day,
            double km,
            double recordedS,
            double intervalKm) {}

    /** @param why the provider's last failure in words; empty where none is known */
    public record NotFetched(Set<LocalDate> days, Optional<String> why) {
        public static final NotFetched NONE = new NotFetched(Set.of(), Optional.empty());
    }

    /** A vehicle's day with at least one fix. */
    public record Recorded(String vehicleId, LocalDate day) {}

    /** @param vehicleKnown whether the product knows that vehicle */
    public record LogIn(String vehicleId, String driverId, LocalDate day, boolean vehicleKnown) {}

    /** A driver was in a zone with a vehicle. */
    public record Visited(String vehicleId, Optional<String> driverId) {}

    /** @param scores of the week; empty where it is not scored yet */
    public record Contested(Contest contest, Optional<List<DriverScore>> scores) {}
}
