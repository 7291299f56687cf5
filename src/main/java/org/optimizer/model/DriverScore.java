package org.optimizer.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * A driver's week, marked.
 *
 * @param score 0 to 100 with two decimals; empty without a mark
 * @param doubt half of the score's 90 % interval, points with two decimals; empty without a score
 * @param reasons why it is not ranked, empty when it is
 */
public record DriverScore(
        String contestId,
        DriverWeek facts,
        List<Mark> marks,
        Optional<BigDecimal> score,
        Optional<BigDecimal> doubt,
        boolean ranked,
        List<Reason> reasons,
        String rulebook) {
    public DriverScore {
        marks = List.copyOf(marks);
        reasons = List.copyOf(reasons);
    }

    private static BigDecimal twoDecimals(double points) {
        return BigDecimal.valueOf(points).setScale(2, RoundingMode.HALF_UP);
    }

    /** The same, given by a rulebook that answers no otherwise. */
    public DriverScore under(String otherRulebook) {
        return new DriverScore(contestId, facts, marks, score, doubt, ranked, reasons, otherRulebook);
    }

    public String driverId() {
        return facts.driverId();
    }

    /** A mark with two decimals, as shown and compared. */
    public Optional<BigDecimal> mark(MarkKind kind) {
        return marks.stream().filter(mark -> mark.kind() == kind).findFirst().map(mark -> BigDecimal.valueOf(
                        mark.points())
                .setScale(2, java.math.RoundingMode.HALF_UP));
    }
}
