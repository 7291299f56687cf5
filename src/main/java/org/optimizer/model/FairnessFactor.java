package org.optimizer.model;

import java.util.Locale;

/** What must not decide a contest. */
public enum FairnessFactor {
    /** Seconds between two points of the recording. */
    SAMPLING_INTERVAL,
    /** What the phone says of its speeds, m/s. */
    SPEED_ACCURACY,
    DEVICE_CLASS,
    VEHICLE;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the factor is a number, and its link with the score a correlation; otherwise it is a share of variance. */
    public boolean isNumber() {
        return this == SAMPLING_INTERVAL || this == SPEED_ACCURACY;
    }
}
