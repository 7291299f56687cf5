package org.optimizer.web;

import java.util.stream.DoubleStream;
import org.optimizer.process.Spread;

/**
 * A drawn box plot, in hundredths of the width there is: whiskers from the 10th to the 90th percentile, a box from the 25th to the
 * 75th, a line at the median.
 */
record Box(double p10, double p25, double median, double p75, double p90) {

    /** @param full the value at the right end */
    static Box of(Spread spread, double full) {
        double[] x = DoubleStream.of(spread.p10(), spread.p25(), spread.median(), spread.p75(), spread.p90())
                .map(value -> 100 * value / full)
                .toArray();
        return new Box(x[0], x[1], x[2], x[3], x[4]);
    }

    public double boxWidth() {
        return p75 - p25;
    }
}
