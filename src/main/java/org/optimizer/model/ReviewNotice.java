package org.optimizer.model;

import java.time.Instant;

/** People were told of a week that waits for its review. */
public record ReviewNotice(Kind kind, Instant at) {

    /** Why they were told. */
    public enum Kind {
        /** Half of the time is over. */
        REMINDER,
        /** All of it is. */
        ESCALATION
    }
}
