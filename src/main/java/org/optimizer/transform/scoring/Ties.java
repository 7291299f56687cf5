package org.optimizer.transform.scoring;

import java.math.BigDecimal;
import java.util.Comparator;
import org.optimizer.model.DriverScore;
import org.optimizer.model.MarkKind;

/** Who is before whom: score, then deceleration, then acceleration, all as shown (0.01), then kilometres. */
final class Ties {
    private static final BigDecimal NONE = BigDecimal.ONE.negate();

    /** Best first; 0 means a shared rank. */
    static final Comparator<DriverScore> CHAIN = Comparator.comparing(Ties::score)
            .thenComparing(score -> score.mark(MarkKind.DECELERATION).orElse(NONE))
            .thenComparing(score -> score.mark(MarkKind.ACCELERATION).orElse(NONE))
            .thenComparing(score -> DriverScores.rounded(score.facts().distanceKm()))
            .reversed();

    private Ties() {}

    private static BigDecimal score(DriverScore score) {
        return score.score().orElse(NONE);
    }
}
