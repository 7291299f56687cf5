package org.optimizer.transform.trips;

import java.util.List;

/** What a vehicle has driven since its day began, in the same metres as its trips count. */
public final class DayOdometer {
    private final Fixes fixes;
    /** Until each fix. */
    private final double[] metres;

    private DayOdometer(Fixes fixes, double[] metres) {
        this.fixes = fixes;
        this.metres = metres;
    }

    public static DayOdometer of(Fixes fixes, Legs legs, List<Stand> stands) {
        double[] metres = new double[fixes.size()];
        for (Leg leg : legs.all()) {
            TripSums.addMetres(metres, fixes, leg, stands);
        }
        for (int index = 1; index < metres.length; index++) {
            metres[index] += metres[index - 1];
        }
        return new DayOdometer(fixes, metres);
    }

    /** Kilometres driven until an instant; an interval between two fixes is driven evenly. */
    public double kmAt(long ms) {
        int after = fixes.firstAtOrAfter(ms);
        if (after == 0 || after == metres.length) {
            return after == 0 ? 0 : metres[after - 1] / 1e3;
        }
        double share = (double) (ms - fixes.timeMs(after - 1)) / fixes.intervalMs(after - 1);
        return (metres[after - 1] + share * (metres[after] - metres[after - 1])) / 1e3;
    }
}
