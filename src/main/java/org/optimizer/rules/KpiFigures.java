package org.optimizer.rules;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.optimizer.model.KpiRules;

/** The figures of table {@code kpi}: their ranges, and the record they make for a site. */
final class KpiFigures {
    static final List<String> NAMES = List.of(
            "coverage-needed",
            "overnight-h",
            "gap-min",
            "zone-gap-s",
            "max-inferred-h",
            "max-cycle-h",
            "max-cycle-medians",
            "span-shift",
            "exclude-breaks",
            "multi-drop",
            "start-at-leave");
    private static final NumberType SWITCH = new NumberType("0 (no) or 1 (yes)", 0, 1, true, null);
    private static final Map<String, NumberType> RANGES = Map.ofEntries(
            Map.entry("coverage-needed", new NumberType("share", 0, 1, false, null)),
            Map.entry("overnight-h", new NumberType("h", 1, 24, false, null)),
            Map.entry("gap-min", new NumberType("min", 1, 1440, false, null)),
            Map.entry("zone-gap-s", new NumberType("s", 15, 86400, false, null)),
            Map.entry("max-inferred-h", new NumberType("h", 0, 24, false, null)),
            // a day's cycles are found with the day after it at hand, and no more
            Map.entry("max-cycle-h", new NumberType("h", 0.1, 24, false, null)),
            Map.entry("max-cycle-medians", new NumberType("medians", 0, 100, false, null)),
            Map.entry("span-shift", SWITCH),
            Map.entry("exclude-breaks", SWITCH),
            Map.entry("multi-drop", SWITCH),
            Map.entry("start-at-leave", SWITCH));

    private KpiFigures() {}

    /** Each figure once for all sites, at most once for each, and in its range. */
    static void check(List<Row> rows, Problems problems) {
        rows.forEach(row -> Figures.check(RANGES, NAMES, "figure", row, problems));
        SiteRows.check(rows, NAMES, problems);
    }

    static KpiRules rules(RulePool pool, String siteId) {
        return new KpiRules(
                figure(pool, "coverage-needed", siteId),
                time(3600, pool, "overnight-h", siteId),
                time(60, pool, "gap-min", siteId),
                time(1, pool, "zone-gap-s", siteId),
                time(3600, pool, "max-inferred-h", siteId),
                time(3600, pool, "max-cycle-h", siteId),
                figure(pool, "max-cycle-medians", siteId),
                isOn(pool, "span-shift", siteId),
                isOn(pool, "exclude-breaks", siteId),
                isOn(pool, "multi-drop", siteId),
                isOn(pool, "start-at-leave", siteId));
    }

    private static Duration time(int unitS, RulePool pool, String name, String siteId) {
        return Duration.ofMillis(Math.round(figure(pool, name, siteId) * unitS * 1000));
    }

    private static boolean isOn(RulePool pool, String name, String siteId) {
        return figure(pool, name, siteId) == 1;
    }

    private static double figure(RulePool pool, String name, String siteId) {
        return SiteRows.ask(pool, siteId, site -> new KpiFigure(name, site)).answer();
    }
}
