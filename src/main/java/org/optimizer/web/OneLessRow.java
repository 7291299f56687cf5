package org.optimizer.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.optimizer.model.Explanation;
import org.optimizer.model.Explanation.OneLess;

/** What one event less of a sort would give. @param look the style of its severity */
record OneLessRow(String kind, String severity, String look, int count, String mark, String week) {

    /** What gives most first. */
    static List<OneLessRow> of(Explanation explanation, Words say) {
        return explanation.oneLess().stream()
                .sorted(Comparator.comparing(OneLess::weekPoints).reversed())
                .map(less -> row(less, say))
                .toList();
    }

    private static OneLessRow row(OneLess less, Words say) {
        return new OneLessRow(
                say.text("manoeuvre." + less.kind().code()),
                say.text("severity." + less.severity().code()),
                less.severity().name().toLowerCase(Locale.ROOT),
                less.count(),
                say.gain(less.markPoints()),
                say.gain(less.weekPoints()));
    }
}
