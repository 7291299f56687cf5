package org.optimizer.load;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.Backtest;
import org.optimizer.model.BacktestKpi;
import org.optimizer.model.BacktestMove;
import org.optimizer.model.ScoreMove;
import org.optimizer.model.Stored;

/** Keeps what changes of the rules would have done. */
public class BacktestSink {
    private final ProducerTemplate camel;

    public BacktestSink(ProducerTemplate camel) {
        this.camel = camel;
    }

    /** Begins, or begins anew: what an earlier run of it left is forgotten. */
    public void begin(String changeId, int weeksTotal, Instant at) {
        Call.route(
                camel,
                "begin-backtest",
                Stored.row("changeId", changeId, "state", Backtest.State.RUNNING, "weeksTotal", weeksTotal, "at", at));
    }

    /** Adds a week of a contest. @param moves in the order of the ranking under the change */
    public void addWeek(String changeId, List<BacktestMove> moves) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (BacktestMove move : moves) {
            rows.add(row(changeId, rows.size(), move));
        }
        Call.route(camel, "add-backtest-week", Stored.row("changeId", changeId), Map.of("moves", rows));
    }

    /** Adds what vehicles would have done. */
    public void addKpis(String changeId, List<BacktestKpi> figures) {
        List<Map<String, Object>> rows = figures.stream()
                .map(each -> Stored.row(
                        "changeId", changeId,
                        "siteId", each.siteId(),
                        "week", each.week(),
                        "figure", each.figure(),
                        "before", each.before(),
                        "after", each.after()))
                .toList();
        Call.route(camel, "add-backtest-kpis", Stored.row("changeId", changeId), Map.of("figures", rows));
    }

    private static Map<String, Object> row(String changeId, int ordinal, BacktestMove of) {
        ScoreMove move = of.move();
        return Stored.row(
                "changeId", changeId,
                "contestId", of.contestId(),
                "week", of.week(),
                "driverId", move.driverId(),
                "ordinal", ordinal,
                "league", move.league(),
                "scoreBefore", move.scoreBefore(),
                "scoreAfter", move.scoreAfter(),
                "placeBefore", move.rankBefore(),
                "placeAfter", move.rankAfter(),
                "gained", move.gained(),
                "lost", move.lost(),
                "harder", move.harder(),
                "milder", move.milder(),
                "smsBefore", of.smsBefore(),
                "smsAfter", of.smsAfter());
    }

    /** @param fired {@code table: row} → how often it answered */
    public void end(String changeId, Backtest.State state, SortedMap<String, Long> fired, Instant at) {
        List<Map<String, Object>> rows = fired.entrySet().stream()
                .map(row -> Stored.row("changeId", changeId, "rule", row.getKey(), "fired", row.getValue()))
                .toList();
        Call.route(
                camel,
                "end-backtest",
                Stored.row("changeId", changeId, "state", state, "at", at),
                Map.of("rows", rows));
    }
}
