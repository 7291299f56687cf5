package org.optimizer.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.ScoreMove;
import org.optimizer.model.ShadowWeek;
import org.optimizer.model.Stored;

/** Keeps what changes of the rules on trial make of weeks. */
public class ShadowSink {
    private final ProducerTemplate camel;

    public ShadowSink(ProducerTemplate camel) {
        this.camel = camel;
    }

    /** Writes a week in place of what was scored of it before. */
    public void replace(ShadowWeek week) {
        List<Map<String, Object>> rows = new ArrayList<>();
        week.moves().forEach(move -> rows.add(row(week, rows.size(), move)));
        Call.route(
                camel,
                "replace-shadow-week",
                Stored.row(
                        "changeId", week.changeId(),
                        "contestId", week.contestId(),
                        "week", week.week(),
                        "at", week.scoredAt(),
                        "problem", week.problem()),
                Map.of("moves", rows));
    }

    private static Map<String, Object> row(ShadowWeek week, int ordinal, ScoreMove move) {
        return Stored.row(
                "changeId", week.changeId(),
                "contestId", week.contestId(),
                "week", week.week(),
                "driverId", move.driverId(),
                "ordinal", ordinal,
                "league", move.league(),
                "score", move.scoreAfter(),
                "place", move.rankAfter(),
                "scoreReal", move.scoreBefore(),
                "placeReal", move.rankBefore(),
                "gained", move.gained(),
                "lost", move.lost(),
                "harder", move.harder(),
                "milder", move.milder());
    }
}
