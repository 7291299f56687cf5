package org.optimizer.transform.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.optimizer.model.DriverScore;
import org.optimizer.model.DriverWeek;
import org.optimizer.model.WeekVerdict;

/** From a verdict to the score that is stored and shown. */
public final class DriverScores {
    private DriverScores() {}

    /** Rounds here and nowhere before: two decimals, half up. */
    public static DriverScore of(String contestId, DriverWeek week, WeekVerdict verdict, String rulebook) {
        Optional<BigDecimal> score = verdict.score().isPresent()
                ? Optional.of(rounded(verdict.score().getAsDouble()))
                : Optional.empty();
        return new DriverScore(contestId, week, verdict.marks(), score, verdict.ranked(), verdict.whyNot(), rulebook);
    }

    static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
    }
}
