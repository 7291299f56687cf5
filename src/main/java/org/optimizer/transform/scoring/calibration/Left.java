package org.optimizer.transform.scoring.calibration;

import java.util.Locale;

/** Why a row stays as it is. */
public enum Left {
    TOO_FEW_CANDIDATES,
    TOO_FEW_DRIVER_WEEKS,
    /** The drivers are all alike: between best and worst there would be a cliff. */
    NO_SPREAD;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
