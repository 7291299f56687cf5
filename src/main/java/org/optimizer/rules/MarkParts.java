package org.optimizer.rules;

import org.optimizer.model.Feature;
import org.optimizer.model.MarkKind;

/** Which mark a feature is a part of. */
final class MarkParts {
    private MarkParts() {}

    static MarkKind markOf(Feature feature) {
        return switch (feature) {
            case ACCELERATION_POINTS, RPA5 -> MarkKind.ACCELERATION;
            case BRAKING_POINTS, GENTLE_SHARE -> MarkKind.DECELERATION;
            case STEADINESS, ECO_CAP_SHARE -> MarkKind.SPEED_KEEPING;
        };
    }
}
