package org.optimizer.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A finding over time: one entry, however often it is found.
 *
 * @param firstSeen since when it is found without a break
 * @param goneAt when a check did not find it any more; empty while it is open
 * @param known what a person said about it
 */
public record SanityEntry(
        SanityFinding finding, Instant firstSeen, Instant lastSeen, Optional<Instant> goneAt, Optional<Known> known) {

    /** @param until the last day on which it is known */
    public record Known(LocalDate until, String reason, String by, Instant at) {}

    public boolean isOpen() {
        return goneAt.isEmpty();
    }

    public boolean isKnownOn(LocalDate day) {
        return known.filter(what -> !day.isAfter(what.until())).isPresent();
    }

    /** Whether somebody should do something about it and nobody has said that it is known. */
    public boolean needsSomebodyOn(LocalDate day) {
        return isOpen() && finding.severity().needsSomebody() && !isKnownOn(day);
    }
}
