package org.optimizer.transform.trips;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a day's fixes into trips. A recording with an id of its own is a trip; fixes without one are cut where nothing came
 * for more than 15 minutes and at each rest of 5 minutes. Midnight and another driver cut both.
 */
public final class TripCutter {
    private static final long TRIP_GAP_MS = 900_000;
    private static final long REST_MS = 300_000;
    /** A stretch without an id that goes no farther is no trip, m. */
    private static final double NOWHERE_M = 50;

    private final Fixes fixes;
    private final List<Stand> stands;
    private final LogIns logIns;
    private final DayWindow window;
    private final List<Leg> legs = new ArrayList<>();

    private TripCutter(Fixes fixes, List<Stand> stands, LogIns logIns, DayWindow window) {
        this.fixes = fixes;
        this.stands = stands;
        this.logIns = logIns;
        this.window = window;
    }

    /** The legs that begin in the day, in order of time. */
    public static Legs cut(Fixes fixes, List<Stand> stands, LogIns logIns, DayWindow window) {
        TripCutter cutter = new TripCutter(fixes, stands, logIns, window);
        cutter.cutRecordings();
        return new Legs(cutter.legs, fixes);
    }

    private void cutRecordings() {
        for (int from = 0; from < fixes.size(); ) {
            int to = lastOfRecording(from);
            if (fixes.trackName(from).isEmpty()) {
                cutByRules(from, to);
            } else {
                cutByDayAndDriver(from, to, fixes.trackName(from));
            }
            from = to + 1;
        }
    }

    private int lastOfRecording(int from) {
        int to = from;
        while (to + 1 < fixes.size() && fixes.track(to + 1) == fixes.track(from)) {
            to++;
        }
        return to;
    }

    private void cutByRules(int first, int last) {
        int from = first;
        for (Stand stand : stands) {
            if (isRest(stand) && stand.to() > from && stand.from() < last) {
                cutAtGaps(from, Math.max(from, stand.from()));
                from = Math.min(stand.to(), last);
            }
        }
        cutAtGaps(from, last);
    }

    private boolean isRest(Stand stand) {
        return fixes.timeMs(stand.to()) - fixes.timeMs(stand.from()) >= REST_MS;
    }

    private void cutAtGaps(int first, int last) {
        int from = first;
        for (int index = first; index < last; index++) {
            if (fixes.intervalMs(index) > TRIP_GAP_MS) {
                addIfMoved(from, index);
                from = index + 1;
            }
        }
        addIfMoved(from, last);
    }

    private void addIfMoved(int from, int to) {
        double metres = 0;
        for (int index = from; index < to && metres < NOWHERE_M; index++) {
            metres += Distance.metres(fixes, index, TRIP_GAP_MS);
        }
        if (metres >= NOWHERE_M) {
            cutByDayAndDriver(from, to, "");
        }
    }

    private void cutByDayAndDriver(int first, int last, String track) {
        double beatMs = beatMs(first, last);
        int from = Math.max(first, Math.min(last, fixes.firstAtOrAfter(window.fromMs())));
        do {
            long fromMs = fixes.timeMs(from);
            int to = nextCut(fromMs, last);
            if (window.contains(fromMs) && (from < to || first == last)) {
                String name = track.isEmpty() ? Instant.ofEpochMilli(fromMs).toString() : track;
                legs.add(new Leg(legs.size(), name, logIns.driverAt(fromMs), from, to, last, beatMs));
            }
            from = to;
        } while (from < last && window.contains(fixes.timeMs(from)));
    }

    private int nextCut(long fromMs, int last) {
        long cutMs = Math.min(window.toMs(), logIns.nextChangeMs(fromMs));
        return Math.min(last, fixes.firstAtOrAfter(cutMs));
    }

    /** Median interval while moving; of all intervals when nothing moves. */
    private double beatMs(int first, int last) {
        int[] intervals = new int[last - first];
        int moving = 0;
        for (int index = first; index < last; index++) {
            if (fixes.movesAfter(index)) {
                intervals[moving++] = intervalMs(index);
            }
        }
        for (int index = first; moving == 0 && index < last; index++) {
            intervals[index - first] = intervalMs(index);
        }
        return Median.of(intervals, moving == 0 ? intervals.length : moving);
    }

    private int intervalMs(int index) {
        return (int) Math.min(Integer.MAX_VALUE, fixes.intervalMs(index));
    }
}
