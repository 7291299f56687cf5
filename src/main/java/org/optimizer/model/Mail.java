package org.optimizer.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A mail about a check of the data.
 *
 * @param failure why it was not sent, in words
 */
public record Mail(
        long id,
        String siteId,
        String runId,
        State state,
        Instant queuedAt,
        Optional<Instant> endedAt,
        Optional<String> failure) {

    /** A mail that is being sent when the product stops stays so: nobody knows whether it left, and it is not sent again. */
    public enum State {
        READY,
        SENDING,
        SENT,
        FAILED
    }
}
