package org.optimizer.rules;

import java.util.List;
import java.util.Map;

/**
 * A row of a table or of a cases file, parsed.
 *
 * @param line of the file, the heads being line 1
 */
record Row(String file, long line, List<Column> columns, Map<String, Object> values) {
    String id() {
        return word(columns.get(0).name());
    }

    String word(String column) {
        return (String) values.get(column);
    }

    double number(String column) {
        return (Double) values.get(column);
    }

    /** @throws ClassCastException when the column is no list of words */
    List<String> words(String column) {
        return ((List<?>) values.get(column)).stream().map(String.class::cast).toList();
    }

    /** The cell as it stands in a rule. */
    String rendered(Column column) {
        return column.type().rendered(values.get(column.name()));
    }
}
