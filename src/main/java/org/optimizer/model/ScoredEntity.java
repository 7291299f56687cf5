package org.optimizer.model;

import java.util.Locale;

/** Whom a provider's counts or marks are of. */
public enum ScoredEntity {
    DRIVER,
    VEHICLE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
