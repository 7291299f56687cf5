package org.optimizer.model;

import java.util.Locale;

/** What a driver does with the pedals. */
public enum ManoeuvreKind {
    ACCELERATION,
    BRAKING;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
