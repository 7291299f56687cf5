package org.optimizer.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Tables with rows for any site, and for sites that have a row of their own. */
final class SiteRows {
    private static final String ANY = "any";

    private SiteRows() {}

    /** The answer of the site's own row, else of the one for any site. */
    static <Q extends Question> Q ask(RulePool pool, String siteId, Function<String, Q> question) {
        Q own = pool.ask(question.apply(siteId));
        return own.rule().isEmpty() ? pool.ask(question.apply(ANY)) : own;
    }

    /** One row for any site, and at most one for each. */
    static void check(List<Row> rows, Problems problems) {
        check(rows, row -> "", List.of(""), problems);
    }

    /** The same for each figure. */
    static void check(List<Row> rows, List<String> figures, Problems problems) {
        check(
                rows,
                row -> row.word("figure") + " for ",
                figures.stream().map(figure -> figure + " for ").toList(),
                problems);
    }

    private static void check(List<Row> rows, Function<Row, String> figureOf, List<String> figures, Problems problems) {
        Map<String, Row> seen = new HashMap<>();
        for (Row row : rows) {
            String what = figureOf.apply(row) + "site " + row.word("site");
            Row first = seen.putIfAbsent(what, row);
            if (first != null) {
                problems.line(row, "", Wrong.of("twice.site", what, Long.toString(first.line())));
            }
        }
        for (String figure : figures) {
            if (!seen.containsKey(figure + "site " + ANY)) {
                problems.file(rows.get(0).file(), "", Wrong.of("missing.site", figure + "site " + ANY));
            }
        }
    }
}
