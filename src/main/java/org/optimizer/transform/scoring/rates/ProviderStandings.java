package org.optimizer.transform.scoring.rates;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.optimizer.model.DriverScore;
import org.optimizer.model.DriverWeek;
import org.optimizer.model.Mark;
import org.optimizer.model.ProviderMark;
import org.optimizer.model.ProviderScore;
import org.optimizer.model.Reason;
import org.optimizer.model.Standing;

/** The same results in the form that every contest has: places, and weeks marked of 100, for review, SMS and pages. */
public final class ProviderStandings {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final double OF_10_TO_100 = 10;

    private ProviderStandings() {}

    /**
     * Standings in the order of the scores; the global stands there as a share of 100, like any other, and its place is that
     * of the week: marks are of the contest so far.
     *
     * @param before standings of the week before, for the change in places
     */
    public static List<Standing> of(List<ProviderScore> scores, List<Standing> before) {
        Map<String, Standing> then = before.stream().collect(Collectors.toMap(Standing::driverId, Function.identity()));
        return scores.stream()
                .map(score -> standing(score, Optional.ofNullable(then.get(score.driverId()))))
                .toList();
    }

    private static Standing standing(ProviderScore score, Optional<Standing> before) {
        return new Standing(
                score.driverId(),
                score.league(),
                score.rank(),
                false,
                score.rankedOf(),
                score.rank().flatMap(now -> change(score, before, now)),
                of100(score),
                Optional.empty(),
                score.rank());
    }

    private static Optional<Integer> change(ProviderScore score, Optional<Standing> before, int place) {
        return before.filter(standing -> standing.league() == score.league())
                .flatMap(Standing::rank)
                .map(then -> then - place);
    }

    private static Optional<BigDecimal> of100(ProviderScore score) {
        return score.global().map(global -> global.multiply(HUNDRED)
                .divide(BigDecimal.valueOf(score.globalOf()), 2, RoundingMode.HALF_UP));
    }

    /** Marks of the contest so far in the place of a week's; nothing that recordings would say is known. */
    public static DriverScore driverScore(String contestId, ProviderScore score, String rulebook) {
        return new DriverScore(
                contestId,
                facts(score),
                marks(score),
                of100(score),
                Optional.empty(),
                score.rank().isPresent(),
                reasons(score),
                rulebook);
    }

    private static DriverWeek facts(ProviderScore score) {
        return new DriverWeek(
                score.driverId(),
                score.week(),
                score.league(),
                known(score.weekKm()),
                known(score.weekDrivingH()),
                0,
                Double.NaN,
                Map.of(),
                0,
                0,
                0,
                0,
                0,
                Map.of());
    }

    private static double known(double value) {
        return Double.isNaN(value) ? 0 : value;
    }

    private static List<Mark> marks(ProviderScore score) {
        List<ProviderMark> there =
                score.marks().stream().filter(mark -> mark.mark().isPresent()).toList();
        return there.stream()
                .map(mark -> new Mark(
                        mark.kind(),
                        mark.mark().orElseThrow().doubleValue() * OF_10_TO_100,
                        1.0 / there.size(),
                        List.of()))
                .toList();
    }

    /** An exclusion is said by whoever reads the week. */
    private static List<Reason> reasons(ProviderScore score) {
        return score.excluded() ? List.of() : score.whyNot().stream().toList();
    }
}
