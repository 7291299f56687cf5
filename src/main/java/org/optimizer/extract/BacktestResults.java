package org.optimizer.extract;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.Backtest;
import org.optimizer.model.BacktestKpi;
import org.optimizer.model.BacktestMove;
import org.optimizer.model.KpiCount;
import org.optimizer.model.ScoreMove;
import org.optimizer.model.VehicleClass;

/** Reads what changes of the rules would have done. */
public class BacktestResults {
    private final ProducerTemplate camel;

    public BacktestResults(ProducerTemplate camel) {
        this.camel = camel;
    }

    public Optional<Backtest> find(String changeId) {
        return Query.rows(camel, "find-backtest", "changeId", changeId).stream()
                .map(row -> new Backtest(
                        changeId,
                        row.word("state", Backtest.State.class),
                        row.number("weeks_done"),
                        row.number("weeks_total"),
                        row.instant("started_at"),
                        row.optionalInstant("ended_at")))
                .findFirst();
    }

    /** By contest, newest week first, in the order of the ranking under the change. */
    public List<BacktestMove> moves(String changeId) {
        return Query.rows(camel, "list-backtest-moves", "changeId", changeId).stream()
                .map(BacktestResults::move)
                .toList();
    }

    private static BacktestMove move(Row row) {
        return new BacktestMove(
                row.text("contest_id"),
                row.week("iso_week"),
                new ScoreMove(
                        row.text("driver_id"),
                        row.word("league", VehicleClass.class),
                        row.optionalDecimal("score_before"),
                        row.optionalDecimal("score_after"),
                        row.optionalNumber("place_before"),
                        row.optionalNumber("place_after"),
                        row.number("gained"),
                        row.number("lost"),
                        row.number("harder"),
                        row.number("milder")),
                row.optionalText("sms_before"),
                row.optionalText("sms_after"));
    }

    /** By site, newest week first; empty where the change leaves the rules of vehicles' activity alone. */
    public List<BacktestKpi> kpis(String changeId) {
        return Query.rows(camel, "list-backtest-kpis", "changeId", changeId).stream()
                .map(row -> new BacktestKpi(
                        row.text("site_id"),
                        row.week("iso_week"),
                        row.word("figure", KpiCount.class),
                        row.real("value_before"),
                        row.real("value_after")))
                .toList();
    }

    /** {@code table: row} → how often it answered. */
    public SortedMap<String, Long> fired(String changeId) {
        SortedMap<String, Long> fired = new TreeMap<>();
        Query.rows(camel, "list-backtest-rows", "changeId", changeId)
                .forEach(row -> fired.put(row.text("rule_name"), row.bigNumber("fired")));
        return fired;
    }
}
