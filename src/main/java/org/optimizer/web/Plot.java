package org.optimizer.web;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.optimizer.model.AuditPoint;
import org.optimizer.web.Axis.Tick;

/**
 * Leads over something else, as a picture: a cloud over a number, or a row of points for each word. Measures are those of the
 * picture, 360 wide.
 *
 * @param rows of a picture with words; empty for a cloud
 * @param zeroX or zeroY is where no lead is; empty for the other
 */
record Plot(
        String height,
        String floor,
        List<Dot> dots,
        List<Tick> xTicks,
        List<Tick> yTicks,
        List<RowOfDots> rows,
        String zeroX,
        String zeroY,
        String xName,
        String yName) {

    /** @param look ranked or unranked */
    record Dot(String x, String y, String look, String title) {}

    /** @param y of the row's middle; @param mean where the mean of its ranked points is; empty without any */
    record RowOfDots(String label, String y, String labelY, String mean, String top, String bottom) {}

    static final double WIDTH = 360;
    private static final double RIGHT = 352;
    private static final double TOP = 8;
    private static final double CLOUD_LEFT = 40;
    private static final double CLOUD_FLOOR = 180;
    private static final double ROWS_LEFT = 110;
    private static final double ROW = 20;
    private static final double UNDER_FLOOR = 40;

    /** More points than this are no picture any more: every so manieth is drawn. */
    private static final int MOST_DOTS = 1200;

    private static final int MOST_ROWS = 30;

    /** A cloud: leads upwards, the figure to the right. @param points that all have the figure, at least one */
    static Plot cloud(List<AuditPoint> points, ToDoubleFunction<AuditPoint> figure, String name, Words say) {
        Axis x = axis(points, figure, CLOUD_LEFT, RIGHT);
        Axis y = axis(points, AuditPoint::lead, CLOUD_FLOOR, TOP);
        List<Dot> dots = thinned(points).stream()
                .map(point -> dot(point, x.at(figure.applyAsDouble(point)), y.at(point.lead()), say))
                .toList();
        return new Plot(
                Axis.attribute(CLOUD_FLOOR + UNDER_FLOOR),
                Axis.attribute(CLOUD_FLOOR),
                dots,
                x.ticks(say),
                y.ticks(say),
                List.of(),
                "",
                y.from() < 0 && y.to() > 0 ? y.at(0) : "",
                name,
                say.text("fairness.lead"));
    }

    /** Rows: leads to the right, one row for each word, the best on top. @param points at least one */
    static Plot rows(List<AuditPoint> points, Function<AuditPoint, String> word, Words say) {
        List<Group> groups = Group.of(points, word).stream().limit(MOST_ROWS).toList();
        double floor = TOP + groups.size() * ROW;
        Axis x = axis(points, AuditPoint::lead, ROWS_LEFT, RIGHT);
        List<Dot> dots = new ArrayList<>();
        List<RowOfDots> rows = new ArrayList<>();
        for (int row = 0; row < groups.size(); row++) {
            double middle = TOP + (row + 0.5) * ROW;
            Group group = groups.get(row);
            thinned(group.points())
                    .forEach(point -> dots.add(dot(point, x.at(point.lead()), Axis.attribute(middle), say)));
            rows.add(new RowOfDots(
                    group.word(),
                    Axis.attribute(middle),
                    Axis.attribute(middle + 4),
                    group.mean().isPresent() ? x.at(group.mean().getAsDouble()) : "",
                    Axis.attribute(middle - 7),
                    Axis.attribute(middle + 7)));
        }
        return new Plot(
                Axis.attribute(floor + UNDER_FLOOR),
                Axis.attribute(floor),
                dots,
                x.ticks(say),
                List.of(),
                rows,
                x.from() < 0 && x.to() > 0 ? x.at(0) : "",
                "",
                say.text("fairness.lead"),
                "");
    }

    private static Axis axis(List<AuditPoint> points, ToDoubleFunction<AuditPoint> figure, double start, double end) {
        double low = points.stream().mapToDouble(figure).min().orElseThrow();
        double high = points.stream().mapToDouble(figure).max().orElseThrow();
        return Axis.around(low, high, start, end);
    }

    private static List<AuditPoint> thinned(List<AuditPoint> points) {
        int step = points.size() / MOST_DOTS + 1;
        List<AuditPoint> kept = new ArrayList<>();
        for (int i = 0; i < points.size(); i += step) {
            kept.add(points.get(i));
        }
        return kept;
    }

    private static Dot dot(AuditPoint point, String x, String y, Words say) {
        String title = say.text("fairness.dot", say.week(point.device().week()), say.signed(point.lead(), 1));
        return new Dot(x, y, point.ranked() ? "ranked" : "unranked", title);
    }
}
