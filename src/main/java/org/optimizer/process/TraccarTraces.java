package org.optimizer.process;

import java.time.Instant;
import org.optimizer.extract.Traccar;
import org.optimizer.extract.TraceSource;
import org.optimizer.model.FixSink;
import org.optimizer.model.PushedFix;
import org.optimizer.model.Vehicle;

/** Traccar as a source of traces; log-ins and alarms that come with its positions are written beside them. */
public class TraccarTraces implements TraceSource {
    public static final String NAME = "traccar";

    private final Traccar traccar;
    private final WorkTimes workTimes;
    private final Sightings sightings;

    public TraccarTraces(Traccar traccar, WorkTimes workTimes, Sightings sightings) {
        this.traccar = traccar;
        this.workTimes = workTimes;
        this.sightings = sightings;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void read(Vehicle vehicle, Instant from, Instant to, FixSink fixes) {
        Sightings.Open seen = sightings.open(NAME, vehicle);
        traccar.read(vehicle, from, to, position -> {
            PushedFix kept = workTimes.kept(vehicle, position);
            kept.giveTo(fixes);
            seen.look(kept);
        });
        seen.store();
    }
}
