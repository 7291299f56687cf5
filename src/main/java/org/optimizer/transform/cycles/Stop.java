package org.optimizer.transform.cycles;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.optimizer.model.DayFacts;
import org.optimizer.model.Standstill;

/**
 * A whole standstill: what midnight had split is one again.
 *
 * @param parts as the days have them, in order of time
 */
public record Stop(List<Standstill> parts) {
    public Stop {
        parts = List.copyOf(parts);
    }

    /** The standstills of consecutive days, in order of time. */
    public static List<Stop> of(List<DayFacts> days) {
        List<Stop> stops = new ArrayList<>();
        List<Standstill> parts = new ArrayList<>();
        for (DayFacts day : days) {
            for (Standstill standstill : day.standstills()) {
                if (!parts.isEmpty() && !goesOn(parts.get(parts.size() - 1), standstill)) {
                    stops.add(new Stop(parts));
                    parts.clear();
                }
                parts.add(standstill);
            }
        }
        if (!parts.isEmpty()) {
            stops.add(new Stop(parts));
        }
        return stops;
    }

    /** Standstills never touch but where midnight splits one. */
    private static boolean goesOn(Standstill one, Standstill other) {
        return one.end().equals(other.start());
    }

    public long fromMs() {
        return parts.get(0).start().toEpochMilli();
    }

    public long toMs() {
        return parts.get(parts.size() - 1).end().toEpochMilli();
    }

    public long middleMs() {
        return (fromMs() + toMs()) / 2;
    }

    public double durationS() {
        return (toMs() - fromMs()) / 1e3;
    }

    public boolean inferred() {
        return parts.get(0).inferred();
    }

    /** The zone it stood in, as far as the facts say. */
    public Optional<String> zone() {
        return parts.get(0).zone();
    }

    /** How long it stood between two instants, ms. */
    long withinMs(long fromMs, long toMs) {
        return Math.max(0, Math.min(toMs, toMs()) - Math.max(fromMs, fromMs()));
    }
}
