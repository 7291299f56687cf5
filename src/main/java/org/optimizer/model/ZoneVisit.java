package org.optimizer.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A vehicle was in a zone for a while, whether it stopped there or passed through: which of the two it was is the rules' to say.
 *
 * @param number 0, 1, 2 … within the vehicle's day
 * @param zone name of the zone
 * @param type of the zone: load, unload, cruise, depot, fuel …
 * @param enter first fix of the run that confirmed the entry, or where the line between two fixes 5 s or more apart crosses the fence
 * @param exit likewise
 * @param entryCensored the recording began inside, so that nobody knows when the vehicle entered
 * @param exitCensored the recording ended inside
 * @param split at midnight: the visit goes on in the next day, or came from the day before; both parts are censored where they
 *     touch, and a reader puts them together again
 * @param longestStandS longest standstill inside, s; 0 when it never stood
 * @param standS all standstills inside, s
 * @param gapS time inside without fixes (intervals over 15 s), s
 * @param distanceKm driven inside
 * @param odometerEnterKm driven by the vehicle from the first fix of its day to the entry
 * @param odometerExitKm likewise to the exit
 * @param samples fixes inside that carry a speed; the mean and the deviation are of these
 * @param meanSpeedKmh NaN without samples
 * @param sdSpeedKmh standard deviation of speed inside (of the samples, divided by their number), NaN without samples
 */
public record ZoneVisit(
        int number,
        String zone,
        String type,
        Optional<String> driverId,
        Instant enter,
        Instant exit,
        boolean entryCensored,
        boolean exitCensored,
        boolean split,
        double longestStandS,
        double standS,
        double gapS,
        double distanceKm,
        double odometerEnterKm,
        double odometerExitKm,
        int samples,
        double meanSpeedKmh,
        double sdSpeedKmh) {

    public double dwellS() {
        return (exit.toEpochMilli() - enter.toEpochMilli()) / 1000.0;
    }
}
