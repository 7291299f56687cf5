package org.optimizer.rules;

import java.util.List;
import java.util.Map;
import org.optimizer.model.RateRules;

/** Table {@code event-rate}: its figures, their ranges, and the record they make for a site. */
final class RateFigures {
    private static final List<String> NAMES =
            List.of("acceleration-weight", "braking-weight", "overspeed-weight", "per-miles", "floor-km", "log-in-h");

    private static final NumberType WEIGHT = new NumberType("weight", 0.001, 1000, false, null);
    private static final Map<String, NumberType> RANGES = Map.of(
            "acceleration-weight",
            WEIGHT,
            "braking-weight",
            WEIGHT,
            "overspeed-weight",
            WEIGHT,
            "per-miles",
            new NumberType("miles", 1, 100_000, false, null),
            "floor-km",
            new NumberType("km", 0.1, 10_000, false, null),
            "log-in-h",
            new NumberType("h", 1, 168, false, null));

    static final TableForm FORM = new TableForm(
            "event-rate",
            List.of(
                    Column.id("id"),
                    Column.word("figure", NAMES),
                    Column.id("site"),
                    Column.number("value", "the figure's unit", 0, 100_000)),
            List.of(Column.word("figure", NAMES), Column.id("site")),
            List.of("value"),
            row -> new RateFigure(row.word("figure"), row.word("site")),
            RateFigures::check);

    private RateFigures() {}

    /** Each figure once for all sites, at most once for each, and in its range. */
    private static void check(List<Row> rows, Problems problems) {
        rows.forEach(row -> Figures.check(RANGES, NAMES, "figure", row, problems));
        SiteRows.check(rows, NAMES, problems);
    }

    static RateRules rules(RulePool pool, String siteId) {
        return new RateRules(
                figure(pool, "acceleration-weight", siteId),
                figure(pool, "braking-weight", siteId),
                figure(pool, "overspeed-weight", siteId),
                figure(pool, "per-miles", siteId),
                figure(pool, "floor-km", siteId),
                figure(pool, "log-in-h", siteId));
    }

    private static double figure(RulePool pool, String name, String siteId) {
        return SiteRows.ask(pool, siteId, site -> new RateFigure(name, site)).answer();
    }
}
