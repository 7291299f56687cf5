package org.optimizer.load;

import java.time.Instant;
import java.util.Optional;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.RuleChange;
import org.optimizer.model.Stored;

/** Writes changes of the rules, and what is in force. */
public class RuleChangeSink {
    private final ProducerTemplate camel;

    public RuleChangeSink(ProducerTemplate camel) {
        this.camel = camel;
    }

    public void add(RuleChange change) {
        Call.route(
                camel,
                "add-rule-change",
                Stored.row(
                        "id", change.id(),
                        "origin", change.origin(),
                        "state", change.state(),
                        "base", change.base(),
                        "version", change.version(),
                        "why", change.why(),
                        "author", change.author(),
                        "at", change.proposedAt()));
    }

    /**
     * Moves a change on, if it is where the caller thinks: of two who decide at once one is told.
     *
     * @param by empty where no person decided
     * @return whether it was
     */
    public boolean move(RuleChange change, RuleChange.State to, Optional<String> by, String reason, Instant at) {
        return Call.route(
                        camel,
                        "move-rule-change",
                        Stored.row(
                                "id", change.id(),
                                "from", change.state(),
                                "to", to,
                                "fromWeek", change.fromWeek(),
                                "by", by,
                                "reason", reason,
                                "at", at))
                == 1;
    }

    /** Puts a version into force. @param changeId null for the very first one */
    public void activate(String version, IsoWeek fromWeek, String changeId, String why, String by, Instant at) {
        Call.route(
                camel,
                "activate-rules",
                Stored.row(
                        "version",
                        version,
                        "fromWeek",
                        fromWeek,
                        "changeId",
                        changeId,
                        "why",
                        why,
                        "by",
                        by,
                        "at",
                        at));
    }

    /** Takes a change's version back out of force. */
    public void revoke(String changeId, Instant at) {
        Call.route(camel, "revoke-rules", Stored.row("changeId", changeId, "at", at));
    }
}
