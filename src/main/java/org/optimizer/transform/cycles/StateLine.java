package org.optimizer.transform.cycles;

import java.util.Map;
import java.util.TreeMap;
import org.optimizer.model.CycleState;

/** The states of a vehicle in the order of time. */
public final class StateLine {
    private final TreeMap<Long, CycleState> from = new TreeMap<>();

    /** @param fromMs not before any other */
    void enter(CycleState state, long fromMs) {
        from.put(fromMs, state);
    }

    /** The state at an instant; unknown before the first. */
    public CycleState at(long ms) {
        Map.Entry<Long, CycleState> entry = from.floorEntry(ms);
        return entry == null ? CycleState.UNKNOWN : entry.getValue();
    }
}
