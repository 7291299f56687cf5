package org.optimizer.rules;

import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Counts which rows of which tables answered, for the living sheet and the backtest. It counts on the calling thread only, so that
 * nobody else pays for it.
 */
public final class Tally {
    private static final ThreadLocal<SortedMap<String, Long>> RUNNING = new ThreadLocal<>();

    private Tally() {}

    /**
     * Runs work and counts meanwhile; what it asks on other threads is not counted.
     *
     * @param into {@code table: row} → how often it answered; added to
     */
    public static <T> T counting(SortedMap<String, Long> into, Supplier<T> work) {
        SortedMap<String, Long> outer = RUNNING.get();
        RUNNING.set(into);
        try {
            return work.get();
        } finally {
            RUNNING.set(outer);
        }
    }

    static void note(Question question) {
        if (RUNNING.get() != null && !question.rule().isEmpty()) {
            note(question.rule());
        }
    }

    /** For answers that are kept: the rows that gave them, each time they are used. */
    static void note(Set<String> rules) {
        if (RUNNING.get() != null) {
            rules.forEach(Tally::note);
        }
    }

    private static void note(String rule) {
        RUNNING.get().merge(rule, 1L, Long::sum);
    }

    /** An answer that is kept, with the rows that gave it. */
    record Kept<T>(T answer, Set<String> rules) {
        static <T> Kept<T> of(Supplier<T> question) {
            SortedMap<String, Long> rules = new TreeMap<>();
            T answer = counting(rules, question);
            return new Kept<>(answer, Set.copyOf(rules.keySet()));
        }

        T used() {
            note(rules);
            return answer;
        }
    }
}
