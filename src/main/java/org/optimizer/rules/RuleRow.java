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
    /** Stands between the name of a table and the id of its row in the name of a rule. */
    private static final String BETWEEN = ": ";

    public RuleRow {
        cells = List.copyOf(cells);
    }

    /** @param head the column's name with its unit */
    public record Cell(String head, String value) {}

    /** The row of that name ({@code table: id}); empty when no table has it, for it may be a rule that engineers wrote. */
    public static Optional<RuleRow> find(Map<String, String> files, String rule) {
        String[] parts = rule.split(BETWEEN, 2);
        String table = parts[0] + TABLE;
        return parts.length == 2 && files.containsKey(table)
                ? find(table, CsvSheet.of(files.get(table)), parts[1])
                : Optional.empty();
    }

    private static Optional<RuleRow> find(String table, CsvSheet sheet, String id) {
        int row = sheet.find(id);
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
