package org.optimizer.web;

import java.util.List;
import org.optimizer.model.SanityFinding;
import org.optimizer.process.SanityDesk.History;
import org.optimizer.process.SanityWords;

/** What the checks found of one vehicle or driver over time, worded for the page. */
record SanityHistoryPage(String site, String back, String name, List<SanityView.Line> entries, List<Past> past) {

    record Past(String at, String days, String kind, String severity, String look, String found, boolean fresh) {}

    static SanityHistoryPage of(History history, Words say, SanityWords words, java.time.LocalDate today) {
        SanityView view = new SanityView(say, words, history.site().zone(), today, history.names());
        List<SanityView.Line> entries =
                history.entries().stream().map(view::line).toList();
        return new SanityHistoryPage(
                history.site().name(),
                SanityPage.path(history.site().id()),
                entries.stream().map(SanityView.Line::name).findFirst().orElse(history.subjectId()),
                entries,
                history.past().stream()
                        .map(past -> {
                            SanityFinding finding = past.seen().finding();
                            return new Past(
                                    say.hour(past.checkedAt(), history.site().zone()),
                                    say.day(past.first()) + " – " + say.day(past.last()),
                                    view.kind(finding),
                                    view.severity(finding),
                                    SanityView.look(finding),
                                    view.found(finding),
                                    past.seen().fresh());
                        })
                        .toList());
    }
}
