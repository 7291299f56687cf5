package org.optimizer.model;

import java.util.List;
import java.util.Optional;

/**
 * A row of a table of the rules as it is written.
 *
 * @param cells in the order of the columns, without id and remark; empty cells are left out
 */
public record RuleRow(String table, String id, List<Cell> cells) {
    public RuleRow {
        cells = List.copyOf(cells);
    }

    /** What stands in a column. */
    public record Cell(String column, String text) {}

    /** {@code table: row}, as results name it. */
    public String rule() {
        return table + ": " + id;
    }

    public Optional<String> cell(String column) {
        return cells.stream()
                .filter(cell -> cell.column().equals(column))
                .map(Cell::text)
                .findFirst();
    }
}
