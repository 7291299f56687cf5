package org.optimizer.transform.scoring.fairness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.optimizer.model.AuditPoint;
import org.optimizer.model.DeviceWeek;
import org.optimizer.model.DriverScore;
import org.optimizer.model.FairnessFactor;
import org.optimizer.model.FairnessFinding;
import org.optimizer.model.FairnessFinding.Outcome;
import org.optimizer.model.FairnessLimits;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.VehicleClass;

/**
 * Holds scores against what recorded them. Competitors are those of a league and week, so each score counts by its lead over
 * their mean: a class with a stricter table, or a week of snow, says nothing about a phone.
 */
public final class FairnessCheck {
    /** Fewer say nothing. */
    public static final int FEWEST_DRIVERS = 8;

    /** A share of variance is never below 0, so that its interval cannot tell chance: how rare it must be among random ones. */
    private static final double RARE = 0.05;

    private final String contestId;
    private final IsoWeek week;
    private final List<AuditPoint> points;
    private final FairnessLimits limits;

    private FairnessCheck(String contestId, IsoWeek week, List<AuditPoint> points, FairnessLimits limits) {
        this.contestId = contestId;
        this.week = week;
        this.points = points.stream().filter(AuditPoint::ranked).toList();
        this.limits = limits;
    }

    /** Scores and what recorded them, joined; without a second ranked driver in league and week there is no lead. */
    public static List<AuditPoint> points(Collection<DriverScore> scores, Collection<DeviceWeek> devices) {
        Map<Object, Double> means = scores.stream()
                .filter(DriverScore::ranked)
                .collect(Collectors.groupingBy(FairnessCheck::race))
                .entrySet()
                .stream()
                .filter(race -> race.getValue().size() > 1)
                .collect(Collectors.toMap(Map.Entry::getKey, race -> mean(race.getValue())));
        Map<Object, DeviceWeek> byDriver = devices.stream()
                .collect(Collectors.toMap(device -> List.of(device.driverId(), device.week()), Function.identity()));
        List<AuditPoint> points = new ArrayList<>();
        for (DriverScore score : scores) {
            Double mean = means.get(race(score));
            DeviceWeek device =
                    byDriver.get(List.of(score.driverId(), score.facts().week()));
            if (mean != null && device != null && score.score().isPresent()) {
                points.add(new AuditPoint(device, points(score) - mean, score.ranked()));
            }
        }
        return points;
    }

    private record Race(IsoWeek week, VehicleClass league) {}

    private static Race race(DriverScore score) {
        return new Race(score.facts().week(), score.facts().league());
    }

    private static double mean(List<DriverScore> scores) {
        return scores.stream().mapToDouble(FairnessCheck::points).average().orElseThrow();
    }

    private static double points(DriverScore score) {
        return score.score().orElseThrow().doubleValue();
    }

    /**
     * One finding per factor, in their order. Drawings are the same for the same contest and week.
     *
     * @param week the last of the weeks that the points are of
     */
    public static List<FairnessFinding> findings(
            String contestId, IsoWeek week, List<AuditPoint> points, FairnessLimits limits) {
        FairnessCheck check = new FairnessCheck(contestId, week, points, limits);
        return Arrays.stream(FairnessFactor.values()).map(check::finding).toList();
    }

    private FairnessFinding finding(FairnessFactor factor) {
        return switch (factor) {
            case SAMPLING_INTERVAL -> correlation(factor, DeviceWeek::intervalS);
            case SPEED_ACCURACY -> correlation(factor, DeviceWeek::speedAccuracyMps);
            case DEVICE_CLASS -> share(factor, device -> device.deviceClass().name());
            case VEHICLE -> share(factor, DeviceWeek::vehicleId);
        };
    }

    private FairnessFinding correlation(FairnessFactor factor, ToDoubleFunction<DeviceWeek> figure) {
        Clusters known = Clusters.of(points.stream()
                .filter(point -> !Double.isNaN(figure.applyAsDouble(point.device())))
                .toList());
        if (isTooFew(known)) {
            return without(factor, Outcome.TOO_FEW, known);
        }
        List<AuditPoint> all = known.points();
        double[] x = all.stream()
                .mapToDouble(point -> figure.applyAsDouble(point.device()))
                .toArray();
        double[] y = all.stream().mapToDouble(AuditPoint::lead).toArray();
        Spearman link = Spearman.of(x, y, known.independent(Ranks.of(x), Ranks.of(y)));
        if (Double.isNaN(link.r())) {
            return without(factor, Outcome.NO_VARIATION, known);
        }
        boolean sure = link.low() > 0 || link.high() < 0;
        boolean large = Math.abs(link.r()) >= limits.correlation();
        return with(factor, sure && large, link.r(), link.low(), link.high(), Double.NaN, known);
    }

    private FairnessFinding share(FairnessFactor factor, Function<DeviceWeek, String> group) {
        Clusters all = Clusters.of(points);
        if (isTooFew(all)) {
            return without(factor, Outcome.TOO_FEW, all);
        }
        Set<String> groups =
                points.stream().map(point -> group.apply(point.device())).collect(Collectors.toSet());
        if (groups.size() == 1) {
            return without(factor, Outcome.NO_VARIATION, all);
        }
        if (isEachOnesOwn(all, group)) {
            return without(factor, Outcome.INSEPARABLE, all);
        }
        VarianceShare link = VarianceShare.of(all, point -> group.apply(point.device()), seed(factor));
        boolean sure = link.pValue() <= RARE;
        boolean large = link.estimate() >= limits.share();
        return with(factor, sure && large, link.estimate(), link.low(), link.high(), link.pValue(), all);
    }

    /** A few drivers with nearly all of the weeks are too few as well. */
    private static boolean isTooFew(Clusters clusters) {
        return clusters.drivers() < FEWEST_DRIVERS || clusters.equalDrivers() < FEWEST_DRIVERS / 2.0;
    }

    /** No group has two drivers, and no driver two groups. */
    private static boolean isEachOnesOwn(Clusters clusters, Function<DeviceWeek, String> group) {
        Set<String> taken = new HashSet<>();
        for (List<AuditPoint> weeks : clusters.ofDriver()) {
            Set<String> own =
                    weeks.stream().map(point -> group.apply(point.device())).collect(Collectors.toSet());
            if (own.size() > 1 || !taken.addAll(own)) {
                return false;
            }
        }
        return true;
    }

    private long seed(FairnessFactor factor) {
        return (contestId + week + factor).hashCode();
    }

    private FairnessFinding without(FairnessFactor factor, Outcome outcome, Clusters clusters) {
        return made(factor, outcome, Double.NaN, Double.NaN, Double.NaN, Double.NaN, clusters);
    }

    private FairnessFinding with(
            FairnessFactor factor,
            boolean needsLook,
            double estimate,
            double low,
            double high,
            double pValue,
            Clusters clusters) {
        return made(factor, needsLook ? Outcome.NEEDS_LOOK : Outcome.CLEAR, estimate, low, high, pValue, clusters);
    }

    private FairnessFinding made(
            FairnessFactor factor,
            Outcome outcome,
            double estimate,
            double low,
            double high,
            double pValue,
            Clusters clusters) {
        List<AuditPoint> used = clusters.points();
        long weeks =
                used.stream().map(point -> point.device().week()).distinct().count();
        return new FairnessFinding(
                contestId,
                week,
                factor,
                outcome,
                estimate,
                low,
                high,
                pValue,
                factor.isNumber() ? limits.correlation() : limits.share(),
                clusters.drivers(),
                used.size(),
                (int) weeks);
    }
}
