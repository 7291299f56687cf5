package org.optimizer.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A week that a change of the rules on trial was scored in, beside the rules that counted.
 *
 * @param problem why it could not be; empty when it was
 * @param moves before: as the week was ranked; after: under the change; in the order of the ranking under the change
 */
public record ShadowWeek(
        String changeId,
        String contestId,
        IsoWeek week,
        Instant scoredAt,
        Optional<String> problem,
        List<ScoreMove> moves) {
    public ShadowWeek {
        moves = List.copyOf(moves);
    }
}
