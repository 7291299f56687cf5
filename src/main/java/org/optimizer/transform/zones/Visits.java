package org.optimizer.transform.zones;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.optimizer.model.ZoneVisit;
import org.optimizer.transform.trips.DayOdometer;
import org.optimizer.transform.trips.DayWindow;
import org.optimizer.transform.trips.Distance;
import org.optimizer.transform.trips.Fixes;
import org.optimizer.transform.trips.LogIns;
import org.optimizer.transform.trips.Stand;

/** Finds when a vehicle was in which zone, and sums what it did there. */
public final class Visits {
    private static final double KMH_PER_MPS = 3.6;
    /** Longer intervals are not measured by speed, ms. */
    private static final double SPEED_HOLDS_MS = 120_000;

    private final Fixes fixes;
    private final List<Stand> stands;
    private final ZoneMap zones;
    private final Whereabouts whereabouts;
    private final DayOdometer odometer;

    private Visits(Fixes fixes, List<Stand> stands, ZoneMap zones, DayOdometer odometer) {
        this.fixes = fixes;
        this.odometer = odometer;
        this.stands = stands;
        this.zones = zones;
        this.whereabouts = new Whereabouts(fixes, stands, zones);
    }

    /**
     * The visits of a day, in order of time; they do not overlap. One that lasts over midnight is split there.
     *
     * @param stands in order of time, brief ones among them
     */
    public static List<ZoneVisit> ofDay(
            Fixes fixes, List<Stand> stands, ZoneMap zones, DayWindow window, LogIns logIns, DayOdometer odometer) {
        return zones.isEmpty() ? List.of() : new Visits(fixes, stands, zones, odometer).ofDay(window, logIns);
    }

    private List<ZoneVisit> ofDay(DayWindow window, LogIns logIns) {
        List<ZoneVisit> visits = new ArrayList<>();
        for (Stay stay : StayFinder.find(fixes, zones, whereabouts)) {
            long fromMs = Math.max(window.fromMs(), stay.enterMs());
            long toMs = Math.min(window.toMs(), stay.exitMs());
            // one that ends at midnight sharp leaves nothing to the day that begins then
            boolean isInstant = stay.enterMs() == stay.exitMs() && window.contains(stay.enterMs());
            if (fromMs < toMs || isInstant) {
                visits.add(visit(visits.size(), stay, fromMs, toMs, window, logIns));
            }
        }
        return visits;
    }

    private ZoneVisit visit(int number, Stay stay, long fromMs, long toMs, DayWindow window, LogIns logIns) {
        Fence fence = zones.fence(stay.zone());
        boolean cameBefore = stay.enterMs() < fromMs;
        boolean goesOn = stay.exitMs() > toMs;
        SpeedSums speeds = speeds(
                Math.max(stay.from(), fixes.firstAtOrAfter(window.fromMs())),
                Math.min(stay.to(), fixes.firstAtOrAfter(window.toMs())));
        Inside inside = inside(stay, fromMs, toMs);
        return new ZoneVisit(
                number,
                fence.name(),
                fence.type(),
                logIns.driverAt(fromMs),
                Instant.ofEpochMilli(fromMs),
                Instant.ofEpochMilli(toMs),
                cameBefore || stay.entryCensored(),
                goesOn || stay.exitCensored(),
                cameBefore || goesOn,
                inside.longestStandS,
                inside.standS,
                inside.gapS,
                inside.distanceM / 1e3,
                odometer.kmAt(fromMs),
                odometer.kmAt(toMs),
                speeds.count,
                speeds.meanKmh(),
                speeds.sdKmh());
    }

    /** Reported speeds only: derived ones say nothing about how steadily a vehicle is driven. */
    private SpeedSums speeds(int from, int to) {
        SpeedSums sums = new SpeedSums();
        for (int index = from; index < to; index++) {
            if (fixes.hasDoppler(index)) {
                sums.add(fixes.mps(index) * KMH_PER_MPS);
            }
        }
        return sums;
    }

    /** Running mean and squares (Welford), so that a thousand equal speeds deviate by nothing. */
    private static final class SpeedSums {
        private int count;
        private double mean;
        private double squares;

        private void add(double kmh) {
            count++;
            double off = kmh - mean;
            mean += off / count;
            squares += off * (kmh - mean);
        }

        private double meanKmh() {
            return count == 0 ? Double.NaN : mean;
        }

        private double sdKmh() {
            return count == 0 ? Double.NaN : Math.sqrt(squares / count);
        }
    }

    /** Sums over the time inside. */
    private static final class Inside {
        private double longestStandS;
        private double standS;
        private double gapS;
        private double distanceM;
    }

    private Inside inside(Stay stay, long fromMs, long toMs) {
        Inside inside = new Inside();
        addStands(inside, stay, fromMs, toMs);
        int index = Math.max(0, fixes.firstAtOrAfter(fromMs) - 1);
        int stand = firstStandAfter(index);
        for (; index < fixes.size() - 1 && fixes.timeMs(index) < toMs; index++) {
            while (stand < stands.size() && stands.get(stand).to() <= index) {
                stand++;
            }
            boolean standing = stand < stands.size() && stands.get(stand).from() <= index;
            addInterval(inside, index, standing, overlapMs(fixes.timeMs(index), fixes.timeMs(index + 1), fromMs, toMs));
        }
        return inside;
    }

    private void addInterval(Inside inside, int index, boolean standing, long overlapMs) {
        long interval = fixes.intervalMs(index);
        if (interval > Fixes.GAP_MS) {
            inside.gapS += overlapMs / 1e3;
        }
        if (overlapMs > 0 && (!standing || fixes.hasDoppler(index) && fixes.movesAfter(index))) {
            inside.distanceM += Distance.metres(fixes, index, SPEED_HOLDS_MS) * overlapMs / interval;
        }
    }

    private void addStands(Inside inside, Stay stay, long fromMs, long toMs) {
        for (int number = firstStandAfter(stay.from()); number < stands.size(); number++) {
            Stand stand = stands.get(number);
            if (fixes.timeMs(stand.from()) >= toMs) {
                return;
            }
            if (whereabouts.zoneOfStand(number) == stay.zone()) {
                double seconds = overlapMs(fixes.timeMs(stand.from()), fixes.timeMs(stand.to()), fromMs, toMs) / 1e3;
                inside.standS += seconds;
                inside.longestStandS = Math.max(inside.longestStandS, seconds);
            }
        }
    }

    /** The first standstill that ends after a fix. */
    private int firstStandAfter(int index) {
        int low = 0;
        int high = stands.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (stands.get(middle).to() <= index) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static long overlapMs(long from, long to, long otherFrom, long otherTo) {
        return Math.max(0, Math.min(to, otherTo) - Math.max(from, otherFrom));
    }
}
