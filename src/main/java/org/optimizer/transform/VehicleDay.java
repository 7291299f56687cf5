package org.optimizer.transform;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.optimizer.model.Badge;
import org.optimizer.model.DayFacts;
import org.optimizer.model.Trace;

/** The pipeline of one vehicle and day, from fixes to facts: read it first. */
public final class VehicleDay {
    /** Version of the algorithm, kept with the facts; to be raised when the same fixes would give other facts. */
    public static final String ALGORITHM = "1";

    private VehicleDay() {}

    /**
     * The facts of one site day.
     *
     * @param recording fixes of the vehicle; may reach over the day's ends, so that nothing is lost at midnight: an interval
     *     between two fixes belongs to the day in which it begins
     * @param badges log-ins on this vehicle, at least those of the day and the last one before it, in any order
     */
    public static DayFacts facts(
            String vehicleId, Trace recording, int traceRevision, LocalDate day, ZoneId zone, List<Badge> badges) {
        throw new UnsupportedOperationException();
    }
}
