package org.optimizer.extract;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.MarkKind;
import org.optimizer.model.Reason;
import org.optimizer.model.RelativeMark;
import org.optimizer.model.RelativeScore;
import org.optimizer.model.VehicleClass;

/** Reads the results of the relative method, and what it asks of recordings besides their facts. */
public class RelativeScores {
    private final ProducerTemplate camel;

    public RelativeScores(ProducerTemplate camel) {
        this.camel = camel;
    }

    /** Those of a week, in the order in which they are shown. */
    public List<RelativeScore> list(String contestId, IsoWeek week) {
        return scores("list-relative-scores", "list-relative-marks", contestId, week);
    }

    /** Those of all weeks of the contest before one, as they stand; cancelled weeks count for nothing. */
    public List<RelativeScore> listEarlier(String contestId, IsoWeek week) {
        return scores("list-earlier-relative-scores", "list-earlier-relative-marks", contestId, week);
    }

    private List<RelativeScore> scores(String route, String marksRoute, String contestId, IsoWeek week) {
        Map<Key, List<RelativeMark>> marks =
                Query.rows(camel, marksRoute, "contestId", contestId, "week", week).stream()
                        .collect(groupingBy(Key::of, mapping(RelativeScores::mark, toList())));
        return Query.rows(camel, route, "contestId", contestId, "week", week).stream()
                .map(row -> score(row, marks.getOrDefault(Key.of(row), List.of())))
                .toList();
    }

    private record Key(String week, String driverId) {
        static Key of(Row row) {
            return new Key(row.text("iso_week"), row.text("driver_id"));
        }
    }

    private static RelativeScore score(Row row, List<RelativeMark> marks) {
        return new RelativeScore(
                row.text("driver_id"),
                row.week("iso_week"),
                row.word("league", VehicleClass.class),
                row.flag("excluded"),
                marks,
                row.optionalDecimal("global_of_30"),
                row.optionalNumber("place"),
                row.number("ranked_of"));
    }

    private static RelativeMark mark(Row row) {
        return new RelativeMark(
                row.word("kind", MarkKind.class),
                row.number("moves"),
                row.real("raw_score"),
                row.number("moves_to_date"),
                row.real("raw_to_date"),
                row.optionalNumber("mark_of_10"),
                reason(row));
    }

    private static Optional<Reason> reason(Row row) {
        return row.optionalText("reason_code")
                .map(code -> new Reason(code, row.real("reason_found"), row.real("reason_expected"), ""));
    }

    /**
     * Which share of their kilometres drivers recorded once a second, 0 to 1; none for who drove no kilometre.
     *
     * @param everySecondS median interval of a trip up to which it counts as recorded once a second
     */
    public Map<String, Double> secondShares(
            List<String> vehicleIds, LocalDate from, LocalDate to, double everySecondS) {
        if (vehicleIds.isEmpty()) {
            return Map.of();
        }
        return Query.rows(
                        camel,
                        "list-second-shares",
                        "vehicleIds",
                        vehicleIds,
                        "fromDay",
                        from,
                        "toDay",
                        to,
                        "everySecondS",
                        everySecondS)
                .stream()
                .collect(toMap(row -> row.text("driver_id"), row -> row.real("second_share")));
    }
}
