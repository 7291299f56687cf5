package org.optimizer.model;

import java.util.Locale;

/** How hard a manoeuvre was, mildest first. */
public enum Severity {
    NONE,
    STRONG,
    HARSH,
    SEVERE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
