package org.optimizer.model;

import java.time.Instant;
import java.util.List;

/**
 * A week that was sent or closed, scored again from later data: it stands beside the results, which stay as they are.
 *
 * @param number 1, 2, 3 …
 * @param rulebook the version pinned for the week, as for its results
 * @param scores of all drivers of the results or of the revision, ordered by driver
 */
public record WeekRevision(
        int number, Instant at, String by, String reason, String rulebook, List<RevisedScore> scores) {
    public WeekRevision {
        scores = List.copyOf(scores);
    }
}
