package org.optimizer.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.optimizer.model.BacktestKpi;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.KpiCount;

/**
 * What other rules would say of a site's vehicles, worded for a page.
 *
 * @param summary how many figures differ
 * @param weeks newest first
 */
record KpiEffectView(String site, String summary, List<Week> weeks) {

    record Week(String week, List<Line> lines) {}

    /** @param look changed or same */
    record Line(String name, String before, String after, String change, String look) {}

    static List<KpiEffectView> of(List<BacktestKpi> figures, Map<String, String> sites, Words say) {
        Map<String, List<BacktestKpi>> bySite = figures.stream()
                .collect(Collectors.groupingBy(BacktestKpi::siteId, LinkedHashMap::new, Collectors.toList()));
        return bySite.entrySet().stream()
                .map(site -> of(sites.getOrDefault(site.getKey(), site.getKey()), site.getValue(), say))
                .toList();
    }

    private static KpiEffectView of(String site, List<BacktestKpi> figures, Words say) {
        Map<IsoWeek, List<BacktestKpi>> weeks = figures.stream()
                .collect(Collectors.groupingBy(BacktestKpi::week, LinkedHashMap::new, Collectors.toList()));
        long changed = figures.stream().filter(BacktestKpi::changes).count();
        return new KpiEffectView(
                site,
                say.text("rules.kpi.summary", changed, figures.size()),
                weeks.entrySet().stream()
                        .map(week -> new Week(
                                say.week(week.getKey()),
                                week.getValue().stream()
                                        .sorted((one, other) -> one.figure().compareTo(other.figure()))
                                        .map(figure -> line(figure, say))
                                        .toList()))
                        .toList());
    }

    private static Line line(BacktestKpi of, Words say) {
        return new Line(
                say.text("rules.kpi." + of.figure().code()),
                number(of.figure(), of.before(), say),
                number(of.figure(), of.after(), say),
                of.changes()
                        ? (of.after() > of.before() ? "+" : "") + number(of.figure(), of.after() - of.before(), say)
                        : "",
                of.changes() ? "changed" : "same");
    }

    private static String number(KpiCount figure, double value, Words say) {
        return say.number(value, figure.isHours() ? 1 : 0);
    }
}
