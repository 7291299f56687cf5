package org.optimizer.extract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.Trace;

/** Reads stored days of fixes. */
public class TraceDays {
    private final ProducerTemplate camel;

    public TraceDays(ProducerTemplate camel) {
        this.camel = camel;
    }

    /** A stored day: its revision and its fixes. */
    public record TraceDay(String vehicleId, LocalDate day, int revision, Trace trace) {}

    public Optional<TraceDay> find(String vehicleId, LocalDate day) {
        throw new UnsupportedOperationException();
    }

    /** When each day of a vehicle was last asked of the provider, whether or not there was anything. */
    public Map<LocalDate, Instant> fetchedAt(String vehicleId, LocalDate from, LocalDate to) {
        throw new UnsupportedOperationException();
    }

    /** Days of these vehicles whose facts are missing or older than their fixes or the algorithm. */
    public List<LocalDate> listWithoutFacts(String vehicleId, LocalDate from, LocalDate to, String algorithm) {
        throw new UnsupportedOperationException();
    }
}
