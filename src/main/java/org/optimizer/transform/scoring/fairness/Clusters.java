package org.optimizer.transform.scoring.fairness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.optimizer.model.AuditPoint;

/** The points of each driver: his weeks resemble each other, so that drivers, not weeks, are the independent draws. */
record Clusters(List<List<AuditPoint>> ofDriver) {

    /** In the order of drivers and weeks, whatever the order of the points. */
    static Clusters of(Collection<AuditPoint> points) {
        Map<String, List<AuditPoint>> byDriver = points.stream()
                .collect(Collectors.groupingBy(point -> point.device().driverId(), TreeMap::new, Collectors.toList()));
        List<List<AuditPoint>> ordered = new ArrayList<>();
        byDriver.values()
                .forEach(weeks -> ordered.add(weeks.stream()
                        .sorted((one, other) ->
                                one.device().week().compareTo(other.device().week()))
                        .toList()));
        return new Clusters(ordered);
    }

    int drivers() {
        return ofDriver.size();
    }

    List<AuditPoint> points() {
        return ofDriver.stream().flatMap(List::stream).toList();
    }

    /** As how many drivers with equally many weeks these count: (Σm)²/Σm² (L. Kish, Survey Sampling, 1965). */
    double equalDrivers() {
        return ofDriver.isEmpty() ? 0 : size() / typicalWeeks();
    }

    /**
     * As how many independent pairs the points count for a link of two figures: N/(1 + (m − 1)·ρx·ρy), ρ being how alike the
     * weeks of a driver are (A. J. Scott and D. Holt, JASA 77, 1982, 848–854). Where each driver is always the same in both,
     * that is the number of drivers.
     *
     * @param x in the order of {@link #points()}
     */
    double independent(double[] x, double[] y) {
        return size() / (1 + (typicalWeeks() - 1) * alike(x) * alike(y));
    }

    private int size() {
        return ofDriver.stream().mapToInt(List::size).sum();
    }

    /** Weeks of the driver to whom a typical week belongs: Σm²/Σm. */
    private double typicalWeeks() {
        double squares = ofDriver.stream()
                .mapToDouble(weeks -> (double) weeks.size() * weeks.size())
                .sum();
        return squares / size();
    }

    /** Intraclass correlation of one-way analysis of variance, 0 to 1; 1 where no driver has a second week. */
    private double alike(double[] values) {
        double all = Arrays.stream(values).average().orElse(0);
        double between = 0;
        double within = 0;
        double squares = 0;
        int from = 0;
        for (List<AuditPoint> weeks : ofDriver) {
            double[] own = Arrays.copyOfRange(values, from, from + weeks.size());
            double mean = Arrays.stream(own).average().orElse(0);
            between += own.length * (mean - all) * (mean - all);
            within += Arrays.stream(own)
                    .map(value -> (value - mean) * (value - mean))
                    .sum();
            squares += (double) own.length * own.length;
            from += own.length;
        }
        int spare = values.length - drivers();
        if (spare == 0) {
            return 1;
        }
        double meanBetween = between / (drivers() - 1);
        double meanWithin = within / spare;
        double size = (values.length - squares / values.length) / (drivers() - 1);
        double share = (meanBetween - meanWithin) / (meanBetween + (size - 1) * meanWithin);
        return Double.isNaN(share) ? 1 : Math.max(0, Math.min(1, share));
    }
}
