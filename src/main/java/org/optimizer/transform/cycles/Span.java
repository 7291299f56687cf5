package org.optimizer.transform.cycles;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A stretch of time. */
record Span(long fromMs, long toMs) {
    long lengthMs() {
        return toMs - fromMs;
    }

    boolean overlaps(Span other) {
        return fromMs < other.toMs && other.fromMs < toMs;
    }

    /** What lies between the first and the last of some spans and in none of them, in order of time. */
    static Stream<Span> between(List<Span> spans) {
        List<Span> holes = new ArrayList<>();
        List<Span> inOrder =
                spans.stream().sorted(Comparator.comparingLong(Span::fromMs)).toList();
        long untilMs = inOrder.isEmpty() ? 0 : inOrder.get(0).toMs();
        for (Span span : inOrder) {
            if (span.fromMs() > untilMs) {
                holes.add(new Span(untilMs, span.fromMs()));
            }
            untilMs = Math.max(untilMs, span.toMs());
        }
        return holes.stream();
    }

    /** What of this stretch is in none of some spans, in order of time. */
    Stream<Span> without(List<Span> spans) {
        List<Span> inside = new ArrayList<>();
        inside.add(new Span(fromMs, fromMs));
        inside.add(new Span(toMs, toMs));
        spans.stream()
                .filter(this::overlaps)
                .map(span -> new Span(Math.max(fromMs, span.fromMs()), Math.min(toMs, span.toMs())))
                .forEach(inside::add);
        return between(inside);
    }
}
