package org.optimizer.model;

/**
 * Why a week is not ranked, or what an approver should look at: a key of the message files and its figures.
 *
 * @param code kebab-case, such as {@code too-few-km}
 * @param found the figure found, in the unit of the code
 * @param expected the figure asked for
 * @param rule the row that fired; empty where none did
 */
public record Reason(String code, double found, double expected, String rule) {}
