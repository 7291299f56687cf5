package org.optimizer.transform.scoring.fairness;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.optimizer.model.DeviceClass;
import org.optimizer.model.DeviceWeek;
import org.optimizer.model.DriverScore;
import org.optimizer.model.RecordedTrip;
import org.optimizer.model.SamplingClass;

/** What recorded the scored drivers of a week. */
public final class DeviceWeeks {
    private static final double MILLION = 1e6;

    private DeviceWeeks() {}

    /**
     * In the order of the scores; a driver without distance has none.
     *
     * @param scores of one week
     * @param trips of that week, of any drivers
     */
    public static List<DeviceWeek> of(Collection<DriverScore> scores, Collection<RecordedTrip> trips) {
        Map<String, List<RecordedTrip>> byDriver = trips.stream()
                .filter(trip -> trip.distanceKm() > 0)
                .collect(Collectors.groupingBy(RecordedTrip::driverId));
        List<DeviceWeek> weeks = new ArrayList<>();
        for (DriverScore score : scores) {
            List<RecordedTrip> own = byDriver.get(score.driverId());
            if (own != null) {
                weeks.add(week(score, own));
            }
        }
        return weeks;
    }

    private static DeviceWeek week(DriverScore score, List<RecordedTrip> trips) {
        double accuracyMps = mean(trips, RecordedTrip::speedAccuracyMps);
        double dopplerShare = mean(trips, RecordedTrip::dopplerShare);
        return new DeviceWeek(
                score.driverId(),
                score.facts().week(),
                mostDriven(trips),
                mean(trips, RecordedTrip::medianIntervalS),
                accuracyMps,
                dopplerShare,
                samplingClass(score),
                DeviceClass.of(accuracyMps, dopplerShare));
    }

    /**
     * Weighted by kilometres, over the trips that know the figure; NaN when none does. To the millionth: phones that are set alike
     * must not differ by what a computer loses in adding.
     */
    private static double mean(List<RecordedTrip> trips, ToDoubleFunction<RecordedTrip> figure) {
        double km = 0;
        double sum = 0;
        for (RecordedTrip trip : trips) {
            double value = figure.applyAsDouble(trip);
            if (!Double.isNaN(value)) {
                km += trip.distanceKm();
                sum += trip.distanceKm() * value;
            }
        }
        return km == 0 ? Double.NaN : Math.rint(sum / km * MILLION) / MILLION;
    }

    private static String mostDriven(List<RecordedTrip> trips) {
        Map<String, Double> km = trips.stream()
                .collect(Collectors.groupingBy(
                        RecordedTrip::vehicleId, TreeMap::new, Collectors.summingDouble(RecordedTrip::distanceKm)));
        return most(km);
    }

    private static SamplingClass samplingClass(DriverScore score) {
        return score.facts().kmByClass().isEmpty()
                ? SamplingClass.D
                : most(new TreeMap<>(score.facts().kmByClass()));
    }

    /** The first of those with the highest value. */
    private static <K extends Comparable<K>> K most(Map<K, Double> values) {
        return values.entrySet().stream()
                .max(Map.Entry.<K, Double>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .orElseThrow()
                .getKey();
    }
}
