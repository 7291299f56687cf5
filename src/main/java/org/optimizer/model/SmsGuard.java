package org.optimizer.model;

import java.time.Instant;
import java.util.Optional;

/**
 * How far sending has come in this database, and whether it is paused.
 *
 * @param databaseId made when the database was new
 * @param marker moves on with every claim, never back
 * @param pauseReason a code: {@code database-restored}, {@code marker-missing} or {@code other-database}
 * @param liftedBy who let sending go on last
 */
public record SmsGuard(
        String databaseId,
        long marker,
        Optional<Instant> pausedAt,
        Optional<String> pauseReason,
        Optional<String> liftedBy,
        Optional<Instant> liftedAt) {}
