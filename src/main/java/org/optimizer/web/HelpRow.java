package org.optimizer.web;

import java.util.ArrayList;
import java.util.List;
import org.optimizer.model.Explanation;
import org.optimizer.model.Explanation.Fewer;
import org.optimizer.model.Explanation.Improvement;
import org.optimizer.model.Feature;

/**
 * A change that would give a point, in words.
 *
 * @param how such as "2 freinages sévères de moins"
 * @param effort how much of what he did the driver would do otherwise
 * @param gain such as "+1,0 point"
 */
record HelpRow(String how, String effort, String gain) {

    /** The cheapest first. */
    static List<HelpRow> of(Explanation explanation, Words say) {
        return explanation.improvements().stream()
                .map(improvement -> row(improvement, say))
                .toList();
    }

    private static HelpRow row(Improvement improvement, Words say) {
        boolean events = !improvement.fewer().isEmpty();
        String how = events ? fewer(improvement.fewer(), say) : change(improvement, say);
        return new HelpRow(how, effort(improvement, say), gain(improvement.weekPoints(), say));
    }

    /** Where a point is asked for, tenths are enough. */
    private static String gain(double points, Words say) {
        return say.text("help.points", say.number(points, 1), points);
    }

    /** The hardest are named first. */
    private static String fewer(List<Fewer> fewer, Words say) {
        List<String> names = new ArrayList<>();
        for (Fewer each : fewer) {
            names.add(
                    0,
                    say.text(
                            "help.fewer." + each.kind().code() + "."
                                    + each.severity().code(),
                            each.count()));
        }
        String last = names.remove(names.size() - 1);
        String all = names.isEmpty() ? last : say.text("help.and", String.join(", ", names), last);
        return say.text("help.fewer", all);
    }

    private static String change(Improvement improvement, Words say) {
        Feature feature = improvement.feature();
        return say.text(
                "help." + feature.code(), say.value(feature, improvement.from()), say.value(feature, improvement.to()));
    }

    private static String effort(Improvement improvement, Words say) {
        String share = say.percent(improvement.share(), 0);
        return switch (improvement.feature()) {
            case ACCELERATION_POINTS -> say.text("help.effort.accelerations", share);
            case BRAKING_POINTS -> say.text("help.effort.brakings", share);
            case RPA5, GENTLE_SHARE, STEADINESS, ECO_CAP_SHARE ->
                say.text(improvement.to() < improvement.from() ? "help.effort.less" : "help.effort.more", share);
        };
    }
}
