package org.optimizer.model;

import java.util.Locale;

/** How much a finding matters, in rising order. */
public enum SanitySeverity {
    /** Not a finding. */
    NONE,
    /** Good to know; asks nobody to do anything. */
    INFO,
    WARNING,
    SERIOUS;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether somebody should do something about it. */
    public boolean needsSomebody() {
        return compareTo(WARNING) >= 0;
    }
}
