package org.optimizer.model;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What the rules say of a {@link DriverWeek}.
 *
 * @param marks those that there are, in the order of {@link MarkKind}
 * @param score the week, 0 to 100, not rounded; empty without a mark
 * @param ranked whether the week competes
 * @param whyNot the reasons when it does not; empty otherwise
 */
public record WeekVerdict(List<Mark> marks, OptionalDouble score, boolean ranked, List<Reason> whyNot) {
    public WeekVerdict {
        marks = List.copyOf(marks);
        whyNot = List.copyOf(whyNot);
    }
}
