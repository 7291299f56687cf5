package org.optimizer.rules;

import java.util.Map;

/**
 * A new number for a cell.
 *
 * @param table its name, such as {@code feature-mark}
 * @param where the words by which the row is found, column → word; exactly one row must have them all
 * @param basis what the number is made of
 * @param count how many values that was
 * @param needed how many it takes; 0 where that is no question
 */
public record CellEdit(
        String table, Map<String, String> where, String column, double value, String basis, int count, int needed) {
    public CellEdit {
        where = Map.copyOf(where);
    }
}
