package org.optimizer.command;

import java.util.ArrayList;
import java.util.List;

/** A table in plain text; columns after the first one, or the first so many, stand to the right. */
final class Table {
    private final List<String[]> rows = new ArrayList<>();
    private final int left;

    Table(int left, String... heads) {
        this.left = left;
        rows.add(heads);
    }

    void row(String... cells) {
        rows.add(cells);
    }

    boolean hasRows() {
        return rows.size() > 1;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder(" ");
            for (int column = 0; column < row.length; column++) {
                String blanks = " ".repeat(width(column) - row[column].length());
                line.append(' ').append(column < left ? row[column] + blanks : blanks + row[column]);
            }
            text.append(line.toString().stripTrailing()).append(System.lineSeparator());
        }
        return text.toString();
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row[column].length()).max().orElse(0);
    }
}
