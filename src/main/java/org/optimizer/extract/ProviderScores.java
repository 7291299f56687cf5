package org.optimizer.extract;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.MarkKind;
import org.optimizer.model.ProviderMark;
import org.optimizer.model.ProviderScore;
import org.optimizer.model.Reason;
import org.optimizer.model.VehicleClass;

/** Reads what contests made of counts or marks of providers. */
public class ProviderScores {
    private final ProducerTemplate camel;

    public ProviderScores(ProducerTemplate camel) {
        this.camel = camel;
    }

    /** Those of a week, in the order in which they are shown. */
    public List<ProviderScore> list(String contestId, IsoWeek week) {
        return scores("list-provider-scores", "list-provider-marks", contestId, week);
    }

    /** Those of all weeks of the contest before one, as they stand; cancelled weeks count for nothing. */
    public List<ProviderScore> listEarlier(String contestId, IsoWeek week) {
        return scores("list-earlier-provider-scores", "list-earlier-provider-marks", contestId, week);
    }

    private List<ProviderScore> scores(String route, String marksRoute, String contestId, IsoWeek week) {
        Map<Key, List<ProviderMark>> marks =
                Query.rows(camel, marksRoute, "contestId", contestId, "week", week).stream()
                        .collect(groupingBy(Key::of, mapping(ProviderScores::mark, toList())));
        return Query.rows(camel, route, "contestId", contestId, "week", week).stream()
                .map(row -> score(row, marks.getOrDefault(Key.of(row), List.of())))
                .toList();
    }

    private record Key(String week, String driverId) {
        static Key of(Row row) {
            return new Key(row.text("iso_week"), row.text("driver_id"));
        }
    }

    private static ProviderScore score(Row row, List<ProviderMark> marks) {
        return new ProviderScore(
                row.text("driver_id"),
                row.week("iso_week"),
                row.word("league", VehicleClass.class),
                row.flag("excluded"),
                row.real("week_km"),
                row.real("km"),
                row.real("week_driving_h"),
                marks,
                row.optionalDecimal("week_global"),
                row.optionalDecimal("global_mark"),
                row.number("global_of"),
                row.optionalNumber("place"),
                row.number("ranked_of"),
                row.optionalText("reason_code")
                        .map(code -> new Reason(code, row.real("reason_found"), row.real("reason_expected"), "")));
    }

    private static ProviderMark mark(Row row) {
        return new ProviderMark(
                row.word("kind", MarkKind.class),
                row.real("week_events"),
                row.real("events"),
                row.real("rate"),
                row.real("percentile"),
                row.optionalDecimal("week_mark"),
                row.optionalDecimal("mark_of_10"));
    }
}
