package org.optimizer.model;

import java.time.Instant;

/**
 * The middle of a climb or of a descent: where the method of 2019 looks at how steadily a dumper is driven.
 *
 * @param number 0, 1, 2 … within the vehicle's day
 * @param middle instant half-way between the lowest and the highest place
 * @param samples speeds in the window around it, at steps of one second
 * @param minSpeedKmh of the window
 * @param maxSpeedKmh of the window
 * @param sdSpeedKmh standard deviation of the window's speeds (divided by their number)
 */
public record Gradient(
        int number,
        int tripNumber,
        Kind kind,
        Instant middle,
        int samples,
        double minSpeedKmh,
        double maxSpeedKmh,
        double sdSpeedKmh) {
    /** Up or down. */
    public enum Kind {
        CLIMB,
        DESCENT
    }
}
