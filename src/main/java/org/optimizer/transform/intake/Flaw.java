package org.optimizer.transform.intake;

import java.util.Locale;

/** Why a fix is not believed as it stands, without a look at its neighbours. */
public enum Flaw {
    IMPOSSIBLE_TIME,
    FUTURE_TIME,
    IMPOSSIBLE_POSITION,
    IMPOSSIBLE_SPEED,
    EMPTY_FIX,
    TOO_MANY_FIXES;

    /** Such as {@code impossible-time}; the same words as in data notes. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether nobody knows when it was. */
    public boolean isOfTime() {
        return this == IMPOSSIBLE_TIME || this == FUTURE_TIME;
    }
}
