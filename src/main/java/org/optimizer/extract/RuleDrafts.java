package org.optimizer.extract;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.DraftChange;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.RuleDraft;

/** Reads proposed changes of the rules. */
public class RuleDrafts {
    private final ProducerTemplate camel;

    public RuleDrafts(ProducerTemplate camel) {
        this.camel = camel;
    }

    /** Those made for a contest, newest first. */
    public List<RuleDraft> list(String contestId) {
        return Query.rows(camel, "list-rule-drafts", "contestId", contestId).stream()
                .map(RuleDrafts::draft)
                .toList();
    }

    public Optional<RuleDraft> find(String id) {
        return Query.rows(camel, "find-rule-draft", "id", id).stream()
                .map(RuleDrafts::draft)
                .findFirst();
    }

    private static RuleDraft draft(Row row) {
        return new RuleDraft(
                row.text("draft_id"),
                row.text("contest_id"),
                row.instant("created_at"),
                row.text("created_by"),
                Stream.of(row.text("weeks").split(" ")).map(IsoWeek::parse).toList(),
                row.text("base_version"),
                row.text("draft_version"),
                row.text("why"));
    }

    /** File name → content of the whole set of rules; empty when there is no such draft. */
    public SortedMap<String, String> files(String id) {
        SortedMap<String, String> files = new TreeMap<>();
        Query.rows(camel, "list-rule-draft-files", "id", id)
                .forEach(row -> files.put(row.text("file_name"), row.text("content")));
        return files;
    }

    /** In the order in which they were written. */
    public List<DraftChange> changes(String id) {
        return Query.rows(camel, "list-rule-draft-changes", "id", id).stream()
                .map(row -> new DraftChange(
                        row.word("kind", DraftChange.Kind.class),
                        row.text("subject"),
                        row.text("line_id"),
                        row.text("column_name"),
                        row.text("old_cell"),
                        row.text("new_cell"),
                        row.text("basis"),
                        row.number("data_count"),
                        row.number("data_needed")))
                .toList();
    }
}
