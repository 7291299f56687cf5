package org.optimizer.rules;

import java.util.List;

/**
 * Cells as a file from outside holds them, before anybody knows which table they are of.
 *
 * @param name of the file or of the sheet
 * @param writing how its numbers are written
 * @param isCsv whether its cells are texts and no more
 */
record RawSheet(String name, List<RawRow> rows, Writing writing, boolean isCsv) {
    /** What a sign in a number does. */
    enum Sign {
        DECIMAL,
        THOUSANDS,
        EITHER
    }

    /** How a file writes numbers, as far as it shows. */
    record Writing(Sign comma, Sign point) {
        static final Writing UNKNOWN = new Writing(Sign.EITHER, Sign.EITHER);

        Sign of(boolean isComma) {
            return isComma ? comma : point;
        }
    }

    /** More than any table will ever have. */
    static final int MOST_ROWS = 5000;

    static final int MOST_COLUMNS = 64;
    static final int LONGEST_CELL = 4000;

    /** @param line 1 is the first */
    record RawRow(long line, List<RawCell> cells) {
        boolean isBlank() {
            return cells.stream().allMatch(cell -> cell.text().isBlank());
        }

        RawCell cell(int index) {
            return index < cells.size() ? cells.get(index) : RawCell.EMPTY;
        }
    }

    /** @param text for a typed number its value, written with a point */
    record RawCell(String text, Kind kind) {
        static final RawCell EMPTY = new RawCell("", Kind.TEXT);

        /** What a spreadsheet says of a cell; the cells of a CSV are texts. */
        enum Kind {
            TEXT,
            NUMBER,
            DATE,
            FORMULA,
            ERROR
        }
    }
}
