package org.optimizer.rules;

import java.util.List;
import java.util.OptionalDouble;

/**
 * A table as people see it; {@link RuleTables} has its words.
 *
 * @param firstMatch whether the first fitting row answers, so that the order of the rows counts
 */
public record TableView(String table, boolean firstMatch, List<Head> columns, List<Line> rows) {
    public TableView {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** What may stand in a column. */
    public enum Kind {
        ID,
        NUMBER,
        WHOLE,
        WORD,
        WORDS,
        TEXT
    }

    /**
     * A column.
     *
     * @param unit of a number, in English; empty for the others
     * @param min and {@code max} of a number, both included
     * @param blank whether the cell may stay empty
     * @param words that may stand there, one of them or some with {@code |} between them; empty for the others
     */
    public record Head(
            String name,
            Kind kind,
            String unit,
            OptionalDouble min,
            OptionalDouble max,
            boolean blank,
            List<String> words) {
        public Head {
            words = List.copyOf(words);
        }

        static Head of(Column column) {
            if (column.type() instanceof NumberType number) {
                return new Head(
                        column.name(),
                        number.whole() ? Kind.WHOLE : Kind.NUMBER,
                        number.unit(),
                        OptionalDouble.of(number.min()),
                        OptionalDouble.of(number.max()),
                        number.blank() != null,
                        List.of());
            }
            if (column.type() instanceof WordType word) {
                return words(column, Kind.WORD, word.words());
            }
            if (column.type() instanceof WordsType words) {
                return words(column, Kind.WORDS, words.words());
            }
            return words(column, column.type() instanceof Column.IdType ? Kind.ID : Kind.TEXT, List.of());
        }

        private static Head words(Column column, Kind kind, List<String> words) {
            return new Head(
                    column.name(), kind, "", OptionalDouble.empty(), OptionalDouble.empty(), kind == Kind.TEXT, words);
        }
    }

    /** A row. @param line of the file @param cells in the order of the columns, as they are written */
    public record Line(String id, long line, List<String> cells) {
        public Line {
            cells = List.copyOf(cells);
        }
    }
}
