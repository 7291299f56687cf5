package org.optimizer.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One check of a site's data.
 *
 * @param id in order of time
 * @param contestId and week before whose review it was made
 * @param first of the days that were looked at
 * @param findings how many there were, {@code fresh} of them new and {@code gone} not there any more; 0 when it failed
 * @param failure why the check could not be made, in words
 */
public record SanityRun(
        String id,
        String siteId,
        Optional<String> contestId,
        Optional<IsoWeek> week,
        LocalDate first,
        LocalDate last,
        Instant checkedAt,
        int findings,
        int fresh,
        int gone,
        Optional<String> failure) {}
