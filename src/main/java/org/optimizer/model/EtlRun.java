package org.optimizer.model;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One line of the log of what was fetched, received or made.
 *
 * @param source name of the step or the source
 * @param vehicleId null when it concerns no single vehicle
 * @param count where each row went
 */
public record EtlRun(
        String source,
        String vehicleId,
        LocalDate fromDay,
        LocalDate toDay,
        Instant startedAt,
        long durationMs,
        IntakeCount count) {}
