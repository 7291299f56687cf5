package org.optimizer.transform.scoring.rates;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.optimizer.model.ProviderScore;
import org.optimizer.model.Reason;
import org.optimizer.transform.scoring.Places;

/** The places of a league, and why one has none. */
final class Placing {
    private Placing() {}

    /** In order of place and driver, those without one last. */
    static List<ProviderScore> placed(List<ProviderScore> league) {
        List<ProviderScore> ranked =
                league.stream().filter(score -> score.global().isPresent()).toList();
        Map<String, Integer> places = Places.of(
                ranked,
                Comparator.comparing((ProviderScore score) -> score.global().orElseThrow())
                        .reversed(),
                ProviderScore::driverId);
        return league.stream()
                .map(score -> score.placed(Optional.ofNullable(places.get(score.driverId())), places.size()))
                .sorted(Comparator.comparing(
                                (ProviderScore score) -> score.rank().orElse(Integer.MAX_VALUE))
                        .thenComparing(ProviderScore::driverId))
                .toList();
    }

    /** @param km driven, NaN when unknown */
    static Reason whyNot(boolean excluded, double km, double floorKm) {
        if (excluded) {
            return new Reason("excluded", 0, 0, "");
        }
        return km > 0 ? new Reason("too-few-km", km, floorKm, "") : new Reason("no-distance", 0, floorKm, "");
    }
}
