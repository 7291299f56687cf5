package org.optimizer.transform.scoring.rates;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Means over weeks: weighted by distance; where one week lacks it by driving time; plain only where that is missing too. */
final class Means {
    private Means() {}

    /**
     * The mean of a value over the weeks that have it.
     *
     * @param value null or NaN where a week has none
     */
    static Optional<Double> weighted(List<Marked> weeks, Function<Marked, Double> value) {
        List<Marked> having =
                weeks.stream().filter(week -> isThere(value.apply(week))).toList();
        ToDoubleFunction<Marked> weight = weight(having);
        double sum = having.stream().mapToDouble(weight).sum();
        return sum > 0
                ? Optional.of(having.stream()
                                .mapToDouble(week -> weight.applyAsDouble(week) * value.apply(week))
                                .sum()
                        / sum)
                : Optional.empty();
    }

    private static boolean isThere(Double value) {
        return value != null && !value.isNaN();
    }

    private static ToDoubleFunction<Marked> weight(List<Marked> weeks) {
        if (weeks.stream().allMatch(week -> week.distanceM() > 0)) {
            return Marked::distanceM;
        }
        return weeks.stream().allMatch(week -> week.drivingS() > 0) ? Marked::drivingS : Marked::share;
    }

    static BigDecimal twoDecimals(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
    }
}
