package org.optimizer.model;

import java.util.List;
import java.util.Optional;

/**
 * Which row of a table answers a question, and which one nearly does.
 *
 * @param fired empty where none answers
 * @param nearest the row for the same class and kind that falls short by the least; empty where there is none
 */
public record RowAnswer(Optional<RuleRow> fired, Optional<Near> nearest) {
    public static final RowAnswer NONE = new RowAnswer(Optional.empty(), Optional.empty());

    /** A row that does not answer. @param gaps each limit that is missed; not empty */
    public record Near(RuleRow row, List<Gap> gaps) {
        public Near {
            gaps = List.copyOf(gaps);
        }
    }

    /**
     * A limit that is missed.
     *
     * @param column that holds it
     * @param found in the column's unit
     * @param needed the limit, with what is added to it before it is compared (the guard of a peak)
     */
    public record Gap(String column, double found, double needed) {
        /** By how much; 0 for a value exactly on a limit that it must be below. */
        public double by() {
            return Math.abs(needed - found);
        }
    }
}
