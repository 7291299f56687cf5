package org.optimizer.transform.zones;

import java.util.ArrayList;
import java.util.List;
import org.optimizer.model.DayFacts;
import org.optimizer.model.ZoneVisit;

/** Puts visits together again that were split at midnight. */
public final class SplitVisits {
    private SplitVisits() {}

    /** The visits of consecutive days of one vehicle, numbered through. */
    public static List<ZoneVisit> joined(List<DayFacts> days) {
        List<ZoneVisit> joined = new ArrayList<>();
        for (DayFacts day : days) {
            for (ZoneVisit visit : day.visits()) {
                int last = joined.size() - 1;
                if (last >= 0 && goesOn(joined.get(last), visit)) {
                    joined.set(last, both(joined.get(last), visit));
                } else {
                    joined.add(numbered(visit, joined.size()));
                }
            }
        }
        return joined;
    }

    private static boolean goesOn(ZoneVisit before, ZoneVisit after) {
        return before.split()
                && after.split()
                && before.zone().equals(after.zone())
                && before.exit().equals(after.enter());
    }

    /** The longest standstill is at least that of either part: whether it lasted over midnight is not known any more. */
    private static ZoneVisit both(ZoneVisit before, ZoneVisit after) {
        return new ZoneVisit(
                before.number(),
                before.zone(),
                before.type(),
                before.driverId(),
                before.enter(),
                after.exit(),
                before.entryCensored(),
                after.exitCensored(),
                before.split(),
                Math.max(before.longestStandS(), after.longestStandS()),
                before.standS() + after.standS(),
                before.gapS() + after.gapS(),
                before.distanceKm() + after.distanceKm(),
                before.samples() + after.samples(),
                mean(before, after),
                deviation(before, after));
    }

    private static double mean(ZoneVisit one, ZoneVisit other) {
        return (share(one, one.meanSpeedKmh()) + share(other, other.meanSpeedKmh()))
                / (one.samples() + other.samples());
    }

    /** Of all samples, from those of the parts: within each part, and between them. */
    private static double deviation(ZoneVisit one, ZoneVisit other) {
        double mean = mean(one, other);
        double squares = share(one, squares(one, mean)) + share(other, squares(other, mean));
        return Math.sqrt(squares / (one.samples() + other.samples()));
    }

    private static double squares(ZoneVisit visit, double mean) {
        double off = visit.meanSpeedKmh() - mean;
        return visit.sdSpeedKmh() * visit.sdSpeedKmh() + off * off;
    }

    /** Nothing where nothing was measured, though its mean is not a number. */
    private static double share(ZoneVisit visit, double value) {
        return visit.samples() == 0 ? 0 : visit.samples() * value;
    }

    private static ZoneVisit numbered(ZoneVisit visit, int number) {
        return new ZoneVisit(
                number,
                visit.zone(),
                visit.type(),
                visit.driverId(),
                visit.enter(),
                visit.exit(),
                visit.entryCensored(),
                visit.exitCensored(),
                visit.split(),
                visit.longestStandS(),
                visit.standS(),
                visit.gapS(),
                visit.distanceKm(),
                visit.samples(),
                visit.meanSpeedKmh(),
                visit.sdSpeedKmh());
    }
}
