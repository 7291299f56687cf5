package org.optimizer.transform.scoring.relative;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.optimizer.model.MarkKind;
import org.optimizer.model.RelativeScore;
import org.optimizer.model.VehicleClass;

/** The raw scores that earlier weeks of the contest left, each with its weight. */
final class EarlierBatches {
    private final Map<String, List<RelativeScore>> byDriver;

    EarlierBatches(List<RelativeScore> scores) {
        byDriver = scores.stream()
                .filter(score -> !score.excluded())
                .collect(Collectors.groupingBy(RelativeScore::driverId, TreeMap::new, Collectors.toList()));
    }

    /** The drivers whose last week was in this league. */
    Set<String> drivers(VehicleClass league) {
        return byDriver.keySet().stream()
                .filter(driver -> lastLeague(driver) == league)
                .collect(Collectors.toSet());
    }

    private VehicleClass lastLeague(String driver) {
        return byDriver.get(driver).stream()
                .max(Comparator.comparing(RelativeScore::week))
                .orElseThrow()
                .league();
    }

    /** Speed keeping on gradients and on roads is measured in different units: only weeks of the same count. */
    Raw of(String driver, MarkKind kind, VehicleClass league) {
        return byDriver.getOrDefault(driver, List.of()).stream()
                .filter(score -> kind != MarkKind.SPEED_KEEPING || isOffRoad(score.league()) == isOffRoad(league))
                .flatMap(score -> score.mark(kind).stream())
                .map(mark -> new Raw(mark.moves(), mark.raw()))
                .reduce(Raw.NONE, Raw::and);
    }

    static boolean isOffRoad(VehicleClass league) {
        return league == VehicleClass.DUMPER;
    }
}
