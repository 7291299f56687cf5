package org.optimizer.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Takes the worked cases along when tables change: a case on the edge of a limit moves with the limit, so that each row keeps
 * a case that shows it; what then comes out otherwise is answered anew by the changed rules.
 */
final class CaseMover {
    /** A case "just below" stands this far below its limit. */
    private static final double JUST_BELOW = 0.001;

    private static final double SAME = 1e-9;

    private final RuleFiles before;
    private final RuleFiles after;

    /** @param before as they were; @param after with changed tables and the old cases; both pass the checks of tables */
    CaseMover(RuleFiles before, RuleFiles after) {
        this.before = before;
        this.after = after;
    }

    RuleFiles moved() {
        Map<String, String> files = new TreeMap<>(after.content());
        for (TableForm form : Forms.TABLES) {
            List<Shift> shifts = shifts(form);
            if (!shifts.isEmpty()) {
                files.computeIfPresent(form.casesFile(), (name, text) -> moved(form, text, shifts));
            }
        }
        RuleFiles onEdge = RuleFiles.of(files);
        RulePool pool = RuleCompiler.pool(onEdge);
        Forms.TABLES.forEach(
                form -> files.computeIfPresent(form.casesFile(), (name, text) -> answered(form, text, pool)));
        return RuleFiles.of(files);
    }

    /** A number of a row that changed. */
    private record Shift(Row row, double from, double to) {}

    private List<Shift> shifts(TableForm form) {
        Map<String, Row> old = rows(form.tableFile(), form.tableColumns(), before).stream()
                .collect(Collectors.toMap(Row::id, row -> row));
        List<Shift> shifts = new ArrayList<>();
        for (Row row : rows(form.tableFile(), form.tableColumns(), after)) {
            for (Column column : form.columns()) {
                if (column.type() instanceof NumberType && old.containsKey(row.id())) {
                    double from = old.get(row.id()).number(column.name());
                    double to = row.number(column.name());
                    if (from != to) {
                        shifts.add(new Shift(row, from, to));
                    }
                }
            }
        }
        return shifts;
    }

    private static List<Row> rows(String file, List<Column> columns, RuleFiles files) {
        Problems problems = new Problems();
        List<Row> rows = CsvTable.read(file, files.content().get(file), columns, problems);
        problems.throwIfAny();
        return rows;
    }

    private static String moved(TableForm form, String text, List<Shift> shifts) {
        CsvSheet sheet = CsvSheet.of(text);
        for (int row = 0; row < sheet.rows().size(); row++) {
            for (Column input : form.inputs()) {
                String cell = sheet.cell(row, input.name());
                if (input.type() instanceof NumberType && !cell.isEmpty()) {
                    double value = Double.parseDouble(cell);
                    String to = NumberType.plain(target(form, sheet, row, value, shifts));
                    boolean moves = !to.equals(NumberType.plain(value)) && mayHold(input, to);
                    sheet = moves ? sheet.with(row, input.name(), to) : sheet;
                }
            }
        }
        return sheet.text();
    }

    /** A limit that is taken away stands for a number that no case can ask with. */
    private static boolean mayHold(Column input, String value) {
        try {
            return input.type().parse(value) != null;
        } catch (BadCell outside) {
            return false;
        }
    }

    private static double target(TableForm form, CsvSheet cases, int at, double value, List<Shift> shifts) {
        for (Shift shift : shifts) {
            if (isAbout(form, cases, at, shift.row())) {
                double below = shift.from() - value;
                if (Math.abs(below) < SAME || Math.abs(below - JUST_BELOW) < SAME) {
                    return Math.round((shift.to() - below) * 1e6) / 1e6;
                }
            }
        }
        return value;
    }

    /** Whether a case asks with words that the row is for. */
    private static boolean isAbout(TableForm form, CsvSheet cases, int at, Row row) {
        Map<String, Column.Type> types = new HashMap<>();
        form.columns().forEach(column -> types.put(column.name(), column.type()));
        return form.inputs().stream()
                .filter(input -> input.type() instanceof WordType || input.type() instanceof FormType)
                .filter(input -> types.containsKey(input.name()))
                .allMatch(input -> {
                    String asked = cases.cell(at, input.name());
                    return types.get(input.name()) instanceof WordsType
                            ? row.words(input.name()).contains(asked)
                            : row.word(input.name()).equals(asked);
                });
    }

    /** What holds stays as it is written. */
    private static String answered(TableForm form, String text, RulePool pool) {
        Problems problems = new Problems();
        List<Row> cases = CsvTable.read(form.casesFile(), text, form.caseColumns(), problems);
        problems.throwIfAny();
        CsvSheet sheet = CsvSheet.of(text);
        for (int at = 0; at < cases.size(); at++) {
            Row each = cases.get(at);
            Question question = pool.ask(form.question().apply(each));
            String fired = CaseRun.fired(form, question);
            sheet = fired.equals(each.word("rule")) ? sheet : sheet.with(at, "rule", fired);
            for (String column : form.outcomes()) {
                Object found = question.outcome().get(column);
                sheet = CaseRun.isSame(each.word(column), found)
                        ? sheet
                        : sheet.with(at, column, CaseRun.written(found, each.word(column)));
            }
        }
        return sheet.text();
    }
}
