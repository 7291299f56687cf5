package org.optimizer.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.optimizer.model.DraftChange;
import org.optimizer.model.DraftChange.Kind;

/** The tables of the rules as people see and change them. */
public final class RuleTables {
    private RuleTables() {}

    /**
     * Cell by cell, tables first, then their worked cases; a row that only one side has is one line with an empty column.
     *
     * @param before file name → content, both sides the whole set
     */
    public static List<DraftChange> differences(Map<String, String> before, Map<String, String> after) {
        List<DraftChange> differences = new ArrayList<>();
        Forms.TABLES.forEach(form -> differences.addAll(differences(Kind.TABLE, form.tableFile(), before, after)));
        Forms.all().forEach(form -> differences.addAll(differences(Kind.CASE, form.casesFile(), before, after)));
        return differences;
    }

    private static List<DraftChange> differences(
            Kind kind, String file, Map<String, String> before, Map<String, String> after) {
        CsvSheet old = sheet(before, file);
        CsvSheet now = sheet(after, file);
        List<DraftChange> differences = new ArrayList<>();
        for (int row = 0; row < old.rows().size(); row++) {
            if (now.find(old.id(row)) < 0) {
                differences.add(change(
                        kind,
                        file,
                        old.id(row),
                        "",
                        String.join(", ", old.rows().get(row)),
                        ""));
            }
        }
        for (int row = 0; row < now.rows().size(); row++) {
            int was = old.find(now.id(row));
            if (was < 0) {
                differences.add(change(
                        kind,
                        file,
                        now.id(row),
                        "",
                        "",
                        String.join(", ", now.rows().get(row))));
            } else {
                differences.addAll(cells(kind, file, old, was, now, row));
            }
        }
        return differences;
    }

    /** A table that one version of the product did not have yet is empty there. */
    private static CsvSheet sheet(Map<String, String> files, String name) {
        return files.containsKey(name) ? CsvSheet.of(files.get(name)) : new CsvSheet(List.of(), List.of());
    }

    private static List<DraftChange> cells(Kind kind, String file, CsvSheet old, int was, CsvSheet now, int row) {
        List<DraftChange> cells = new ArrayList<>();
        for (String column : now.heads()) {
            String before = old.heads().contains(column) ? old.cell(was, column) : "";
            if (!before.equals(now.cell(row, column))) {
                cells.add(change(kind, file, now.id(row), column, before, now.cell(row, column)));
            }
        }
        return cells;
    }

    private static DraftChange change(Kind kind, String file, String row, String column, String before, String after) {
        return new DraftChange(kind, file, row, column, before, after, "", 0, 0);
    }

    /** {@code table: row} of every row there is, in the order of the files: what may answer a question. */
    public static List<String> rows(Map<String, String> files) {
        List<String> rows = new ArrayList<>();
        for (TableForm form : Forms.TABLES) {
            CsvSheet sheet = sheet(files, form.tableFile());
            for (int row = 0; row < sheet.rows().size(); row++) {
                rows.add(form.ruleOf(sheet.id(row)));
            }
        }
        return rows;
    }
}
