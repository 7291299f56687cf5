package org.optimizer.model;

import java.util.Locale;

/** What ended a cycle; {@link #code()} is the word that rules use. */
public enum CycleEnd {
    NEXT_LOAD,
    /** Unloaded again without a load in between. */
    SECOND_UNLOAD,
    OVERNIGHT,
    DEPOT,
    SHIFT_END,
    /** Nothing was recorded for too long. */
    GAP,
    /** It took longer than a cycle can. */
    TIMEOUT,
    RECORDING_END;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
