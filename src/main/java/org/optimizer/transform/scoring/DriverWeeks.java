package org.optimizer.transform.scoring;

import java.util.List;
import org.optimizer.model.DrivenTrip;
import org.optimizer.model.DriverWeek;
import org.optimizer.model.DrivingEvent;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.Rulebook;

/** Sums a driver's trips to a week. */
public final class DriverWeeks {
    private DriverWeeks() {}

    /**
     * The week in figures.
     *
     * @param trips all of the driver's trips of the week, in whichever vehicles; not empty
     * @param meanAccelerationPoints average points per 100 km that shrinkage pulls towards; NaN: the class's default
     */
    public static DriverWeek sum(
            String driverId,
            IsoWeek week,
            List<DrivenTrip> trips,
            double meanAccelerationPoints,
            double meanBrakingPoints,
            Rulebook rulebook) {
        throw new UnsupportedOperationException();
    }

    /** The events of a trip, judged by the class of its vehicle, in order of time; milder manoeuvres are not among them. */
    public static List<DrivingEvent> events(DrivenTrip trip, Rulebook rulebook) {
        throw new UnsupportedOperationException();
    }
}
