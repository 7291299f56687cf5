package org.optimizer.transform.scoring.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.ToIntFunction;
import org.optimizer.model.DriverWeek;
import org.optimizer.model.Feature;
import org.optimizer.model.VehicleClass;

/**
 * Sets the half mark of events at the median of a class's driver-weeks, and the ends of a straight mark at P10 and P90. Rates
 * are those driven: shrinkage would pull them towards the average of the old thresholds.
 */
public final class Anchors {
    public static final int FEWEST_DRIVER_WEEKS = 8;

    private static final double PER_KM = 100;
    private static final double LOW = 10;
    private static final double MIDDLE = 50;
    private static final double HIGH = 90;

    /** Between best and worst at least so many steps. */
    private static final int FEWEST_STEPS = 3;

    private Anchors() {}

    /**
     * One anchor per class and feature, in their order.
     *
     * @param weeks that compete, summed with the thresholds that the anchors are for
     */
    public static List<Anchor> of(Collection<DriverWeek> weeks) {
        List<Anchor> anchors = new ArrayList<>();
        for (VehicleClass vehicleClass : VehicleClass.values()) {
            List<DriverWeek> own =
                    weeks.stream().filter(week -> week.league() == vehicleClass).toList();
            Arrays.stream(Feature.values()).forEach(feature -> anchors.add(anchor(vehicleClass, feature, own)));
        }
        return anchors;
    }

    private static Anchor anchor(VehicleClass vehicleClass, Feature feature, List<DriverWeek> weeks) {
        return switch (feature) {
            case ACCELERATION_POINTS -> half(vehicleClass, feature, weeks, DriverWeek::accelerationPoints);
            case BRAKING_POINTS -> half(vehicleClass, feature, weeks, DriverWeek::brakingPoints);
            case RPA5 -> line(vehicleClass, feature, weeks, Step.RPA);
            case STEADINESS -> line(vehicleClass, feature, weeks, Step.STEADINESS);
            case GENTLE_SHARE, ECO_CAP_SHARE -> line(vehicleClass, feature, weeks, Step.SHARE);
        };
    }

    private static Anchor half(
            VehicleClass vehicleClass, Feature feature, List<DriverWeek> weeks, ToIntFunction<DriverWeek> points) {
        List<DriverWeek> driven =
                weeks.stream().filter(week -> week.eventKm() > 0).toList();
        if (driven.size() < FEWEST_DRIVER_WEEKS) {
            return Anchor.left(vehicleClass, feature, Left.TOO_FEW_DRIVER_WEEKS, driven.size());
        }
        List<Double> rates = driven.stream()
                .map(week -> points.applyAsInt(week) / week.eventKm() * PER_KM)
                .toList();
        double all = driven.stream().mapToInt(points).sum();
        double km = driven.stream().mapToDouble(DriverWeek::eventKm).sum();
        double half = Math.max(Step.POINTS.size(), Step.POINTS.round(new Percentile(rates).at(MIDDLE)));
        double mean = Step.POINTS.round(all / km * PER_KM);
        return Anchor.set(vehicleClass, feature, new Anchor.HalfMark(half, mean), driven.size());
    }

    private static Anchor line(VehicleClass vehicleClass, Feature feature, List<DriverWeek> weeks, Step step) {
        List<Double> values = weeks.stream()
                .filter(week -> week.feature(feature).isPresent())
                .map(week -> week.feature(feature).getAsDouble())
                .toList();
        if (values.size() < FEWEST_DRIVER_WEEKS) {
            return Anchor.left(vehicleClass, feature, Left.TOO_FEW_DRIVER_WEEKS, values.size());
        }
        double low = step.round(new Percentile(values).at(LOW));
        double high = step.round(new Percentile(values).at(HIGH));
        if (high < step.after(low, FEWEST_STEPS)) {
            return Anchor.left(vehicleClass, feature, Left.NO_SPREAD, values.size());
        }
        Anchor.Line line = feature == Feature.GENTLE_SHARE ? new Anchor.Line(low, high) : new Anchor.Line(high, low);
        return Anchor.set(vehicleClass, feature, line, values.size());
    }
}
