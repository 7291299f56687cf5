package org.optimizer.rules;

/**
 * A cell as somebody wrote it on the page.
 *
 * @param table its name, such as {@code feature-mark}
 * @param rowId of the row as it was before the edit
 */
public record Cell(String table, String rowId, String column, String value) {}
