package org.optimizer.transform.trips;

import java.util.List;

/** The day's trips, to be asked which of them an instant belongs to. */
public final class Legs {
    private final List<Leg> legs;
    private final Fixes fixes;

    public Legs(List<Leg> legs, Fixes fixes) {
        this.legs = List.copyOf(legs);
        this.fixes = fixes;
    }

    public List<Leg> all() {
        return legs;
    }

    /** Number of the trip with start ≤ instant &lt; end; −1 when there is none. */
    public int numberAt(long ms) {
        for (Leg leg : legs) {
            if (fixes.timeMs(leg.from()) <= ms && ms < fixes.timeMs(leg.to())) {
                return leg.number();
            }
        }
        return -1;
    }
}
