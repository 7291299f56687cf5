package org.optimizer.extract;

import java.util.List;
import java.util.Optional;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.RuleActivation;
import org.optimizer.model.RuleChange;

/** Reads changes of the rules and what is in force. */
public class RuleChanges {
    private final ProducerTemplate camel;

    public RuleChanges(ProducerTemplate camel) {
        this.camel = camel;
    }

    /** All of them, newest first. */
    public List<RuleChange> list() {
        return Query.rows(camel, "list-rule-changes").stream()
                .map(RuleChanges::change)
                .toList();
    }

    /** @throws IllegalArgumentException when there is no such change */
    public RuleChange get(String id) {
        return list().stream()
                .filter(change -> change.id().equals(id))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("change of the rules \"" + id + "\": there is no such change"));
    }

    private static RuleChange change(Row row) {
        return new RuleChange(
                row.text("change_id"),
                row.word("origin", RuleChange.Origin.class),
                row.word("state", RuleChange.State.class),
                row.text("base_version"),
                row.text("version"),
                row.text("why"),
                row.text("author"),
                row.instant("proposed_at"),
                row.optionalText("from_week").map(IsoWeek::parse),
                row.optionalText("decided_by"),
                row.optionalInstant("decided_at"),
                row.optionalText("reason"));
    }

    /** What was, is and will be in force, newest first. */
    public List<RuleActivation> activations() {
        return Query.rows(camel, "list-rule-activations").stream()
                .map(RuleChanges::activation)
                .toList();
    }

    /** The version in force in a week; empty before the very first one is. */
    public Optional<String> inForce(IsoWeek week) {
        return Query.rows(camel, "find-rules-in-force", "week", week.toString()).stream()
                .map(row -> row.text("version"))
                .findFirst();
    }

    private static RuleActivation activation(Row row) {
        return new RuleActivation(
                row.bigNumber("activation_id"),
                row.text("version"),
                row.week("from_week"),
                row.instant("activated_at"),
                row.text("activated_by"),
                row.optionalText("change_id"),
                row.text("why"),
                row.optionalInstant("revoked_at"));
    }
}
