package org.optimizer.load;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.Exclusion;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.ReviewChange;
import org.optimizer.model.ReviewNotice;
import org.optimizer.model.Stored;
import org.optimizer.model.Wording;

/** Writes what approvers decide. */
public class ReviewSink {
    private final ProducerTemplate camel;

    public ReviewSink(ProducerTemplate camel) {
        this.camel = camel;
    }

    /** Takes a driver out of a week; a second time replaces the reason. */
    public void exclude(String contestId, IsoWeek week, Exclusion exclusion) {
        Call.route(
                camel,
                "exclude-driver",
                Stored.row(
                        "contestId", contestId,
                        "week", week,
                        "driverId", exclusion.driverId(),
                        "reason", exclusion.reason(),
                        "by", exclusion.by(),
                        "at", exclusion.at()));
    }

    /** Takes an exclusion back. */
    public void include(String contestId, IsoWeek week, String driverId) {
        Call.route(camel, "include-driver", Stored.row("contestId", contestId, "week", week, "driverId", driverId));
    }

    /** Adds a line to the record of decisions; nothing there is ever changed. */
    public void recordDecision(
            String contestId, IsoWeek week, int revision, String decision, String reason, String by, Instant at) {
        Call.route(
                camel,
                "record-decision",
                Stored.row(
                        "contestId", contestId,
                        "week", week,
                        "revision", revision,
                        "decision", decision,
                        "reason", reason,
                        "by", by,
                        "at", at));
    }

    /** Keeps a wording in place of the one before. */
    public void reword(String contestId, IsoWeek week, Wording wording) {
        Call.route(
                camel,
                "save-wording",
                Stored.row(
                        "contestId", contestId,
                        "week", week,
                        "driverId", wording.driverId(),
                        "text", wording.text(),
                        "proposed", wording.proposed(),
                        "by", wording.by(),
                        "at", wording.at()));
    }

    /** Goes back to the proposed wording. */
    public void forgetWording(String contestId, IsoWeek week, String driverId) {
        Call.route(camel, "delete-wording", Stored.row("contestId", contestId, "week", week, "driverId", driverId));
    }

    /** Adds to the record of changes; nothing there is ever changed. */
    public void recordChanges(String contestId, IsoWeek week, List<ReviewChange> changes) {
        if (!changes.isEmpty()) {
            Call.route(
                    camel,
                    "add-review-changes",
                    changes.stream().map(change -> row(contestId, week, change)).toList());
        }
    }

    private static Map<String, Object> row(String contestId, IsoWeek week, ReviewChange change) {
        return Stored.row(
                "act", change.act(),
                "contestId", contestId,
                "week", week,
                "revision", change.revision(),
                "driverId", change.driverId(),
                "kind", change.kind(),
                "before", change.before(),
                "after", change.after(),
                "reason", change.reason(),
                "by", change.by(),
                "at", change.at(),
                "undoes", change.undoes());
    }

    /** @param driverId empty for the week as a whole */
    public void noteLook(String contestId, IsoWeek week, String driverId, String by, Instant at) {
        Call.route(
                camel,
                "note-review-look",
                Stored.row("contestId", contestId, "week", week, "driverId", driverId, "by", by, "at", at));
    }

    /** @return false when it was noted of this task before */
    public boolean noteNotice(String contestId, IsoWeek week, String taskId, ReviewNotice notice) {
        return Call.route(
                        camel,
                        "note-review-notice",
                        Stored.row(
                                "contestId", contestId,
                                "week", week,
                                "taskId", taskId,
                                "kind", notice.kind(),
                                "at", notice.at()))
                == 1;
    }
}
