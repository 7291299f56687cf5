package org.optimizer.standin;

/**
 * How somebody drives.
 *
 * @param pullMps2 usual acceleration from 12 km/h on
 * @param pullSpread standard deviation of its logarithm, from launch to launch
 * @param brakeMps2 usual deceleration under the brake
 * @param brakeSpread standard deviation of its logarithm
 * @param brakeSpanMps speed that is lost under the brake, down to the target; what is above is coasted off
 * @param cruiseKmh speed kept on the haul road
 * @param wanderKmh standard deviation around it
 * @param haste factor on the other limits
 */
record DrivingStyle(
        double pullMps2,
        double pullSpread,
        double brakeMps2,
        double brakeSpread,
        double brakeSpanMps,
        double cruiseKmh,
        double wanderKmh,
        double haste) {
    /** The same driver on a better or worse week: {@code form} above 1 is rougher. */
    DrivingStyle inForm(double form) {
        return new DrivingStyle(
                pullMps2 * form,
                pullSpread,
                brakeMps2 * form,
                brakeSpread,
                brakeSpanMps,
                cruiseKmh + 10 * (form - 1),
                wanderKmh * form,
                haste);
    }
}
