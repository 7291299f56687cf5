package org.optimizer.transform.scoring;

import java.util.List;
import org.optimizer.model.DrivenTrip;
import org.optimizer.model.DriverWeek;
import org.optimizer.model.DrivingEvent;
import org.optimizer.model.FleetMean;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.Rulebook;

/** Sums a driver's trips to a week. */
public final class DriverWeeks {
    private DriverWeeks() {}

    /**
     * The week in figures.
     *
     * @param trips all of the driver's trips of the week, in whichever vehicles; not empty
     * @param means what shrinkage pulls towards, by class; a class without one takes the default of its driving limits
     */
    public static DriverWeek sum(
            String driverId, IsoWeek week, List<DrivenTrip> trips, List<FleetMean> means, Rulebook rulebook) {
        throw new UnsupportedOperationException();
    }

    /** The events of a trip, judged by the class of its vehicle, in order of time; milder manoeuvres are not among them. */
    public static List<DrivingEvent> events(DrivenTrip trip, Rulebook rulebook) {
        throw new UnsupportedOperationException();
    }
}
