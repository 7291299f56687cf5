package org.optimizer.model;

import java.time.Instant;

/**
 * A candidate: a run of |a₄| at or above the floor of 0.5 m/s², runs closer than 3 s in one. Its samples are kept, so that
 * any threshold above the floor can be applied to it again after the fixes are gone.
 *
 * @param number 0, 1, 2 … within the vehicle's day
 * @param tripNumber the trip it happened in
 * @param at when the run begins
 * @param durationS from the first to the last sample at or above the floor
 * @param peakMps2 highest |a₄|
 * @param guardMps2 what a peak must exceed a threshold by: 1.64 · σ_v · √0.1, of the five fixes of the peak's slope
 * @param startSpeedKmh speed where the slope begins that begins the run: before the vehicle changed its speed
 * @param latitudeDeg where the peak is; NaN without positions
 * @param stepS seconds between two samples of the profile
 * @param profileMps2 |a₄| of each sample (negative where the sign is the other), from {@code at} on
 * @param profileKmh speed where the slope of each sample begins
 */
public record Manoeuvre(
        int number,
        int tripNumber,
        ManoeuvreKind kind,
        Instant at,
        double durationS,
        double peakMps2,
        double guardMps2,
        double startSpeedKmh,
        double latitudeDeg,
        double longitudeDeg,
        double stepS,
        float[] profileMps2,
        float[] profileKmh) {}
