package org.optimizer.transform.scoring.rates;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.optimizer.model.EventCounts;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.MarkKind;
import org.optimizer.model.PeriodScore;
import org.optimizer.model.ProviderMark;
import org.optimizer.model.ProviderScore;

/**
 * The marks of one week that count for one who competes: a provider's, or those of a vehicle that he shared.
 *
 * @param marks 0 to 10
 * @param global 0 to 10; NaN without one
 * @param events empty when the provider did not say
 * @param distanceM his share of it; NaN when the provider did not say
 * @param drivingS his share of it; NaN when the provider did not say
 * @param share of the week's marks that is his, above 0, at most 1
 */
public record Marked(
        String entrant,
        IsoWeek week,
        Map<MarkKind, Double> marks,
        double global,
        Map<MarkKind, Double> events,
        double distanceM,
        double drivingS,
        double share) {
    private static final double S_PER_H = 3600;

    public Marked {
        marks = Map.copyOf(marks);
        events = Map.copyOf(events);
    }

    public static Marked of(PeriodScore score, String entrant, double share) {
        return new Marked(
                entrant,
                score.week(),
                score.marks(),
                score.global(),
                score.events().map(events -> shared(events, share)).orElse(Map.of()),
                score.distanceM() * share,
                score.drivingS() * share,
                share);
    }

    private static Map<MarkKind, Double> shared(EventCounts events, double share) {
        return Map.of(
                MarkKind.ACCELERATION, events.accelerations() * share,
                MarkKind.DECELERATION, events.brakings() * share,
                MarkKind.SPEED_KEEPING, events.overspeeds() * share);
    }

    /** A week as it was when it was ranked. */
    static Marked of(ProviderScore ranked) {
        Map<MarkKind, Double> marks = new EnumMap<>(MarkKind.class);
        Map<MarkKind, Double> events = new EnumMap<>(MarkKind.class);
        for (ProviderMark mark : ranked.marks()) {
            mark.weekMark().ifPresent(value -> marks.put(mark.kind(), value.doubleValue()));
            if (!Double.isNaN(mark.weekEvents())) {
                events.put(mark.kind(), mark.weekEvents());
            }
        }
        return new Marked(
                ranked.driverId(),
                ranked.week(),
                marks,
                number(ranked.weekGlobal()),
                events,
                ranked.weekKm() * Counted.M_PER_KM,
                ranked.weekDrivingH() * S_PER_H,
                1);
    }

    private static double number(Optional<BigDecimal> value) {
        return value.map(BigDecimal::doubleValue).orElse(Double.NaN);
    }

    double km() {
        return distanceM / Counted.M_PER_KM;
    }

    double drivingH() {
        return drivingS / S_PER_H;
    }
}
