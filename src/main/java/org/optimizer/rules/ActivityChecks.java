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
                problems.file(ActivityForms.ZONE_DWELL.tableFile(), "a row for " + type, "none", "add that row");
            } else if (found.size() > 1) {
                problems.line(
                        found.get(1).file(),
                        found.get(1).line(),
                        "one row for " + type,
                        "another one, the first is on line " + found.get(0).line(),
                        "take it out of one of the two");
            }
        }
    }

    static void idle2019(List<Row> rows, Problems problems) {
        SiteRows.check(rows, problems);
        for (Row row : rows) {
            if (row.number("longer_than_min") >= row.number("shorter_than_min")) {
                problems.cell(
                        row.file(),
                        row.line(),
                        "shorter_than_min",
                        "more than longer_than_min",
                        NumberType.plain(row.number("shorter_than_min")),
                        "correct one of the two");
            }
        }
    }
}
