package org.optimizer.transform.scoring.relative;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.optimizer.model.RelativeScore;
import org.optimizer.model.Standing;

/** The places of a contest whose method is the relative one. */
public final class RelativeStandings {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private RelativeStandings() {}

    /**
     * Standings in the order of the scores; the global of 30 stands there as a share of 100, like any other, and its place is
     * that of the week: marks are of the contest so far.
     *
     * @param before standings of the week before, for the change in places
     */
    public static List<Standing> of(List<RelativeScore> scores, List<Standing> before) {
        Map<String, Standing> then = before.stream().collect(Collectors.toMap(Standing::driverId, Function.identity()));
        return scores.stream()
                .map(score -> standing(score, Optional.ofNullable(then.get(score.driverId()))))
                .toList();
    }

    private static Standing standing(RelativeScore score, Optional<Standing> before) {
        return new Standing(
                score.driverId(),
                score.league(),
                score.rank(),
                false,
                score.rankedOf(),
                score.rank().flatMap(now -> change(score, before, now)),
                score.global().map(RelativeStandings::of100),
                Optional.empty(),
                score.rank());
    }

    private static BigDecimal of100(BigDecimal of30) {
        return of30.multiply(HUNDRED).divide(RelativeScore.HIGHEST_GLOBAL, 2, RoundingMode.HALF_UP);
    }

    private static Optional<Integer> change(RelativeScore score, Optional<Standing> before, int place) {
        return before.filter(standing -> standing.league() == score.league())
                .flatMap(Standing::rank)
                .map(then -> then - place);
    }
}
