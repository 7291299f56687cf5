package org.optimizer.model;

import java.time.Instant;
import java.util.Optional;

/**
 * From which week on a version is in force; of several for one week the newest counts.
 *
 * @param changeId empty for the very first version
 * @param revokedAt when it was taken back before its week began
 */
public record RuleActivation(
        long id,
        String version,
        IsoWeek fromWeek,
        Instant at,
        String by,
        Optional<String> changeId,
        String why,
        Optional<Instant> revokedAt) {}
