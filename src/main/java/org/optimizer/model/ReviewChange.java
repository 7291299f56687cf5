package org.optimizer.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A change that a person made to one driver of a week under review.
 *
 * @param act what was done in one go, and is undone in one go
 * @param revision of the week after the change
 * @param before reason of the exclusion or text of the SMS before; empty when there was none
 * @param after the same after the change
 * @param reason why, in the person's words; empty where none is asked for
 * @param undoes the act that this one takes back
 */
public record ReviewChange(
        String act,
        int revision,
        String driverId,
        Kind kind,
        Optional<String> before,
        Optional<String> after,
        String reason,
        String by,
        Instant at,
        Optional<String> undoes) {

    /** What was changed. */
    public enum Kind {
        /** Whether the driver is taken out of the week. */
        EXCLUSION,
        /** How his SMS reads. */
        WORDING
    }
}
