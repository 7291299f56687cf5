package org.optimizer.model;

import java.util.Locale;

/** Where in its haul cycle a vehicle is; {@link #code()} is the word that tables use. */
public enum CycleState {
    /** Nothing is known of what it carries: before the first visit, after a gap. */
    UNKNOWN,
    LOAD_ZONE,
    /** On the way with a load. */
    HAUL,
    UNLOAD_ZONE,
    /** On the way back to the next load. */
    RETURN,
    /** Out of service: at the depot, over night, after the shift. */
    OFF;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
