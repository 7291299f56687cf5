package org.optimizer.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A row of a decision table as its author wrote it.
 *
 * @param table the file's name
 */
public record RuleRow(String table, List<Cell> cells) {
    private static final String TABLE = ".table.csv";

    public RuleRow {
        cells = List.copyOf(cells);
    }

    /** @param head the column's name with its unit */
    public record Cell(String head, String value) {}

    /** The row of that name; empty when no table has it, for it may be a rule that engineers wrote. */
    public static Optional<RuleRow> find(Map<String, String> files, String rule) {
        return files.entrySet().stream()
                .filter(file -> file.getKey().endsWith(TABLE))
                .flatMap(file -> find(file.getKey(), CsvSheet.of(file.getValue()), rule).stream())
                .findFirst();
    }

    private static Optional<RuleRow> find(String table, CsvSheet sheet, String rule) {
        int row = sheet.find(rule);
        if (row < 0) {
            return Optional.empty();
        }
        List<Cell> cells = new ArrayList<>();
        for (String head : sheet.heads()) {
            cells.add(new Cell(head, sheet.cell(row, head)));
        }
        return Optional.of(new RuleRow(table, cells));
    }
}
