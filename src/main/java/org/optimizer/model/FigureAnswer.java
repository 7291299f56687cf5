package org.optimizer.model;

/**
 * What the rules say of a figure on which it depends whether a week is ranked.
 *
 * @param quantity such as {@code distance_km}
 * @param answer the row that takes the week out of the ranking, or the one that nearly would
 */
public record FigureAnswer(String quantity, double found, RowAnswer answer) {}
