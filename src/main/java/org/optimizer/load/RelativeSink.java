package org.optimizer.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.Reason;
import org.optimizer.model.RelativeMark;
import org.optimizer.model.RelativeScore;
import org.optimizer.model.Stored;

/** Writes the results of the relative method. */
public class RelativeSink {
    private final ProducerTemplate camel;

    public RelativeSink(ProducerTemplate camel) {
        this.camel = camel;
    }

    /** Writes all scores of the week in place of those before; their order is kept. */
    public void replace(String contestId, IsoWeek week, List<RelativeScore> scores) {
        Map<String, Object> key = Stored.row("contestId", contestId, "week", week);
        List<Map<String, Object>> rows = new ArrayList<>();
        List<Map<String, Object>> marks = new ArrayList<>();
        for (RelativeScore score : scores) {
            rows.add(with(key, row(score, rows.size())));
            for (RelativeMark mark : score.marks()) {
                marks.add(with(key, row(score.driverId(), mark)));
            }
        }
        Call.route(camel, "save-relative-scores", key, Map.of("scores", rows, "marks", marks));
    }

    private static Map<String, Object> with(Map<String, Object> key, Map<String, Object> columns) {
        Map<String, Object> row = new HashMap<>(columns);
        row.putAll(key);
        return row;
    }

    private static Map<String, Object> row(RelativeScore score, int ordinal) {
        return Stored.row(
                "driverId", score.driverId(),
                "ordinal", ordinal,
                "league", score.league(),
                "excluded", score.excluded(),
                "global", score.global(),
                "place", score.rank(),
                "rankedOf", score.rankedOf());
    }

    private static Map<String, Object> row(String driverId, RelativeMark mark) {
        return Stored.row(
                "driverId", driverId,
                "kind", mark.kind(),
                "ordinal", mark.kind().ordinal(),
                "moves", mark.moves(),
                "raw", mark.raw(),
                "movesToDate", mark.movesToDate(),
                "rawToDate", mark.rawToDate(),
                "mark", mark.mark(),
                "reasonCode", mark.whyNot().map(Reason::code),
                "reasonFound", mark.whyNot().map(Reason::found),
                "reasonExpected", mark.whyNot().map(Reason::expected));
    }
}
