package org.optimizer.model;

import java.util.List;

/**
 * One of the three marks.
 *
 * @param points 0 to 100, not rounded
 * @param weight within the week, 0 to 1, after missing marks handed theirs over
 */
public record Mark(MarkKind kind, double points, double weight, List<FeatureMark> parts) {
    public Mark {
        parts = List.copyOf(parts);
    }
}
