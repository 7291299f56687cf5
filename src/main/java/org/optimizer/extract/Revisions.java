package org.optimizer.extract;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.RevisedScore;
import org.optimizer.model.ScoredDay;
import org.optimizer.model.VehicleClass;
import org.optimizer.model.WeekRevision;

/** Reads what weeks were scored from, and scorings that stand beside their results. */
public class Revisions {
    private final ProducerTemplate camel;

    public Revisions(ProducerTemplate camel) {
        this.camel = camel;
    }

    /** What the newest scoring of a week was made of, be it the results or a revision beside them. */
    public List<ScoredDay> listScoredDays(String contestId, IsoWeek week) {
        return Query.rows(camel, "list-scored-days", "contestId", contestId, "week", week).stream()
                .map(Revisions::scoredDay)
                .toList();
    }

    static ScoredDay scoredDay(Row row) {
        LocalDate day = row.day("site_day");
        String hash = row.optionalText("facts_hash").orElse("");
        return new ScoredDay(row.text("vehicle_id"), day, row.text("driver_id"), hash, row.real("distance_km"));
    }

    /** Oldest first. */
    public List<WeekRevision> list(String contestId, IsoWeek week) {
        Map<Integer, List<RevisedScore>> scores =
                Query.rows(camel, "list-revised-scores", "contestId", contestId, "week", week).stream()
                        .collect(groupingBy(
                                row -> row.number("revision_number"), mapping(Revisions::revisedScore, toList())));
        return Query.rows(camel, "list-week-revisions", "contestId", contestId, "week", week).stream()
                .map(row -> new WeekRevision(
                        row.number("revision_number"),
                        row.instant("revised_at"),
                        row.text("revised_by"),
                        row.text("reason"),
                        row.text("rulebook"),
                        scores.getOrDefault(row.number("revision_number"), List.of())))
                .toList();
    }

    private static RevisedScore revisedScore(Row row) {
        return new RevisedScore(
                row.text("driver_id"),
                row.word("league", VehicleClass.class),
                row.real("km_before"),
                row.real("km_after"),
                row.optionalDecimal("score_before"),
                row.optionalDecimal("score_after"),
                row.optionalNumber("place_before"),
                row.optionalNumber("place_after"));
    }
}
