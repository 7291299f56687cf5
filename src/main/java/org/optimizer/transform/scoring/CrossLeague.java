package org.optimizer.transform.scoring;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.optimizer.model.CrossPlace;
import org.optimizer.model.DriverScore;
import org.optimizer.model.VehicleClass;

/**
 * Compares drivers of different leagues, whose scores come from different tables: by how far each stands above the mean of
 * his own league, in standard deviations of that league.
 */
public final class CrossLeague {
    private static final int RANKED_NEEDED = 3;
    /** What sums of equal doubles may leave. */
    private static final double NOTHING = 1e-9;

    private CrossLeague() {}

    /**
     * By place; leagues with fewer than three ranked drivers are left out, and where everybody has the same score everybody is
     * at the mean.
     */
    public static List<CrossPlace> of(Collection<DriverScore> scores) {
        Map<VehicleClass, List<DriverScore>> leagues = scores.stream()
                .filter(DriverScore::ranked)
                .collect(Collectors.groupingBy(score -> score.facts().league(), TreeMap::new, Collectors.toList()));
        List<CrossPlace> unplaced = leagues.values().stream()
                .filter(league -> league.size() >= RANKED_NEEDED)
                .flatMap(CrossLeague::standardized)
                .sorted(Comparator.comparing(CrossPlace::z).reversed().thenComparing(CrossPlace::driverId))
                .toList();
        Map<String, Integer> places =
                Places.of(unplaced, Comparator.comparing(CrossPlace::z).reversed(), CrossPlace::driverId);
        return unplaced.stream()
                .map(place -> new CrossPlace(place.driverId(), place.league(), place.z(), places.get(place.driverId())))
                .toList();
    }

    private static Stream<CrossPlace> standardized(List<DriverScore> league) {
        // in one order, so that sums of doubles do not depend on that of the input
        double[] points =
                league.stream().mapToDouble(CrossLeague::points).sorted().toArray();
        double mean = Arrays.stream(points).sum() / points.length;
        double variance = Arrays.stream(points)
                        .map(value -> (value - mean) * (value - mean))
                        .sum()
                / points.length;
        double deviation = Math.sqrt(variance);
        return league.stream()
                .map(score -> new CrossPlace(
                        score.driverId(), score.facts().league(), z(points(score) - mean, deviation), 0));
    }

    /** The deviation is that of the whole league, not of a sample of it. */
    private static BigDecimal z(double difference, double deviation) {
        return DriverScores.rounded(deviation < NOTHING ? 0 : difference / deviation);
    }

    private static double points(DriverScore score) {
        return score.score().orElseThrow().doubleValue();
    }
}
