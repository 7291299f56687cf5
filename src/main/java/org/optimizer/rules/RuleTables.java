package org.optimizer.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.optimizer.model.DraftChange;
import org.optimizer.model.DraftChange.Kind;

/** The tables of the rules as people see and change them. */
public final class RuleTables {
    private RuleTables() {}

    /** Every table with the types of its columns; for files that hold. */
    public static List<TableView> views(Map<String, String> files) {
        return Forms.TABLES.stream().map(form -> view(form, files)).toList();
    }

    private static TableView view(TableForm form, Map<String, String> files) {
        CsvSheet sheet = sheet(files, form.tableFile());
        List<TableView.Line> lines = new ArrayList<>();
        for (int row = 0; row < sheet.rows().size(); row++) {
            lines.add(new TableView.Line(sheet.id(row), row + 2L, sheet.rows().get(row)));
        }
        boolean firstMatch = form == TableForms.IDLE || form == TableForms.SAMPLING_CLASS;
        return new TableView(
                form.name(),
                firstMatch,
                form.tableColumns().stream().map(TableView.Head::of).toList(),
                lines);
    }

    /** The table's name in words. */
    public static String title(String table, Locale language) {
        return RuleWords.of(language).title(table);
    }

    /** What the table decides; may be empty. */
    public static String note(String table, Locale language) {
        return RuleWords.of(language).note(table);
    }

    /** The column's name in words, with its unit. */
    public static String title(String table, String column, Locale language) {
        return RuleWords.of(language).title(table, column);
    }

    /** What the column means; may be empty. */
    public static String note(String table, String column, Locale language) {
        return RuleWords.of(language).note(table, column);
    }

    /** A word of a cell in the reader's language; itself where it has no other. */
    public static String word(String word, Locale language) {
        return RuleWords.of(language).word(word);
    }

    /** A mistake in business words, with what to write instead where that can be said. */
    public static String say(CellProblem problem, Locale language) {
        return RuleWords.of(language).say(problem);
    }

    /**
     * All tables as an XLSX, a sheet a table; what {@link #read} takes back.
     *
     * @param files of rules that hold
     * @param firedByRow {@code table/row-id} → how often it answered lately; empty: nobody counted
     */
    public static byte[] workbook(Map<String, String> files, Locale language, Map<String, Integer> firedByRow) {
        return TablesWorkbook.of(files, language, firedByRow);
    }

    /**
     * Tables from outside: a CSV of any flavour, or an XLSX.
     *
     * @param fileName as the sender calls it; says which table a CSV is where its heads do not
     * @param base the whole set that the tables were taken from; it holds
     */
    public static Upload read(String fileName, byte[] content, Map<String, String> base) {
        return Uploads.read(fileName, content, base);
    }

    /** Cells as somebody changed them on the page. */
    public static Upload edited(Map<String, String> base, List<Cell> cells) {
        return Uploads.edited(base, cells);
    }

    /**
     * What is wrong in the tables of a whole set, cell by cell; a missing table counts.
     *
     * @param files such as a folder's
     */
    public static List<CellProblem> check(Map<String, String> files) {
        List<CellProblem> all = new ArrayList<>();
        for (TableForm form : Forms.TABLES) {
            Problems problems = new Problems();
            if (files.containsKey(form.tableFile())) {
                check(form, files.get(form.tableFile()), problems);
            } else {
                problems.file(form.tableFile(), "", Wrong.of("nothing"));
            }
            all.addAll(problems.all());
        }
        return all;
    }

    private static void check(TableForm form, String text, Problems problems) {
        List<Row> rows = CsvTable.read(form.tableFile(), text, form.tableColumns(), problems);
        if (rows.isEmpty() && problems.none()) {
            problems.file(form.tableFile(), "", Wrong.of("rows-none"));
        }
        if (problems.none()) {
            form.checks().accept(rows, problems);
        }
    }

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
