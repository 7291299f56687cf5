package org.optimizer.command;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.optimizer.model.Explanation;
import org.optimizer.model.Explanation.Fewer;
import org.optimizer.model.Explanation.Improvement;
import org.optimizer.model.Explanation.OneLess;
import org.optimizer.model.Feature;

/** Prints what events cost and what would help most. */
final class ExplanationText {
    private ExplanationText() {}

    static void print(Explanation explanation, PrintStream out) {
        if (!explanation.oneLess().isEmpty()) {
            out.println();
            out.print(costs(explanation.oneLess()));
        }
        if (!explanation.improvements().isEmpty()) {
            out.println();
            out.print(helps(explanation.improvements()));
        }
    }

    private static Table costs(List<OneLess> oneLess) {
        Table table = new Table(1, "One event less", "there were", "mark of 100", "week of 100");
        for (OneLess less : oneLess) {
            table.row(
                    less.severity().code() + " " + less.kind().code(),
                    Integer.toString(less.count()),
                    String.format(Locale.ROOT, "%+.2f", less.markPoints()),
                    String.format(Locale.ROOT, "%+.2f", less.weekPoints()));
        }
        return table;
    }

    private static Table helps(List<Improvement> improvements) {
        Table table = new Table(2, "What would help most", "change", "of what was done", "week of 100");
        for (Improvement help : improvements) {
            table.row(
                    name(help.feature()),
                    help.fewer().isEmpty() ? change(help) : fewer(help.fewer()),
                    String.format(Locale.ROOT, "%.1f %%", help.share() * 100),
                    String.format(Locale.ROOT, "%+.2f", help.weekPoints()));
        }
        return table;
    }

    private static String name(Feature feature) {
        return switch (feature) {
            case ACCELERATION_POINTS -> "accelerations";
            case BRAKING_POINTS -> "brakings";
            case RPA5 -> "RPA₅, m/s²";
            case GENTLE_SHARE -> "gentle share, %";
            case STEADINESS -> "steadiness, km/h";
            case ECO_CAP_SHARE -> "above eco speed, %";
        };
    }

    private static String change(Improvement help) {
        return switch (help.feature()) {
            case GENTLE_SHARE, ECO_CAP_SHARE -> change("%.1f to %.1f", help.from() * 100, help.to() * 100);
            case RPA5 -> change("%.4f to %.4f", help.from(), help.to());
            case STEADINESS, ACCELERATION_POINTS, BRAKING_POINTS -> change("%.2f to %.2f", help.from(), help.to());
        };
    }

    private static String change(String format, double from, double to) {
        return String.format(Locale.ROOT, format, from, to);
    }

    /** 1 strong, 2 harsh less */
    private static String fewer(List<Fewer> fewer) {
        return fewer.stream()
                .map(each -> each.count() + " " + each.severity().code())
                .collect(Collectors.joining(", ", "", " less"));
    }
}
