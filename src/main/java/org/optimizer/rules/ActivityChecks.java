package org.optimizer.rules;

import java.util.List;

/** What must hold between the rows of the tables of activity. */
final class ActivityChecks {
    private ActivityChecks() {}

    /** Each zone type in one row. */
    static void zoneDwell(List<Row> rows, Problems problems) {
        for (String type : ZoneTypes.ALL) {
            List<Row> found = rows.stream()
                    .filter(row -> row.words("zone").contains(type))
                    .toList();
            if (found.isEmpty()) {
                problems.file(ActivityForms.ZONE_DWELL.tableFile(), "", Wrong.of("missing.zone", type));
            } else if (found.size() > 1) {
                problems.line(
                        found.get(1),
                        "",
                        Wrong.of("twice.zone", type, Long.toString(found.get(0).line())));
            }
        }
    }

    static void idle2019(List<Row> rows, Problems problems) {
        SiteRows.check(rows, problems);
        for (Row row : rows) {
            if (row.number("longer_than_min") >= row.number("shorter_than_min")) {
                problems.cell(
                        row,
                        "shorter_than_min",
                        NumberType.plain(row.number("shorter_than_min")),
                        Wrong.of("more-than", "longer_than_min"));
            }
        }
    }
}
