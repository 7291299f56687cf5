package org.optimizer.model;

/**
 * From when on a link between score and device is large enough to deserve a look (table {@code contest}).
 *
 * @param correlation of ranks, 0 to 1, whichever its sign
 * @param share of the scores' variance, 0 to 1
 */
public record FairnessLimits(double correlation, double share) {}
