package org.optimizer.transform.scoring.relative;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.optimizer.model.Gradient;
import org.optimizer.model.RelativeRules;
import org.optimizer.model.ZoneVisit;

/** Raw scores of speed keeping: how much speed varies where it should not. */
final class SpeedKeeping {
    private static final String CRUISE = "cruise";

    private SpeedKeeping() {}

    /**
     * On the road: standard deviation of speed in visits of cruise zones, km/h. For each zone the mean over its visits
     * without the given share at either end; over zones the mean weighted by the time inside.
     *
     * @param visits of one driver, of any zones; a visit split at midnight counts as two
     */
    static Raw onRoad(List<ZoneVisit> visits, RelativeRules rules) {
        Map<String, List<ZoneVisit>> zones = visits.stream()
                .filter(visit -> visit.type().equals(CRUISE) && rules.counts(visit))
                .collect(Collectors.groupingBy(ZoneVisit::zone, LinkedHashMap::new, Collectors.toList()));
        int count = zones.values().stream().mapToInt(List::size).sum();
        double seconds =
                zones.values().stream().mapToDouble(SpeedKeeping::dwellS).sum();
        double weighted = zones.values().stream()
                .mapToDouble(zone -> dwellS(zone) * trimmedMean(deviations(zone), rules.trimShare()))
                .sum();
        return new Raw(count, count == 0 ? Double.NaN : weighted / seconds);
    }

    private static double dwellS(List<ZoneVisit> visits) {
        return visits.stream().mapToDouble(ZoneVisit::dwellS).sum();
    }

    private static double[] deviations(List<ZoneVisit> visits) {
        return visits.stream().mapToDouble(ZoneVisit::sdSpeedKmh).toArray();
    }

    /** Without {@code ⌊share × n⌋} values at either end. */
    static double trimmedMean(double[] values, double share) {
        int cut = (int) (share * values.length);
        return Arrays.stream(values)
                .sorted()
                .skip(cut)
                .limit(values.length - 2L * cut)
                .average()
                .orElse(Double.NaN);
    }

    /**
     * On climbs and descents: mean standard deviation of each driver's climbs, scaled so that the steadiest driver has 0 and
     * the least steady 1 (all 0 when they are equal); the same for descents; the mean of both, weighted by their number.
     *
     * @param fleet windows by driver; those that were not driven as climbs or descents are do not count
     */
    static Map<String, Raw> onGradients(Map<String, List<Gradient>> fleet, RelativeRules rules) {
        Map<String, Raw> climbs = scaled(means(Gradient.Kind.CLIMB, fleet, rules));
        Map<String, Raw> descents = scaled(means(Gradient.Kind.DESCENT, fleet, rules));
        return fleet.keySet().stream().collect(Collectors.toMap(driver -> driver, driver -> climbs.get(driver)
                .and(descents.get(driver))));
    }

    private static Map<String, Raw> means(Gradient.Kind kind, Map<String, List<Gradient>> fleet, RelativeRules rules) {
        Map<String, Raw> means = new LinkedHashMap<>();
        fleet.forEach((driver, gradients) -> {
            DoubleSummaryStatistics deviations = gradients.stream()
                    .filter(gradient -> gradient.kind() == kind && rules.counts(gradient))
                    .mapToDouble(Gradient::sdSpeedKmh)
                    .summaryStatistics();
            int count = Math.toIntExact(deviations.getCount());
            means.put(driver, count == 0 ? Raw.NONE : new Raw(count, deviations.getAverage()));
        });
        return means;
    }

    private static Map<String, Raw> scaled(Map<String, Raw> means) {
        DoubleSummaryStatistics all = means.values().stream()
                .filter(mean -> mean.moves() > 0)
                .mapToDouble(Raw::value)
                .summaryStatistics();
        double range = all.getMax() - all.getMin();
        Map<String, Raw> scaled = new LinkedHashMap<>();
        means.forEach((driver, mean) ->
                scaled.put(driver, new Raw(mean.moves(), range == 0 ? 0 : (mean.value() - all.getMin()) / range)));
        return scaled;
    }
}
