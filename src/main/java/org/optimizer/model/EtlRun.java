package org.optimizer.model;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One line of the log of what was fetched: every row read is loaded, unchanged or rejected.
 *
 * @param source name of the route
 */
public record EtlRun(
        String source,
        String vehicleId,
        LocalDate fromDay,
        LocalDate toDay,
        Instant startedAt,
        long durationMs,
        long rowsRead,
        long rowsLoaded,
        long rowsUnchanged,
        long rowsRejected) {}
