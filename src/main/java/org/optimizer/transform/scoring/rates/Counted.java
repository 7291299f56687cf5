package org.optimizer.transform.scoring.rates;

import org.optimizer.model.EventCount;
import org.optimizer.model.EventCounts;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.MarkKind;

/**
 * The events and the distance of one week that count for one who competes: a provider's count, or his share of it.
 *
 * @param distanceM NaN when the provider did not say
 */
public record Counted(
        String entrant, IsoWeek week, double accelerations, double brakings, double overspeeds, double distanceM) {
    static final double M_PER_KM = 1000;

    /** @param share of the count that is his, 0 to 1 */
    public static Counted of(EventCount count, String entrant, double share) {
        EventCounts events = count.events();
        return new Counted(
                entrant,
                count.week(),
                events.accelerations() * share,
                events.brakings() * share,
                events.overspeeds() * share,
                count.distanceM() * share);
    }

    /** Without a distance there is no rate, and events that belong to none must not meet the distance of other weeks. */
    boolean hasDistance() {
        return distanceM > 0;
    }

    double km() {
        return distanceM / M_PER_KM;
    }

    double events(MarkKind kind) {
        return switch (kind) {
            case ACCELERATION -> accelerations;
            case DECELERATION -> brakings;
            case SPEED_KEEPING -> overspeeds;
        };
    }
}
