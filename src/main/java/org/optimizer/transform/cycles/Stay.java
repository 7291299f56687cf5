package org.optimizer.transform.cycles;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.optimizer.model.DayFacts;
import org.optimizer.model.ZoneVisit;

/**
 * A whole zone visit: what midnight had split is one again.
 *
 * @param day in which it begins
 */
public record Stay(LocalDate day, ZoneVisit visit) {

    /** The visits of consecutive days, in order of time. */
    public static List<Stay> of(List<DayFacts> days) {
        List<Stay> stays = new ArrayList<>();
        double dayBeganKm = 0;
        double firstBeganKm = 0;
        for (DayFacts day : days) {
            for (ZoneVisit visit : day.visits()) {
                int last = stays.size() - 1;
                if (last >= 0 && stays.get(last).goesOn(day.day(), visit)) {
                    stays.set(last, stays.get(last).with(visit, dayBeganKm - firstBeganKm));
                } else {
                    stays.add(new Stay(day.day(), visit));
                    firstBeganKm = dayBeganKm;
                }
            }
            dayBeganKm += day.distanceKm();
        }
        return stays;
    }

    private boolean goesOn(LocalDate nextDay, ZoneVisit next) {
        return visit.split()
                && visit.exitCensored()
                && next.split()
                && next.entryCensored()
                && visit.zone().equals(next.zone())
                && day.isBefore(nextDay)
                && !next.enter().isBefore(visit.exit());
    }

    /** @param laterKm driven from the beginning of this one's day to the beginning of the other's */
    private Stay with(ZoneVisit next, double laterKm) {
        int samples = visit.samples() + next.samples();
        return new Stay(
                day,
                new ZoneVisit(
                        visit.number(),
                        visit.zone(),
                        visit.type(),
                        visit.driverId(),
                        visit.enter(),
                        next.exit(),
                        visit.entryCensored(),
                        next.exitCensored(),
                        next.split() && next.exitCensored(),
                        Math.max(visit.longestStandS(), next.longestStandS()),
                        visit.standS() + next.standS(),
                        visit.gapS() + next.gapS(),
                        visit.distanceKm() + next.distanceKm(),
                        visit.odometerEnterKm(),
                        next.odometerExitKm() + laterKm,
                        samples,
                        mean(next, samples),
                        deviation(next, samples)));
    }

    private double mean(ZoneVisit next, int samples) {
        return samples == 0 ? Double.NaN : (sum(visit) + sum(next)) / samples;
    }

    private double deviation(ZoneVisit next, int samples) {
        double mean = mean(next, samples);
        double variance = (squares(visit) + squares(next)) / samples - mean * mean;
        return samples == 0 ? Double.NaN : Math.sqrt(Math.max(0, variance));
    }

    private static double sum(ZoneVisit visit) {
        return visit.samples() == 0 ? 0 : visit.samples() * visit.meanSpeedKmh();
    }

    private static double squares(ZoneVisit visit) {
        double mean = visit.meanSpeedKmh();
        double deviation = visit.sdSpeedKmh();
        return visit.samples() == 0 ? 0 : visit.samples() * (mean * mean + deviation * deviation);
    }

    public long fromMs() {
        return visit.enter().toEpochMilli();
    }

    public long toMs() {
        return visit.exit().toEpochMilli();
    }

    public boolean contains(long ms) {
        return fromMs() <= ms && ms <= toMs();
    }
}
