package org.optimizer.transform.scoring.calibration;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The grid on which people write a number down: 0.05 m/s², half a point. */
enum Step {
    /** m/s² */
    PEAK("0.05"),
    /** Points per 100 km. */
    POINTS("0.5"),
    /** m/s² */
    RPA("0.005"),
    /** km/h */
    STEADINESS("0.1"),
    /** 0 to 1 */
    SHARE("0.01");

    private final BigDecimal size;

    Step(String size) {
        this.size = new BigDecimal(size);
    }

    double size() {
        return size.doubleValue();
    }

    /** The nearest number of the grid, half up; exact in decimals. */
    double round(double value) {
        return BigDecimal.valueOf(value)
                .divide(size, 0, RoundingMode.HALF_UP)
                .multiply(size)
                .doubleValue();
    }

    /** So many steps further. */
    double after(double value, int steps) {
        return BigDecimal.valueOf(value)
                .add(size.multiply(BigDecimal.valueOf(steps)))
                .doubleValue();
    }
}
