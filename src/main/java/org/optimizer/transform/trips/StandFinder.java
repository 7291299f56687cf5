package org.optimizer.transform.trips;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.optimizer.model.Standstill;

/**
 * Finds where a vehicle stood for at least 60 s: slow within 30 m of the place's running median, until it drives off or is
 * somewhere else. A gap with both ends at one place counts as standing, and is said to be inferred.
 */
public final class StandFinder {
    /** Of the standstills that are facts. */
    static final Limits USUAL = new Limits(1.0, 30, 2.5, 60, 10_000, 60_000, 30_000);
    /** A shorter stop may do for loading: how long it must be is a rule. */
    private static final Limits BRIEF = new Limits(1.0, 30, 2.5, 60, 10_000, 10_000, 0);

    /**
     * What is a standstill.
     *
     * @param enterMps slower is standing
     * @param enterM so near its place
     * @param leaveMps faster on two fixes is driving off
     * @param leaveM so far from its place is somewhere else
     * @param leaveMs after so long there
     * @param confirmMs shortest standstill
     * @param mergeMs a shorter drive between two standstills at one place is creeping in a queue
     */
    record Limits(
            double enterMps,
            double enterM,
            double leaveMps,
            double leaveM,
            long leaveMs,
            long confirmMs,
            long mergeMs) {}

    /** A position that has not changed for this long a drive is not where the vehicle is, m. */
    private static final double STALE_M = 20;
    /** So long at one place without data is standing, ms. */
    private static final long STOOD_THROUGH_MS = 60_000;
    /** A longer gap is no data, whatever is inferred from it, ms. */
    private static final long NO_DATA_MS = 120_000;

    private final Fixes fixes;
    private final Limits limits;
    private final List<Stand> found = new ArrayList<>();
    private final RunningMedian latitude = new RunningMedian();
    private final RunningMedian longitude = new RunningMedian();

    private int from = -1;
    private int lastSlow;
    private int fast;
    private long farSinceMs;
    private double creptM;
    private double staleM;
    private long longestGapMs;
    private long gapsMs;

    private StandFinder(Fixes fixes, Limits limits) {
        this.fixes = fixes;
        this.limits = limits;
    }

    /** Standstills in order of time; they do not overlap. */
    public static List<Stand> find(Fixes fixes) {
        return find(fixes, USUAL);
    }

    /** Those that last at least 10 s, each stop of a queue by itself. */
    public static List<Stand> findBrief(Fixes fixes) {
        return find(fixes, BRIEF);
    }

    static List<Stand> find(Fixes fixes, Limits limits) {
        StandFinder finder = new StandFinder(fixes, limits);
        for (int index = 0; index < fixes.size(); index++) {
            finder.step(index);
        }
        finder.close();
        return finder.found;
    }

    private void step(int index) {
        if (index > 0) {
            cross(index - 1);
        }
        boolean slow = isSlow(index);
        if (from < 0) {
            if (slow) {
                open(index);
            }
        } else if (slow) {
            stand(index);
        } else if (leaves(index)) {
            close();
        }
    }

    /** What the interval to the next fix means. */
    private void cross(int index) {
        long interval = fixes.intervalMs(index);
        staleM = fixes.isSamePosition(index, index + 1) ? staleM + fixes.mps(index) * interval / 1e3 : 0;
        if (interval <= Fixes.GAP_MS) {
            creptM += fixes.mps(index + 1) * interval / 1e3;
        } else if (stoodThrough(index)) {
            bridge(index, interval);
        } else {
            close();
        }
    }

    private boolean stoodThrough(int index) {
        boolean drives = fixes.mps(index) > limits.leaveMps() && fixes.mps(index + 1) > limits.leaveMps();
        return fixes.endsAtSamePlace(index) && !(drives && fixes.intervalMs(index) <= NO_DATA_MS);
    }

    private void bridge(int index, long interval) {
        if (from < 0) {
            if (interval < STOOD_THROUGH_MS) {
                return;
            }
            open(index);
        }
        stand(index + 1);
        gapsMs += interval;
        longestGapMs = Math.max(longestGapMs, interval);
    }

    private void open(int index) {
        latitude.clear();
        longitude.clear();
        gapsMs = 0;
        longestGapMs = 0;
        from = index;
        stand(index);
    }

