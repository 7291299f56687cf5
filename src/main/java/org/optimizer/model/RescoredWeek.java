package org.optimizer.model;

import java.util.List;

/** A week scored twice in memory. @param moves by league, and in the order of the second ranking */
public record RescoredWeek(IsoWeek week, List<ScoreMove> moves) {
    public RescoredWeek {
        moves = List.copyOf(moves);
    }
}
