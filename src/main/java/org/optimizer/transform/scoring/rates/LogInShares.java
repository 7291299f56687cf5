package org.optimizer.transform.scoring.rates;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.optimizer.model.Badge;

/** Shares a vehicle's week among the drivers who were logged in on it, by the time of their log-ins. */
public final class LogInShares {
    private static final double MS_PER_H = 3_600_000;

    private LogInShares() {}

    /**
     * The share of each driver; their sum is 1, or there is nobody.
     *
     * @param badges of one vehicle, from before {@code start} on; one lasts until the next
     * @param longestH but for at most so many hours
     */
    public static Map<String, Double> of(List<Badge> badges, Instant start, Instant end, double longestH) {
        Map<String, Double> hours = hours(badges, start, end, longestH);
        double sum = hours.values().stream().mapToDouble(Double::doubleValue).sum();
        hours.replaceAll((driver, own) -> own / sum);
        return hours;
    }

    /** The hours for which each driver was logged in, those above 0. */
    public static Map<String, Double> hours(List<Badge> badges, Instant start, Instant end, double longestH) {
        List<Badge> ordered =
                badges.stream().sorted(Comparator.comparing(Badge::at)).toList();
        Map<String, Double> hours = new TreeMap<>();
        for (int i = 0; i < ordered.size(); i++) {
            Badge badge = ordered.get(i);
            Instant next = i + 1 < ordered.size() ? ordered.get(i + 1).at() : end;
            double own = hours(latest(badge.at(), start), earliest(earliest(next, end), after(badge, longestH)));
            if (own > 0 && !badge.driverId().isEmpty()) {
                hours.merge(badge.driverId(), own, Double::sum);
            }
        }
        return hours;
    }

    private static Instant after(Badge badge, double hours) {
        return badge.at().plusMillis(Math.round(hours * MS_PER_H));
    }

    private static double hours(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / MS_PER_H;
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earliest(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
