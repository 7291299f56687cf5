package org.optimizer.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A trip of one vehicle by one driver within one site day: sums only, so that a week is a ratio of sums and never a mean
 * of means. An interval between two fixes belongs to the day in which it begins.
 *
 * @param number 0, 1, 2 … within the vehicle's day
 * @param track the recording's own id, or the trip's start where it had none
 * @param driverId empty before any log-in: scored for nobody
 * @param movingS seconds in motion (not standing, not in a gap)
 * @param zeroSpeedS seconds at which the reported speed is zero
 * @param coveredS seconds between fixes at most 15 s apart
 * @param lostS seconds without fixes during or before the trip that no standstill explains
 * @param medianIntervalS median time between fixes while moving
 * @param dopplerShare share of fixes that carry a reported speed, 0 to 1
 * @param speedAccuracyMps median reported accuracy of speed; NaN when never reported
 * @param rpaWork Σ(v·a⁺·Δt) on 5 s mean speeds where a⁺ &gt; 0.1 m/s², m²/s²; divided by {@code rpaDistanceM} it is RPA₅ in
 *     m/s² (Regulation (EU) 2017/1151, annex IIIA, relative positive acceleration)
 * @param gentleLossMps speed lost at 0.05 to 0.5 m/s², sum in m/s
 * @param totalLossMps speed lost in all, sum in m/s
 */
public record Trip(
        int number,
        String track,
        Optional<String> driverId,
        Instant start,
        Instant end,
        double distanceKm,
        double movingS,
        double maxSpeedKmh,
        double zeroSpeedS,
        double coveredS,
        double lostS,
        double medianIntervalS,
        double dopplerShare,
        double speedAccuracyMps,
        double rpaWork,
        double rpaDistanceM,
        double gentleLossMps,
        double totalLossMps,
        SpeedProfile speeds) {

    public double durationS() {
        return (end.toEpochMilli() - start.toEpochMilli()) / 1000.0;
    }
}
