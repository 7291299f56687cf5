package org.optimizer.extract;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.ScoreMove;
import org.optimizer.model.ShadowWeek;
import org.optimizer.model.VehicleClass;

/** Reads what changes of the rules on trial made of weeks; for rule authors and approvers only. */
public class ShadowResults {
    private final ProducerTemplate camel;

    public ShadowResults(ProducerTemplate camel) {
        this.camel = camel;
    }

    /** A contest's week. */
    private record Key(String contestId, IsoWeek week) {
        static Key of(Row row) {
            return new Key(row.text("contest_id"), row.week("iso_week"));
        }
    }

    /** By contest, newest week first. */
    public List<ShadowWeek> list(String changeId) {
        Map<Key, List<ScoreMove>> moves = Query.rows(camel, "list-shadow-scores", "changeId", changeId).stream()
                .collect(Collectors.groupingBy(Key::of, Collectors.mapping(ShadowResults::move, Collectors.toList())));
        return Query.rows(camel, "list-shadow-weeks", "changeId", changeId).stream()
                .map(row -> new ShadowWeek(
                        changeId,
                        row.text("contest_id"),
                        row.week("iso_week"),
                        row.instant("scored_at"),
                        row.optionalText("problem"),
                        moves.getOrDefault(Key.of(row), List.of())))
                .toList();
    }

    private static ScoreMove move(Row row) {
        return new ScoreMove(
                row.text("driver_id"),
                row.word("league", VehicleClass.class),
                row.optionalDecimal("score_real"),
                row.optionalDecimal("score"),
                row.optionalNumber("place_real"),
                row.optionalNumber("place"),
                row.number("gained"),
                row.number("lost"),
                row.number("harder"),
                row.number("milder"));
    }

    /** Ids of the changes that a week was scored with on trial. */
    public List<String> trialsOf(String contestId, IsoWeek week) {
        return Query.rows(camel, "list-trials-of-week", "contestId", contestId, "week", week).stream()
                .map(row -> row.text("change_id"))
                .toList();
    }
}
