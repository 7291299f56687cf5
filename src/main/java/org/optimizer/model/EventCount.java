package org.optimizer.model;

import java.time.Instant;

/**
 * What a provider counted of one driver or one vehicle in one week: a row of table {@code event_count}, whose key is source,
 * entity, its id and week.
 *
 * @param source the provider, such as {@code globo}
 * @param entityId our id of the driver or the vehicle, not the provider's
 * @param week the ISO week in the site's time zone
 * @param distanceM driven in the week; NaN when the provider does not say
 * @param receivedAt when it was fetched or pushed
 */
public record EventCount(
        String source,
        ScoredEntity entity,
        String entityId,
        IsoWeek week,
        EventCounts events,
        double distanceM,
        Instant receivedAt) {
    public EventCount {
        if (distanceM < 0 || Double.isInfinite(distanceM)) {
            throw new IllegalArgumentException(
                    entity.code() + " " + entityId + ": expected a distance of 0 m or more, found " + distanceM);
        }
    }
}
