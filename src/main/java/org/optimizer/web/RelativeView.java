package org.optimizer.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.optimizer.model.MarkKind;
import org.optimizer.model.Reason;
import org.optimizer.model.RelativeMark;
import org.optimizer.model.RelativeScore;
import org.optimizer.model.ScoringMethod;
import org.optimizer.model.VehicleClass;
import org.optimizer.process.ReviewDesk.Line;
import org.optimizer.process.ReviewDesk.Review;

/**
 * A week by the relative method, worded for the pages: beside the absolute one, or in its place.
 *
 * @param ranks whether the contest is ranked by it
 */
record RelativeView(boolean ranks, List<Row> rows) {

    /**
     * @param mark of 10, – where there is none
     * @param moves how many of this week, and in all
     * @param raw of the contest so far with its unit
     * @param because why there is no mark; empty when there is one
     * @param width 0 to 100
     */
    record Cell(String name, String label, String mark, String moves, String raw, String because, double width) {}

    /**
     * @param global of 30
     * @param absoluteRank place by the absolute method
     * @param absolute the absolute marks of 20, and the week
     */
    record Row(
            String driverId,
            String name,
            String link,
            List<Cell> marks,
            String global,
            double width,
            String rank,
            String rankedOf,
            String absoluteRank,
            List<WeekPage.MarkCell> absolute,
            String absoluteWeek) {}

    /** In the order of the method that does not rank the contest: by place, then name. */
    static RelativeView of(Review review, List<RelativeScore> scores, Words say) {
        Map<String, RelativeScore> byDriver =
                scores.stream().collect(Collectors.toMap(RelativeScore::driverId, Function.identity()));
        boolean ranks = review.contest().method() == ScoringMethod.RELATIVE;
        List<Row> rows = review.lines().stream()
                .filter(line -> byDriver.containsKey(line.driver().id()))
                .sorted(order(ranks, byDriver, say))
                .map(line -> row(review, line, byDriver.get(line.driver().id()), say))
                .toList();
        return new RelativeView(ranks, rows);
    }

    private static Comparator<Line> order(boolean ranks, Map<String, RelativeScore> scores, Words say) {
        Comparator<Line> byPlace = ranks
                ? Comparator.comparing(
                        line -> -line.score().score().map(Number::doubleValue).orElse(-1.0))
                : Comparator.comparing(
                        (Line line) -> scores.get(line.driver().id()).rank().orElse(Integer.MAX_VALUE));
        return Comparator.comparing((Line line) -> line.standing().league())
                .thenComparing(byPlace)
                .thenComparing(line -> line.driver().name(), say.alphabet());
    }

    private static Row row(Review review, Line line, RelativeScore score, Words say) {
        return new Row(
                score.driverId(),
                line.driver().name(),
                WeekPage.path(review.batch()) + "/drivers/" + score.driverId(),
                Stream.of(MarkKind.values()).map(kind -> cell(kind, score, say)).toList(),
                global(score, say),
                score.global().map(global -> global.doubleValue() / 30 * 100).orElse(0.0),
                score.rank().map(String::valueOf).orElse("–"),
                say.text("rank.ranked-of", score.rankedOf()),
                line.standing().rank().map(String::valueOf).orElse("–"),
                WeekPage.marks(line.score(), say),
                say.on20(line.score().score()));
    }

    /** 22,5 of 30 */
    static String global(RelativeScore score, Words say) {
        return score.global().map(global -> say.number(global.doubleValue(), 1)).orElse("–");
    }

    static Cell cell(MarkKind kind, RelativeScore score, Words say) {
        Optional<RelativeMark> mark = score.mark(kind);
        Optional<Integer> of10 = mark.flatMap(RelativeMark::mark);
        return new Cell(
                say.text("mark." + kind.code()),
                say.text("mark." + kind.code() + ".short"),
                of10.map(String::valueOf).orElse("–"),
                mark.map(one -> moves(one, score.league(), say)).orElse(""),
                mark.map(one -> raw(one, score.league(), say)).orElse("–"),
                because(mark, score, say),
                of10.map(value -> value * 10.0).orElse(0.0));
    }

    private static String moves(RelativeMark mark, VehicleClass league, Words say) {
        String kind = "relative.moves." + mark.kind().code();
        boolean offRoad = mark.kind() == MarkKind.SPEED_KEEPING && league == VehicleClass.DUMPER;
        return say.text(offRoad ? kind + ".dumper" : kind, mark.moves(), mark.movesToDate());
    }

    private static String raw(RelativeMark mark, VehicleClass league, Words say) {
        boolean inKmh = mark.kind() == MarkKind.SPEED_KEEPING && league != VehicleClass.DUMPER;
        if (Double.isNaN(mark.rawToDate())) {
            return "–";
        }
        return inKmh ? say.number(mark.rawToDate(), 2) + "\u00a0km/h" : say.number(mark.rawToDate(), 3);
    }

    private static String because(Optional<RelativeMark> mark, RelativeScore score, Words say) {
        Optional<Reason> reason = mark.isPresent()
                ? mark.get().whyNot()
                : score.reasons().stream().findFirst();
        return reason.map(say::reason).orElse("");
    }

    /** That of one driver; empty before the week is ranked. */
    Optional<Row> of(String driverId) {
        return rows.stream().filter(row -> row.driverId().equals(driverId)).findFirst();
    }
}
