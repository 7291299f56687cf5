package org.optimizer.load;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.MergeResult;
import org.optimizer.model.Trace;

/** Writes fixes into their day: locks the row, merges by time, raises the revision if anything is new. Twice is once. */
public class TraceSink {
    private final ProducerTemplate camel;

    public TraceSink(ProducerTemplate camel) {
        this.camel = camel;
    }

    /** @param fixes of that site day only */
    public MergeResult merge(String vehicleId, LocalDate day, Trace fixes) {
        throw new UnsupportedOperationException();
    }

    /** Notes that these days were asked of the provider, whether or not there was anything. */
    public void noteFetched(String vehicleId, List<LocalDate> days, Instant at) {
        throw new UnsupportedOperationException();
    }
}
