package org.optimizer.model;

import java.time.Instant;
import java.util.Optional;

/**
 * Somebody who wants no SMS.
 *
 * @param numberHash of his number, under the key of the settings
 * @param keyCheck recognises the key that the hash was made with
 * @param country of the number, two letters; empty when it is of none
 * @param lastDigits two digits, to tell entries apart
 * @param sourceRef what made the entry, each once: a receipt, a message, a person's order
 */
public record OptOut(
        long id,
        String numberHash,
        String keyCheck,
        String country,
        String lastDigits,
        Source source,
        String sourceRef,
        Instant since,
        Optional<Removal> removal) {

    /** How it came to be known. */
    public enum Source {
        /** A receipt with error code 9. */
        RECEIPT,
        /** He answered STOP. */
        INBOUND,
        /** Somebody entered it. */
        PERSON
    }

    /** Who took it back, and why. */
    public record Removal(String by, Instant at, String why) {}

    public boolean isActive() {
        return removal.isEmpty();
    }
}
