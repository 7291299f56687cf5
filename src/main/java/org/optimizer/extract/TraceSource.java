package org.optimizer.extract;

import java.time.Instant;
import java.util.OptionalInt;
import org.optimizer.model.FixSink;
import org.optimizer.model.Vehicle;

/** A provider of traces that is asked for them. */
public interface TraceSource {

    /** As in {@link Vehicle#traceSource()}. */
    String name();

    /**
     * Hands over every fix of a vehicle in a span of time while the answer arrives; recordings that touch the span may give more.
     *
     * @throws ProviderException when the provider does not answer as it should; what was handed over before is to be forgotten
     */
    void read(Vehicle vehicle, Instant from, Instant to, FixSink fixes);

    /** Where it is asked, for people. */
    default String address() {
        return "";
    }

    /** From when on it wants to be asked again; long ago when it may be now. */
    default Instant notBefore() {
        return Instant.MIN;
    }

    /**
     * Asks it for what every fetch depends on.
     *
     * @return how many vehicles it lists; empty when it cannot be asked for that
     * @throws ProviderException when the provider does not answer as it should
     */
    default OptionalInt check() {
        return OptionalInt.empty();
    }
}
