package org.optimizer.transform.trips;

import java.util.Locale;

/** What the gate finds wrong with a fix. */
enum Fault {
    WRONG_UNIT(true),
    IMPOSSIBLE_TIME(true),
    IMPOSSIBLE_POSITION(true),
    IMPOSSIBLE_SPEED(true),
    EMPTY_FIX(true),
    POSITION_SPIKE(true),
    SECOND_RECORDING(true),
    MOCK_LOCATION(true),
    IMPOSSIBLE_ACCELERATION(false),
    FROZEN_SPEED(false);

    /** Whether the fix is left out; otherwise it is kept and only remarked upon. */
    final boolean drops;

    Fault(boolean drops) {
        this.drops = drops;
    }

    String kind() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
