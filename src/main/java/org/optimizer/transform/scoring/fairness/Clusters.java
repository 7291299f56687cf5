package org.optimizer.transform.scoring.fairness;

import java.util.ArrayList;
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
    double independent() {
        double sum = 0;
        double squares = 0;
        for (List<AuditPoint> weeks : ofDriver) {
            sum += weeks.size();
            squares += (double) weeks.size() * weeks.size();
        }
        return squares == 0 ? 0 : sum * sum / squares;
    }
}
