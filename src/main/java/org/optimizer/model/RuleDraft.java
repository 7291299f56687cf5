package org.optimizer.model;

import java.time.Instant;
import java.util.List;

/**
 * A proposed change of the rules that nobody has adopted.
 *
 * @param weeks whose facts it was made from, oldest first
 * @param base version of the rules that it changes
 * @param version what the rules folder's version would be
 */
public record RuleDraft(
        String id,
        String contestId,
        Instant createdAt,
        String createdBy,
        List<IsoWeek> weeks,
        String base,
        String version,
        String why) {
    public RuleDraft {
        weeks = List.copyOf(weeks);
    }
}
