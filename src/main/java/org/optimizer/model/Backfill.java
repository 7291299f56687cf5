package org.optimizer.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A past range that somebody has fetched again.
 *
 * @param scope {@code all}, {@code site:} and a site's id, {@code vehicles:} and ids with commas, or a contest's id
 * @param doneTo the last day of the slices that are done; empty before the first
 * @param endedBy who cancelled it; empty otherwise
 */
public record Backfill(
        String id,
        String scope,
        LocalDate first,
        LocalDate last,
        String reason,
        String by,
        Instant at,
        State state,
        Optional<LocalDate> doneTo,
        Optional<Instant> endedAt,
        Optional<String> endedBy) {

    /** How far it is. */
    public enum State {
        RUNNING,
        DONE,
        CANCELLED
    }
}
