package org.optimizer.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.optimizer.model.DraftChange;
import org.optimizer.model.DraftChange.Kind;
import org.optimizer.process.Calibration.View;

/**
 * A proposed change of the rules and what it would change, worded for the page.
 *
 * @param tables changed cells by file; @param cases the same for the worked cases
 */
record DraftPage(
        String id,
        String contestId,
        String contest,
        String title,
        String by,
        String weeksNamed,
        String why,
        String base,
        String version,
        boolean outdated,
        EffectView effect,
        List<FileChanges> tables,
        List<FileChanges> cases,
        List<Left> left) {

    record FileChanges(String file, List<Change> changes) {}

    record Change(String row, String column, String before, String after, String basis) {}

    record Left(String what, String why) {}

    static DraftPage of(View view, Words say) {
        return new DraftPage(
                view.draft().id(),
                view.contest().id(),
                view.contest().name(),
                say.moment(view.draft().createdAt(), view.site().zone()),
                view.draft().createdBy(),
                CalibrationPage.weeks(view.draft(), say),
                view.draft().why(),
                say.shortVersion(view.draft().base()),
                say.shortVersion(view.draft().version()),
                view.outdated(),
                EffectView.of(view.contest().id(), view.effect(), view.drivers(), say),
                changes(view, Kind.TABLE, say),
                changes(view, Kind.CASE, say),
                left(view, say));
    }

    private static List<FileChanges> changes(View view, Kind kind, Words say) {
        Map<String, List<Change>> files = view.changes().stream()
                .filter(change -> change.kind() == kind)
                .collect(Collectors.groupingBy(
                        DraftChange::subject,
                        TreeMap::new,
                        Collectors.mapping(change -> change(change, say), Collectors.toList())));
        return files.entrySet().stream()
                .map(file -> new FileChanges(file.getKey(), file.getValue()))
                .toList();
    }

    private static Change change(DraftChange change, Words say) {
        return new Change(
                change.line(),
                say.textOr("draft.column." + change.column(), change.column()),
                say.figure(change.before()),
                say.figure(change.after()),
                say.text("draft.basis." + change.basis(), change.count()));
    }

    private static List<Left> left(View view, Words say) {
        return view.changes().stream()
                .filter(change -> change.kind() == Kind.LEFT)
                .map(change -> left(change, say))
                .toList();
    }

    private static Left left(DraftChange change, Words say) {
        String league = say.text("class." + change.subject().toLowerCase(Locale.ROOT));
        return new Left(
                change.line().isEmpty() ? league : league + " – " + say.text(change.line()),
                say.text("draft.left." + change.basis(), change.count(), change.needed()));
    }
}
