package org.optimizer.transform.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalDouble;
import org.optimizer.model.DriverScore;
import org.optimizer.model.DriverWeek;
import org.optimizer.model.Rulebook;
import org.optimizer.model.WeekVerdict;

/** From a week to the score that is stored and shown. */
public final class DriverScores {
    private DriverScores() {}

    /** Rounds here and nowhere before: two decimals, half up. */
    public static DriverScore of(String contestId, DriverWeek week, Rulebook rulebook) {
        WeekVerdict verdict = rulebook.judge(week);
        return new DriverScore(
                contestId,
                week,
                verdict.marks(),
                rounded(verdict.score()),
                rounded(new Doubt(week, rulebook.contest()).of(verdict)),
                verdict.ranked(),
                verdict.whyNot(),
                rulebook.version());
    }

    private static Optional<BigDecimal> rounded(OptionalDouble value) {
        return value.isPresent() ? Optional.of(rounded(value.getAsDouble())) : Optional.empty();
    }

    static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
    }
}
