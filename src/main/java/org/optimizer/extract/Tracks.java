package org.optimizer.extract;

import java.time.Instant;
import java.util.List;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.ProviderTrack;
import org.optimizer.model.Trace;
import org.optimizer.model.Vehicle;

/** Reads recordings from the provider of GPS traces (MyCarTracks, v2 profile). */
public class Tracks {
    private final ProducerTemplate camel;

    public Tracks(ProducerTemplate camel) {
        this.camel = camel;
    }

    /** The recordings of a vehicle that touch a span of time; empty when the provider does not know the vehicle. */
    public List<ProviderTrack> list(Vehicle vehicle, Instant from, Instant to) {
        throw new UnsupportedOperationException();
    }

    /** All fixes of a recording, as sent: the answer is read as a stream, never as a tree. */
    public Trace fixes(ProviderTrack track) {
        throw new UnsupportedOperationException();
    }
}
