package org.optimizer.transform.scoring.calibration;

import java.util.Optional;
import org.optimizer.model.ManoeuvreKind;
import org.optimizer.model.VehicleClass;

/**
 * The thresholds of a class for one kind of manoeuvre.
 *
 * @param steps empty when there are too few candidates to say
 * @param candidates how many there were
 */
public record Ladder(VehicleClass vehicleClass, ManoeuvreKind kind, Optional<Steps> steps, int candidates) {

    /** Peaks from which on a manoeuvre is called so, m/s², without guard. */
    public record Steps(double strong, double harsh, double severe) {}
}
