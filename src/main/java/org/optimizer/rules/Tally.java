package org.optimizer.rules;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.optimizer.model.Rulebook;

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

    /** The same rules, which count whatever they are asked, on any thread. @param into as above, safe for several threads */
    public static Rulebook counted(Rulebook rules, SortedMap<String, Long> into) {
        return (Rulebook) Proxy.newProxyInstance(
                Tally.class.getClassLoader(),
                new Class<?>[] {Rulebook.class},
                (proxy, question, given) -> counting(into, () -> answer(rules, question, given)));
    }

    private static Object answer(Rulebook rules, Method question, Object[] given) {
        try {
            return question.invoke(rules, given);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("rules: " + question.getName() + " failed", thrown.getCause());
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException("a Rulebook's methods are public", impossible);
        }
    }

    static void noteAll(List<? extends Question> questions) {
        SortedMap<String, Long> into = RUNNING.get();
        if (into != null) {
            for (Question question : questions) {
                if (!question.rule().isEmpty()) {
                    into.merge(question.rule(), 1L, Long::sum);
                }
            }
        }
    }

    /** For answers that are kept: the rows that gave them, each time they are used. */
    static void note(Set<String> rules) {
        SortedMap<String, Long> into = RUNNING.get();
        if (into != null) {
            rules.forEach(rule -> into.merge(rule, 1L, Long::sum));
        }
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
