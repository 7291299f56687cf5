package org.optimizer.transform.cycles;

import org.optimizer.model.CycleEnd;
import org.optimizer.model.CycleState;

/**
 * What ends a cycle before its time.
 *
 * @param toMs from when on the vehicle may work again
 */
record Interruption(CycleEnd end, long fromMs, long toMs) {
    CycleState state() {
        return end == CycleEnd.GAP || end == CycleEnd.TIMEOUT ? CycleState.UNKNOWN : CycleState.OFF;
    }
}
