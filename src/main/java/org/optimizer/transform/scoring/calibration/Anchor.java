package org.optimizer.transform.scoring.calibration;

import java.util.Optional;
import org.optimizer.model.Feature;
import org.optimizer.model.VehicleClass;

/**
 * How a measured value is marked in a class.
 *
 * @param value empty when it stays as it is, {@code left} then says why
 * @param driverWeeks how many there were
 */
public record Anchor(
        VehicleClass vehicleClass, Feature feature, Optional<Value> value, Optional<Left> left, int driverWeeks) {

    /** Either of the two shapes of a mark. */
    public sealed interface Value permits HalfMark, Line {}

    /**
     * @param at points per 100 km worth 50
     * @param mean points per 100 km of an average driver, all kilometres together
     */
    public record HalfMark(double at, double mean) implements Value {}

    /** @param worst worth 0; @param best worth 100 */
    public record Line(double worst, double best) implements Value {}

    static Anchor left(VehicleClass vehicleClass, Feature feature, Left left, int driverWeeks) {
        return new Anchor(vehicleClass, feature, Optional.empty(), Optional.of(left), driverWeeks);
    }

    static Anchor set(VehicleClass vehicleClass, Feature feature, Value value, int driverWeeks) {
        return new Anchor(vehicleClass, feature, Optional.of(value), Optional.empty(), driverWeeks);
    }
}
