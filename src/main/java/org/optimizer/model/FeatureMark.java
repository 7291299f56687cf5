package org.optimizer.model;

/**
 * One part of a mark, with the rule that made it.
 *
 * @param value in the feature's unit
 * @param points 0 to 100
 * @param weight within its mark, 0 to 1, after missing features handed theirs over
 */
public record FeatureMark(Feature feature, MarkKind mark, double value, double points, double weight, String rule) {}
