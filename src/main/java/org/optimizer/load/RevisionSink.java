package org.optimizer.load;

import java.util.List;
import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.RevisedScore;
import org.optimizer.model.Stored;
import org.optimizer.model.WeekRevision;

/** Writes scorings that stand beside the results of a week. Nothing here is ever changed. */
public class RevisionSink {
    private final ProducerTemplate camel;

    public RevisionSink(ProducerTemplate camel) {
        this.camel = camel;
    }

    public void add(String contestId, IsoWeek week, WeekRevision revision) {
        List<Map<String, Object>> scores = revision.scores().stream()
                .map(score -> row(contestId, week, revision.number(), score))
                .toList();
        Call.route(
                camel,
                "add-week-revision",
                Stored.row(
                        "contestId", contestId,
                        "week", week,
                        "number", revision.number(),
                        "at", revision.at(),
                        "by", revision.by(),
                        "reason", revision.reason(),
                        "rulebook", revision.rulebook()),
                Map.of("scores", scores));
    }

    private static Map<String, Object> row(String contestId, IsoWeek week, int number, RevisedScore score) {
        return Stored.row(
                "contestId", contestId,
                "week", week,
                "number", number,
                "driverId", score.driverId(),
                "league", score.league(),
                "kmBefore", score.kmBefore(),
                "kmAfter", score.kmAfter(),
                "scoreBefore", score.scoreBefore(),
                "scoreAfter", score.scoreAfter(),
                "placeBefore", score.rankBefore(),
                "placeAfter", score.rankAfter());
    }
}
