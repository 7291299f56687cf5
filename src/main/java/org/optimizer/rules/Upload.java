package org.optimizer.rules;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What came of a file or of edits on a page.
 *
 * @param files the whole set, canonical, with the worked cases moved along; the base as it was when there are problems
 */
public record Upload(SortedMap<String, String> files, List<CellProblem> problems) {
    public Upload {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        problems = List.copyOf(problems);
    }

    static Upload of(Map<String, String> files) {
        return new Upload(new TreeMap<>(files), List.of());
    }

    static Upload refused(Map<String, String> base, List<CellProblem> problems) {
        return new Upload(new TreeMap<>(base), problems);
    }

    public boolean holds() {
        return problems.isEmpty();
    }
}