    private void stand(int index) {
        lastSlow = index;
        fast = 0;
        farSinceMs = Long.MIN_VALUE;
        creptM = 0;
        if (isPlaced(index)) {
            latitude.add(fixes.latitudeE7(index));
            longitude.add(fixes.longitudeE7(index));
        }
    }

    private boolean isSlow(int index) {
        return fixes.mps(index) < limits.enterMps() && (from < 0 || awayM(index) <= limits.enterM());
    }

    /** Metres from the place's median, or, without positions, crept since the vehicle last stood. */
    private double awayM(int index) {
        return latitude.isEmpty() || !isPlaced(index)
                ? creptM
                : Fixes.distanceM(
                        latitude.value(), longitude.value(), fixes.latitudeE7(index), fixes.longitudeE7(index));
    }

    private boolean isPlaced(int index) {
        return fixes.hasPosition(index) && staleM < STALE_M;
    }

    private boolean leaves(int index) {
        fast = fixes.mps(index) > limits.leaveMps() ? fast + 1 : 0;
        if (awayM(index) < limits.leaveM()) {
            farSinceMs = Long.MIN_VALUE;
        } else if (farSinceMs == Long.MIN_VALUE) {
            farSinceMs = fixes.timeMs(index);
        }
        boolean far = farSinceMs != Long.MIN_VALUE && fixes.timeMs(index) - farSinceMs >= limits.leaveMs();
        return fast >= 2 || far;
    }

    private void close() {
        if (from >= 0 && fixes.timeMs(lastSlow) - fixes.timeMs(from) >= limits.confirmMs()) {
            add(stand());
        }
        from = -1;
    }

    private Stand stand() {
        double latitudeDeg = latitude.isEmpty() ? Double.NaN : latitude.value() / 1e7;
        double longitudeDeg = longitude.isEmpty() ? Double.NaN : longitude.value() / 1e7;
        long duration = fixes.timeMs(lastSlow) - fixes.timeMs(from);
        boolean inferred = longestGapMs > NO_DATA_MS || gapsMs > duration / 2;
        return new Stand(from, lastSlow, latitudeDeg, longitudeDeg, inferred);
    }

    /** Creeping in a queue: what lies less than 30 s and 50 m behind the last standstill is one with it. */
    private void add(Stand stand) {
        int last = found.size() - 1;
        if (last >= 0 && isQueue(found.get(last), stand)) {
            found.set(last, merged(found.get(last), stand));
        } else {
            found.add(stand);
        }
    }

    private boolean isQueue(Stand before, Stand after) {
        if (fixes.timeMs(after.from()) - fixes.timeMs(before.to()) >= limits.mergeMs()) {
            return false;
        }
        boolean placed = fixes.hasPosition(before.to()) && fixes.hasPosition(after.from());
        double metres = placed ? fixes.distanceM(before.to(), after.from()) : driven(before.to(), after.from());
        return metres < Fixes.SAME_PLACE_M;
    }

    private double driven(int first, int last) {
        double metres = 0;
        for (int index = first; index < last; index++) {
            metres += (fixes.mps(index) + fixes.mps(index + 1)) / 2 * fixes.intervalMs(index) / 1e3;
        }
        return metres;
    }

    private static Stand merged(Stand one, Stand other) {
        return new Stand(
                one.from(), other.to(), one.latitudeDeg(), one.longitudeDeg(), one.inferred() || other.inferred());
    }

    /** The standstills of a day; one that lasts over midnight is split there. */
    public static List<Standstill> ofDay(Fixes fixes, List<Stand> stands, DayWindow window, LogIns logIns) {
        List<Standstill> standstills = new ArrayList<>();
        for (Stand stand : stands) {
            long fromMs = Math.max(window.fromMs(), fixes.timeMs(stand.from()));
            long toMs = Math.min(window.toMs(), fixes.timeMs(stand.to()));
            if (fromMs < toMs) {
                standstills.add(new Standstill(
                        standstills.size(),
                        logIns.driverAt(fromMs),
                        Instant.ofEpochMilli(fromMs),
                        Instant.ofEpochMilli(toMs),
                        stand.latitudeDeg(),
                        stand.longitudeDeg(),
                        Optional.empty(),
                        stand.inferred()));
            }
        }
        return standstills;
    }
}
