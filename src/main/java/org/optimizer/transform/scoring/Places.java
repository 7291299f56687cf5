package org.optimizer.transform.scoring;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Counts places 1, 2, 2, 4: equals share the better one. */
public final class Places {
    private Places() {}

    /** @param comparator best first, 0 for equals */
    public static <T> Map<String, Integer> of(List<T> all, Comparator<T> comparator, Function<T, String> key) {
        List<T> ordered = all.stream().sorted(comparator).toList();
        Map<String, Integer> places = new HashMap<>();
        int place = 0;
        for (int index = 0; index < ordered.size(); index++) {
            boolean shared = index > 0 && comparator.compare(ordered.get(index - 1), ordered.get(index)) == 0;
            place = shared ? place : index + 1;
            places.put(key.apply(ordered.get(index)), place);
        }
        return places;
    }
}
