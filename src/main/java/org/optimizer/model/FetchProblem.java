package org.optimizer.model;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Days whose fixes could not be fetched, and why.
 *
 * @param vehicleId empty when all vehicles of the source are concerned
 * @param source as in {@link Vehicle#traceSource()}
 * @param attempts in vain since {@code since}; 0 when it was not its turn yet
 * @param message what was found and what to do, of the last attempt
 */
public record FetchProblem(
        String vehicleId,
        String source,
        LocalDate fromDay,
        LocalDate toDay,
        int attempts,
        String message,
        Instant since,
        Instant lastAt) {
    /** Stands for all vehicles of a source. */
    public static final String ALL_VEHICLES = "";

    public boolean touches(LocalDate first, LocalDate last) {
        return !toDay.isBefore(first) && !fromDay.isAfter(last);
    }
}
