package org.optimizer.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.optimizer.model.DraftChange;
import org.optimizer.model.DraftChange.Kind;
import org.optimizer.model.Rulebook;

/** Rules that nobody has adopted: a set of files with some cells changed, compiled and checked in memory as a folder's are. */
public final class DraftRules {
    private final RuleFiles base;
    private final RuleFiles files;
    private final Rulebook rulebook;
    private final Map<Cell, CellEdit> reasons;

    private record Cell(String file, String row, String column) {}

    private DraftRules(RuleFiles base, RuleFiles files, Rulebook rulebook, Map<Cell, CellEdit> reasons) {
        this.base = base;
        this.files = files;
        this.rulebook = rulebook;
        this.reasons = reasons;
    }

    /**
     * Puts numbers into cells and takes the worked cases along.
     *
     * @param base file name → content of rules that hold
     * @throws RulesException when an edit's words do not find exactly one row, or the changed rules do not hold
     */
    public static DraftRules edited(Map<String, String> base, List<CellEdit> edits) {
        RuleFiles before = RuleFiles.of(base);
        Map<String, String> files = new TreeMap<>(base);
        Map<Cell, CellEdit> reasons = new HashMap<>();
        for (CellEdit edit : edits) {
            String file = edit.table() + ".table.csv";
            CsvSheet sheet = CsvSheet.of(files.get(file));
            int row = onlyRow(sheet, edit);
            reasons.put(new Cell(file, sheet.id(row), edit.column()), edit);
            if (!isSame(sheet.cell(row, edit.column()), edit.value())) {
                files.put(
                        file,
                        sheet.with(row, edit.column(), NumberType.plain(edit.value()))
                                .text());
            }
        }
        RuleFiles changed = files.equals(base) ? before : new CaseMover(before, RuleFiles.of(files)).moved();
        return new DraftRules(before, changed, RuleCompiler.compile(changed), reasons);
    }

    private static int onlyRow(CsvSheet sheet, CellEdit edit) {
        List<Integer> found = new ArrayList<>();
        for (int row = 0; row < sheet.rows().size(); row++) {
            int at = row;
            if (edit.where().entrySet().stream()
                    .allMatch(word -> sheet.cell(at, word.getKey()).equals(word.getValue()))) {
                found.add(row);
            }
        }
        if (found.size() != 1) {
            throw new IllegalArgumentException(
                    "table " + edit.table() + ": expected one row with " + edit.where() + ", found " + found.size());
        }
        return found.get(0);
    }

    private static boolean isSame(String cell, double value) {
        return !cell.isEmpty() && Double.parseDouble(cell) == value;
    }

    /** @throws RulesException when they do not hold */
    public static Rulebook compile(Map<String, String> files) {
        return RuleCompiler.compile(RuleFiles.of(files));
    }

    public Rulebook rulebook() {
        return rulebook;
    }

    public SortedMap<String, String> files() {
        return files.content();
    }

    /** Those that are not as in the base. */
    public static SortedMap<String, String> changed(Map<String, String> base, Map<String, String> files) {
        SortedMap<String, String> changed = new TreeMap<>(files);
        changed.entrySet().removeIf(file -> file.getValue().equals(base.get(file.getKey())));
        return changed;
    }

    /** Cell by cell: tables first, then the cases that moved or come out otherwise; rows and columns are the same ones. */
    public List<DraftChange> changes() {
        List<DraftChange> changes = new ArrayList<>();
        Forms.TABLES.forEach(form -> changes.addAll(differences(Kind.TABLE, form.tableFile())));
        Forms.TABLES.forEach(form -> changes.addAll(differences(Kind.CASE, form.casesFile())));
        return changes;
    }

    private List<DraftChange> differences(Kind kind, String file) {
        CsvSheet before = CsvSheet.of(base.content().get(file));
        CsvSheet after = CsvSheet.of(files.content().get(file));
        List<DraftChange> differences = new ArrayList<>();
        for (int row = 0; row < after.rows().size(); row++) {
            int old = before.find(after.id(row));
            for (String column : after.heads()) {
                if (!before.cell(old, column).equals(after.cell(row, column))) {
                    differences.add(difference(kind, file, before.cell(old, column), after, row, column));
                }
            }
        }
        return differences;
    }

    private DraftChange difference(Kind kind, String file, String old, CsvSheet after, int row, String column) {
        CellEdit edit = reasons.get(new Cell(file, after.id(row), column));
        return new DraftChange(
                kind,
                file,
                after.id(row),
                column,
                old,
                after.cell(row, column),
                edit == null ? "case" : edit.basis(),
                edit == null ? 0 : edit.count(),
                edit == null ? 0 : edit.needed());
    }
}
