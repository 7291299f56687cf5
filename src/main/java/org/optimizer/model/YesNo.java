package org.optimizer.model;

import java.util.Locale;

/** An answer that may be missing; {@link #code()} is the word that tables use. */
public enum YesNo {
    YES,
    NO,
    UNKNOWN;

    public static YesNo of(boolean answer) {
        return answer ? YES : NO;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
