package org.optimizer.model;

import java.util.Locale;

/** The three marks of a driver's week. */
public enum MarkKind {
    ACCELERATION,
    DECELERATION,
    SPEED_KEEPING;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
