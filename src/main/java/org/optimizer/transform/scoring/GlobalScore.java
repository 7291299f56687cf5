package org.optimizer.transform.scoring;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.optimizer.model.ContestRules;
import org.optimizer.model.DriverScore;
import org.optimizer.model.IsoWeek;

/** A driver's score over several weeks: older ones weigh less, long ones at most so much, those not ranked nothing. */
final class GlobalScore {
    private final IsoWeek now;
    private final ContestRules rules;

    GlobalScore(IsoWeek now, ContestRules rules) {
        this.now = now;
        this.rules = rules;
    }

    /**
     * A score over several weeks.
     *
     * @param points 0 to 100 with two decimals
     * @param doubt half of its 90 % interval, points with two decimals; empty when that of a week is not known
     */
    record Value(BigDecimal points, Optional<BigDecimal> doubt) {}

    /**
     * {@code G = Σ λ^i · min(d_i, cap) · W_i / Σ λ^i · min(d_i, cap)} over the ranked weeks, i weeks ago.
     *
     * @param scores of one driver, this week's among them
     * @return empty with too few ranked weeks of late
     */
    Optional<Value> of(List<DriverScore> scores) {
        List<DriverScore> ranked = scores.stream()
                .filter(score -> score.ranked() && score.score().isPresent())
                .filter(score -> age(score) >= 0 && age(score) < rules.weeks())
                .sorted((one, other) -> Integer.compare(age(one), age(other)))
                .toList();
        long recent = ranked.stream()
                .filter(score -> age(score) < rules.rankedWeeksOf())
                .count();
        double weights = ranked.stream().mapToDouble(this::weight).sum();
        return recent < rules.rankedWeeksNeeded() || weights == 0
                ? Optional.empty()
                : Optional.of(new Value(DriverScores.rounded(weighted(ranked) / weights), doubt(ranked, weights)));
    }

    /**
     * Chance in one week has nothing to do with chance in another, so variances add up: with wᵢ the weights,
     * {@code ± = √Σ(wᵢ·±ᵢ)² / Σwᵢ}. Half widths of 90 % are as many standard deviations everywhere.
     */
    private Optional<BigDecimal> doubt(List<DriverScore> ranked, double weights) {
        if (ranked.stream().anyMatch(score -> score.doubt().isEmpty())) {
            return Optional.empty();
        }
        double variance = ranked.stream()
                .mapToDouble(
                        score -> weight(score) * score.doubt().orElseThrow().doubleValue())
                .map(part -> part * part)
                .sum();
        return Optional.of(DriverScores.rounded(Math.sqrt(variance) / weights));
    }

    private double weighted(List<DriverScore> ranked) {
        return ranked.stream()
                .mapToDouble(
                        score -> weight(score) * score.score().orElseThrow().doubleValue())
                .sum();
    }

    private double weight(DriverScore score) {
        return Math.pow(rules.decay(), age(score)) * Math.min(score.facts().distanceKm(), rules.capKm());
    }

    /** Weeks ago. */
    private int age(DriverScore score) {
        long days = now.monday().toEpochDay() - score.facts().week().monday().toEpochDay();
        return Math.toIntExact(days / 7);
    }
}
