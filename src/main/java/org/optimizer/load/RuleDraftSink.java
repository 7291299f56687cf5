package org.optimizer.load;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.DraftChange;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.RuleDraft;
import org.optimizer.model.Stored;

/** Keeps proposed changes of the rules; nothing there is ever changed. */
public class RuleDraftSink {
    private final ProducerTemplate camel;

    public RuleDraftSink(ProducerTemplate camel) {
        this.camel = camel;
    }

    /** @param files the whole set of rules, by name */
    public void add(RuleDraft draft, Map<String, String> files, List<DraftChange> changes) {
        Call.route(
                camel,
                "add-rule-draft",
                row(draft),
                Map.of("files", files(draft.id(), files), "changes", changes(draft.id(), changes)));
    }

    private static Map<String, Object> row(RuleDraft draft) {
        return Stored.row(
                "id", draft.id(),
                "contestId", draft.contestId(),
                "at", draft.createdAt(),
                "by", draft.createdBy(),
                "weeks", draft.weeks().stream().map(IsoWeek::toString).collect(Collectors.joining(" ")),
                "base", draft.base(),
                "version", draft.version(),
                "why", draft.why());
    }

    private static List<Map<String, Object>> files(String id, Map<String, String> files) {
        return files.entrySet().stream()
                .map(file -> Stored.row("id", id, "name", file.getKey(), "content", file.getValue()))
                .toList();
    }

    private static List<Map<String, Object>> changes(String id, List<DraftChange> changes) {
        return IntStream.range(0, changes.size())
                .mapToObj(ordinal -> row(id, ordinal, changes.get(ordinal)))
                .toList();
    }

    private static Map<String, Object> row(String id, int ordinal, DraftChange change) {
        return Stored.row(
                "id", id,
                "ordinal", ordinal,
                "kind", change.kind(),
                "subject", change.subject(),
                "line", change.line(),
                "column", change.column(),
                "before", change.before(),
                "after", change.after(),
                "basis", change.basis(),
                "count", change.count(),
                "needed", change.needed());
    }
}
