package org.optimizer.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.ProviderMark;
import org.optimizer.model.ProviderScore;
import org.optimizer.model.Reason;
import org.optimizer.model.Stored;

/** Writes what a contest made of counts or marks of providers. */
public class ProviderScoreSink {
    private final ProducerTemplate camel;

    public ProviderScoreSink(ProducerTemplate camel) {
        this.camel = camel;
    }

    /** Writes all scores of the week in place of those before; their order is kept. */
    public void replace(String contestId, IsoWeek week, List<ProviderScore> scores) {
        Map<String, Object> key = Stored.row("contestId", contestId, "week", week);
        List<Map<String, Object>> rows = new ArrayList<>();
        List<Map<String, Object>> marks = new ArrayList<>();
        for (ProviderScore score : scores) {
            rows.add(with(key, row(score, rows.size())));
            score.marks().forEach(mark -> marks.add(with(key, row(score.driverId(), mark))));
        }
        Call.route(camel, "save-provider-scores", key, Map.of("scores", rows, "marks", marks));
    }

    private static Map<String, Object> with(Map<String, Object> key, Map<String, Object> columns) {
        Map<String, Object> row = new HashMap<>(columns);
        row.putAll(key);
        return row;
    }

    private static Map<String, Object> row(ProviderScore score, int ordinal) {
        return Stored.row(
                "driverId", score.driverId(),
                "ordinal", ordinal,
                "league", score.league(),
                "excluded", score.excluded(),
                "weekKm", score.weekKm(),
                "km", score.km(),
                "weekDrivingH", score.weekDrivingH(),
                "weekGlobal", score.weekGlobal(),
                "global", score.global(),
                "globalOf", score.globalOf(),
                "place", score.rank(),
                "rankedOf", score.rankedOf(),
                "reasonCode", score.whyNot().map(Reason::code),
                "reasonFound", score.whyNot().map(Reason::found),
                "reasonExpected", score.whyNot().map(Reason::expected));
    }

    private static Map<String, Object> row(String driverId, ProviderMark mark) {
        return Stored.row(
                "driverId", driverId,
                "kind", mark.kind(),
                "ordinal", mark.kind().ordinal(),
                "weekEvents", mark.weekEvents(),
                "events", mark.events(),
                "rate", mark.rate(),
                "percentile", mark.percentile(),
                "weekMark", mark.weekMark(),
                "mark", mark.mark());
    }
}
