package org.optimizer.web;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.optimizer.model.AuditPoint;

/** The points that have a word in common. */
record Group(String word, List<AuditPoint> points) {

    /** Highest mean of the ranked first, those without any last. */
    static List<Group> of(List<AuditPoint> points, Function<AuditPoint, String> word) {
        return points.stream()
                .collect(Collectors.groupingBy(word, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(entry -> new Group(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingDouble((Group group) -> group.mean().orElse(Double.NEGATIVE_INFINITY))
                        .reversed())
                .toList();
    }

    OptionalDouble mean() {
        return points.stream()
                .filter(AuditPoint::ranked)
                .mapToDouble(AuditPoint::lead)
                .average();
    }
}
