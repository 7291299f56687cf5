package org.optimizer.transform.trips;

import java.util.Optional;

/**
 * A trip as a stretch of fixes: the intervals from fix {@code from} to fix {@code to}. The trip of one recording goes on in
 * the next leg where midnight or another driver cut it.
 *
 * @param recordingTo last fix of the recording the leg is part of
 * @param beatMs median interval between fixes while moving, of the whole recording
 */
public record Leg(
        int number, String track, Optional<String> driverId, int from, int to, int recordingTo, double beatMs) {}
