package org.optimizer.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.optimizer.model.RescoredWeek;
import org.optimizer.model.ScoreMove;

/** How many driver-weeks got which mark of 20, before and after; measures are those of the picture, 360 wide and 150 high. */
record Histogram(List<Bar> bars, List<Axis.Tick> ticks) {

    /** @param title mark and both counts, in words */
    record Bar(
            String x,
            String width,
            String beforeY,
            String beforeHeight,
            String afterX,
            String afterY,
            String afterHeight,
            String title) {}

    private static final int BINS = 20;
    private static final double LEFT = 8;
    private static final double RIGHT = 352;
    private static final double FLOOR = 120;
    private static final double TOP = 8;

    /** Of ranked weeks alone, as only these compete. */
    static Histogram of(List<RescoredWeek> weeks, Words say) {
        int[] before = counts(weeks, move -> move.rankBefore().isPresent() ? mark(move.scoreBefore()) : -1);
        int[] after = counts(weeks, move -> move.rankAfter().isPresent() ? mark(move.scoreAfter()) : -1);
        int highest = 1;
        for (int bin = 0; bin < BINS; bin++) {
            highest = Math.max(highest, Math.max(before[bin], after[bin]));
        }
        Axis x = new Axis(0, BINS, LEFT, RIGHT);
        Axis y = new Axis(0, highest, FLOOR, TOP);
        List<Bar> bars = new ArrayList<>();
        for (int bin = 0; bin < BINS; bin++) {
            if (before[bin] + after[bin] > 0) {
                bars.add(bar(bin, before[bin], after[bin], x, y, say));
            }
        }
        return new Histogram(bars, x.ticks(say));
    }

    private static Bar bar(int bin, int before, int after, Axis x, Axis y, Words say) {
        double half = (RIGHT - LEFT) / BINS / 2 - 1;
        return new Bar(
                x.at(bin),
                Axis.attribute(half),
                y.at(before),
                Axis.attribute(FLOOR - y.place(before)),
                Axis.attribute(x.place(bin) + half + 0.5),
                y.at(after),
                Axis.attribute(FLOOR - y.place(after)),
                say.text("draft.bar", bin, bin + 1, before, after));
    }

    private static int[] counts(List<RescoredWeek> weeks, Function<ScoreMove, Integer> bin) {
        int[] counts = new int[BINS];
        for (RescoredWeek week : weeks) {
            for (ScoreMove move : week.moves()) {
                int at = bin.apply(move);
                if (at >= 0) {
                    counts[at]++;
                }
            }
        }
        return counts;
    }

    /** The bin of a score of 100: a full 20 goes with 19 to 20. */
    private static int mark(Optional<BigDecimal> score) {
        return score.map(value -> Math.min(BINS - 1, (int) (value.doubleValue() / 5)))
                .orElse(-1);
    }
}
