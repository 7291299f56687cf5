package org.optimizer.rules;

import java.util.List;
import java.util.Map;
import org.optimizer.model.RelativeRules;

/** The figures of table {@code relative}: their ranges, and the record they make for a site. */
final class RelativeFigures {
    /** Stands for every site without a row of its own. */
    private static final String ANY = "any";

    private static final Map<String, NumberType> RANGES = Map.of(
            "curves-needed", new NumberType("curves", 1, 1000, true, null),
            "visits-needed", new NumberType("visits", 1, 1000, true, null),
            "samples-needed", new NumberType("samples", 2, 1000, true, null),
            "trim-share", new NumberType("share", 0, 0.49, false, null),
            "climb-from-kmh", new NumberType("km/h", 0, 140, false, null),
            "climb-to-kmh", new NumberType("km/h", 0, 140, false, null),
            "descent-from-kmh", new NumberType("km/h", 0, 140, false, null),
            "descent-top-kmh", new NumberType("km/h", 0, 140, false, null),
            "second-share-needed", new NumberType("share", 0, 1, false, null));

    private RelativeFigures() {}

    /** Each figure once for all sites and at most once for each, in its range, and no range that nothing fits. */
    static void check(List<Row> rows, Problems problems) {
        rows.forEach(row -> Figures.check(RANGES, TableForms.RELATIVE_FIGURES, "figure", row, problems));
        SiteRows.check(rows, TableForms.RELATIVE_FIGURES, problems);
        if (problems.none()) {
            rows.stream().map(row -> row.word("site")).distinct().forEach(site -> checkClimbs(rows, site, problems));
        }
    }

    private static void checkClimbs(List<Row> rows, String site, Problems problems) {
        double from = value(rows, "climb-from-kmh", site);
        double to = value(rows, "climb-to-kmh", site);
        if (from >= to) {
            problems.file(
                    TableForms.RELATIVE.tableFile(),
                    NumberType.plain(to),
                    Wrong.of("climb", site, NumberType.plain(from)));
        }
    }

    private static double value(List<Row> rows, String figure, String site) {
        return rows.stream()
                .filter(row -> isOf(row, figure, site))
                .findFirst()
                .or(() -> rows.stream().filter(row -> isOf(row, figure, ANY)).findFirst())
                .orElseThrow()
                .number("value");
    }

    private static boolean isOf(Row row, String figure, String site) {
        return row.word("figure").equals(figure) && row.word("site").equals(site);
    }

    static RelativeRules rules(RulePool pool, String siteId) {
        return new RelativeRules(
                (int) figure(pool, "curves-needed", siteId),
                (int) figure(pool, "visits-needed", siteId),
                (int) figure(pool, "samples-needed", siteId),
                figure(pool, "trim-share", siteId),
                figure(pool, "climb-from-kmh", siteId),
                figure(pool, "climb-to-kmh", siteId),
                figure(pool, "descent-from-kmh", siteId),
                figure(pool, "descent-top-kmh", siteId),
                figure(pool, "second-share-needed", siteId));
    }

    private static double figure(RulePool pool, String name, String siteId) {
        return SiteRows.ask(pool, siteId, site -> new RelativeFigure(name, site))
                .answer();
    }
}
