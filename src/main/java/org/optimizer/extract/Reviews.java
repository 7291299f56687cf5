package org.optimizer.extract;

import java.util.List;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.ReviewChange;
import org.optimizer.model.ReviewLook;
import org.optimizer.model.ReviewNotice;
import org.optimizer.model.ReviewVerdict;

/** Reads what people did with a week under review. */
public class Reviews {
    private final ProducerTemplate camel;

    public Reviews(ProducerTemplate camel) {
        this.camel = camel;
    }

    /** Newest first. */
    public List<ReviewChange> listChanges(String contestId, IsoWeek week) {
        return Query.rows(camel, "list-review-changes", "contestId", contestId, "week", week).stream()
                .map(row -> new ReviewChange(
                        row.text("act"),
                        row.number("revision"),
                        row.text("driver_id"),
                        row.word("kind", ReviewChange.Kind.class),
                        row.optionalText("value_before"),
                        row.optionalText("value_after"),
                        row.text("reason"),
                        row.text("changed_by"),
                        row.instant("changed_at"),
                        row.optionalText("undoes")))
                .toList();
    }

    /** Newest first. */
    public List<ReviewVerdict> listVerdicts(String contestId, IsoWeek week) {
        return verdicts(camel, contestId, week);
    }

    static List<ReviewVerdict> verdicts(ProducerTemplate camel, String contestId, IsoWeek week) {
        return Query.rows(camel, "list-review-verdicts", "contestId", contestId, "week", week).stream()
                .map(row -> new ReviewVerdict(
                        row.text("decision"),
                        row.number("revision"),
                        row.text("reason"),
                        row.text("decided_by"),
                        row.instant("decided_at")))
                .toList();
    }

    public List<ReviewLook> listLooks(String contestId, IsoWeek week) {
        return Query.rows(camel, "list-review-looks", "contestId", contestId, "week", week).stream()
                .map(row -> new ReviewLook(
                        row.text("driver_id"),
                        row.text("looked_by"),
                        row.instant("first_at"),
                        row.instant("last_at"),
                        row.number("looks")))
                .toList();
    }

    public List<ReviewNotice> listNotices(String contestId, IsoWeek week) {
        return Query.rows(camel, "list-review-notices", "contestId", contestId, "week", week).stream()
                .map(row -> new ReviewNotice(row.word("kind", ReviewNotice.Kind.class), row.instant("noted_at")))
                .toList();
    }
}
