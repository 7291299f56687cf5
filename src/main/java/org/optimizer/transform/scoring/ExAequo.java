package org.optimizer.transform.scoring;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.optimizer.model.DriverScore;

/** Who may be as good as the leader: drivers whose 90 % interval overlaps his. They keep their ranks and share the prize. */
final class ExAequo {
    private ExAequo() {}

    /** @param ranked of one league, in any order; @return nobody when nobody reaches the leader */
    static Set<String> of(List<DriverScore> ranked) {
        Optional<DriverScore> leader = ranked.stream().min(Ties.CHAIN);
        if (leader.isEmpty()) {
            return Set.of();
        }
        BigDecimal low = end(leader.get(), -1);
        Set<String> close = ranked.stream()
                .filter(score -> end(score, 1).compareTo(low) >= 0)
                .map(DriverScore::driverId)
                .collect(Collectors.toSet());
        return close.size() > 1 ? close : Set.of();
    }

    /** The interval's lower (−1) or upper (1) end. */
    private static BigDecimal end(DriverScore score, int side) {
        BigDecimal doubt = score.doubt().orElse(BigDecimal.ZERO);
        return score.score().orElseThrow().add(doubt.multiply(BigDecimal.valueOf(side)));
    }
}
