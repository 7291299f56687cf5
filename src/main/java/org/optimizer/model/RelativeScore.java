package org.optimizer.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A driver's contest up to a week, marked by the relative method.
 *
 * @param league vehicle class he is compared in
 * @param marks in the order of {@link MarkKind}; none for one whom an approver took out of the week
 * @param global of 30: the sum of the marks there are, scaled; one decimal; empty without a mark
 * @param rank 1, 2, 2, 4 …; empty without a mark
 * @param rankedOf how many are ranked in his league this week
 */
public record RelativeScore(
        String driverId,
        IsoWeek week,
        VehicleClass league,
        boolean excluded,
        List<RelativeMark> marks,
        Optional<BigDecimal> global,
        Optional<Integer> rank,
        int rankedOf) {
    public static final BigDecimal HIGHEST_GLOBAL = BigDecimal.valueOf(30);

    public RelativeScore {
        marks = List.copyOf(marks);
    }

    /** Empty for one who was taken out of the week. */
    public Optional<RelativeMark> mark(MarkKind kind) {
        return marks.stream().filter(mark -> mark.kind() == kind).findFirst();
    }

    /** Why he is not ranked; empty when he is. */
    public List<Reason> reasons() {
        if (rank.isPresent()) {
            return List.of();
        }
        return excluded
                ? List.of(new Reason("excluded", 0, 0, ""))
                : marks.stream()
                        .flatMap(mark -> mark.whyNot().stream())
                        .distinct()
                        .toList();
    }
}
