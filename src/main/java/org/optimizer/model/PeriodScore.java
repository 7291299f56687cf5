package org.optimizer.model;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The marks that a provider gave one driver or one vehicle for one week: a row of table {@code period_score}, whose key is
 * source, entity, its id and week. A week may be sent again: the newest stands.
 *
 * @param source the provider, such as {@code scorefeed}, or the sender of a push
 * @param entityId our id of the driver or the vehicle, not the provider's
 * @param week the ISO week in the site's time zone, see {@link IsoWeek#between}
 * @param marks 0 to 10, 10 is best, see {@link MarkScale}; without those that the provider did not give
 * @param global 0 to 10; NaN when the provider gives none
 * @param events empty when the provider does not say
 * @param distanceM driven in the week; NaN when the provider does not say
 * @param drivingS seconds driven in the week; NaN when the provider does not say
 * @param receivedAt when it was fetched or pushed
 */
public record PeriodScore(
        String source,
        ScoredEntity entity,
        String entityId,
        IsoWeek week,
        Map<MarkKind, Double> marks,
        double global,
        Optional<EventCounts> events,
        double distanceM,
        double drivingS,
        Instant receivedAt) {
    public PeriodScore {
        marks = Map.copyOf(marks);
        marks.forEach((kind, mark) -> check(entityId, kind.code(), mark));
        check(entityId, "global", global);
        if (distanceM < 0 || drivingS < 0 || Double.isInfinite(distanceM + drivingS)) {
            throw new IllegalArgumentException("marks of " + entityId + ": expected a distance and a time of 0 or more,"
                    + " found " + distanceM + " m, " + drivingS + " s");
        }
    }

    private static void check(String entityId, String what, double mark) {
        if (mark < 0 || mark > MarkScale.HIGHEST) {
            throw new IllegalArgumentException(
                    "marks of " + entityId + ": expected " + what + " from 0 to 10, found " + mark);
        }
    }
}
