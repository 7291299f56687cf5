package org.optimizer.model;

import java.util.Locale;

/** What a mark is made of; the unit is that of the value in a {@link FeatureMark}. */
public enum Feature {
    /** Shrunk points per 100 km. */
    ACCELERATION_POINTS,
    /** RPA₅, m/s². */
    RPA5,
    /** Shrunk points per 100 km. */
    BRAKING_POINTS,
    /** Share of speed lost gently, 0 to 1. */
    GENTLE_SHARE,
    /** Standard deviation of speed while cruising, km/h. */
    STEADINESS,
    /** Share of cruise time above the eco speed, 0 to 1. */
    ECO_CAP_SHARE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
