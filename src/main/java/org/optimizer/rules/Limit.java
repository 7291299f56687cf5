package org.optimizer.rules;

import java.util.Optional;
import org.optimizer.model.RowAnswer.Gap;

/**
 * A condition of a row for one question.
 *
 * @param gap by how much it is missed; empty where words differ
 */
record Limit(boolean holds, Optional<Gap> gap) {

    static Limit word(boolean same) {
        return new Limit(same, Optional.empty());
    }

    static Limit atLeast(String column, double found, double needed) {
        return new Limit(found >= needed, Optional.of(new Gap(column, found, needed)));
    }

    static Limit below(String column, double found, double needed) {
        return new Limit(found < needed, Optional.of(new Gap(column, found, needed)));
    }

    static Limit atMost(String column, double found, double needed) {
        return new Limit(found <= needed, Optional.of(new Gap(column, found, needed)));
    }

    /** Whether it can be missed by a little. */
    boolean isMeasured() {
        return gap.isPresent();
    }

    /** The part of the limit by which it is missed. */
    double share() {
        return gap.map(missed -> missed.by() / Math.max(Math.abs(missed.needed()), 1e-9))
                .orElse(Double.POSITIVE_INFINITY);
    }
}
