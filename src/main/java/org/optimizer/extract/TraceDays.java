package org.optimizer.extract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.Trace;
import org.optimizer.model.TraceCodec;

/** Reads stored days of fixes. */
public class TraceDays {
    private final ProducerTemplate camel;

    public TraceDays(ProducerTemplate camel) {
        this.camel = camel;
    }

    /** A stored day: its revision and its fixes. */
    public record TraceDay(String vehicleId, LocalDate day, int revision, Trace trace) {}

    public Optional<TraceDay> find(String vehicleId, LocalDate day) {
        return Query.rows(camel, "find-trace-day", "vehicleId", vehicleId, "day", day).stream()
                .map(row -> new TraceDay(vehicleId, day, row.number("revision"), trace(vehicleId, day, row)))
                .findFirst();
    }

    /** How many fixes are stored of a day. */
    public int countFixes(String vehicleId, LocalDate day) {
        return Query.rows(camel, "count-day-fixes", "vehicleId", vehicleId, "day", day).stream()
                .mapToInt(row -> row.number("fix_count"))
                .sum();
    }

    private static Trace trace(String vehicleId, LocalDate day, Row row) {
        try {
            return TraceCodec.decode(row.bytes("fixes"));
        } catch (IllegalArgumentException cause) {
            throw new IllegalStateException(
                    "trace_day " + vehicleId + " " + day + ": " + cause.getMessage()
                            + "; delete the row and fetch the day again",
                    cause);
        }
    }

    /** A day of a vehicle. */
    public record VehicleDate(String vehicleId, LocalDate day) {}

    /**
     * The days of known vehicles whose facts are missing, older than their fixes or marked as stale, ordered; those that are only
     * of an older algorithm are left to the next fetch of their days.
     */
    public List<VehicleDate> listStale() {
        return Query.rows(camel, "list-stale-days").stream()
                .map(row -> new VehicleDate(row.text("vehicle_id"), row.day("site_day")))
                .toList();
    }

    /** When each day of a vehicle was last asked of the provider, whether or not there was anything. */
    public Map<LocalDate, Instant> fetchedAt(String vehicleId, LocalDate from, LocalDate to) {
        Map<LocalDate, Instant> days = new TreeMap<>();
        Query.rows(camel, "list-fetched-days", "vehicleId", vehicleId, "fromDay", from, "toDay", to)
                .forEach(row -> days.put(row.day("site_day"), row.instant("fetched_at")));
        return days;
    }

    /** Days of these vehicles whose facts are missing or older than their fixes or the algorithm. */
    public List<LocalDate> listWithoutFacts(String vehicleId, LocalDate from, LocalDate to, String algorithm) {
        return Query.rows(
                        camel,
                        "list-days-without-facts",
                        "vehicleId",
                        vehicleId,
                        "fromDay",
                        from,
                        "toDay",
                        to,
                        "algorithm",
                        algorithm)
                .stream()
                .map(row -> row.day("site_day"))
                .toList();
    }
}
