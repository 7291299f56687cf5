package org.optimizer.transform.zones;

import java.util.ArrayList;
import java.util.List;
import org.optimizer.transform.trips.Fixes;

/**
 * Finds in which zone a vehicle was when: one zone at a time. It has left a zone when it is clearly away from it, or in another
 * one; until then a step over the fence and back is noise. Times are those of the first fix on the other side, or of the
 * crossing where fixes are 5 s or more apart.
 */
final class StayFinder {
    private static final long CONFIRM_MS = 10_000;
    private static final double CLEARLY_AWAY_M = 25;
    private static final long LEAVE_MS = 30_000;
    private static final int LEAST_FIXES = 2;
    private static final long CROSSING_MS = 5_000;
    /** Over a longer silence nobody knows when the fence was crossed, ms. */
    private static final long NO_DATA_MS = 120_000;

    private final Fixes fixes;
    private final ZoneMap zones;
    private final Whereabouts whereabouts;
    private final List<Stay> found = new ArrayList<>();

    /** The last fix that says where the vehicle is. */
    private int before = -1;

    private int zone = ZoneMap.NOWHERE;
    private int first;
    private int beforeFirst;
    private int lastInside;
    private boolean confirmed;
    /** Fixes without interruption in the zone. */
    private Run inside;
    /** Those since the vehicle was last seen in the zone. */
    private int firstOutside;

    private Run away;
    private Run elsewhere;
    private boolean elsewhereAway;

    private StayFinder(Fixes fixes, ZoneMap zones, Whereabouts whereabouts) {
        this.fixes = fixes;
        this.zones = zones;
        this.whereabouts = whereabouts;
    }

    /** Stays in order of time; they do not overlap. */
    static List<Stay> find(Fixes fixes, ZoneMap zones, Whereabouts whereabouts) {
        StayFinder finder = new StayFinder(fixes, zones, whereabouts);
        for (int index = 0; index < fixes.size(); index++) {
            if (whereabouts.isPlaced(index)) {
                finder.step(index, whereabouts.zoneOf(index));
                finder.before = index;
            }
        }
        finder.end();
        return finder.found;
    }

    /** A stretch of fixes in one zone, or in none. */
    private record Run(int zone, int first, int beforeFirst, int count) {
        private Run more() {
            return new Run(zone, first, beforeFirst, count + 1);
        }
    }

    private boolean lasts(Run run, int index, long ms) {
        return run.count >= LEAST_FIXES && fixes.timeMs(index) - fixes.timeMs(run.first) >= ms;
    }

    private void step(int index, int at) {
        if (zone == ZoneMap.NOWHERE) {
            if (at != ZoneMap.NOWHERE) {
                enter(new Run(at, index, before, 1), index);
            }
        } else if (isLostOutside(index)) {
            leave();
            step(index, at);
        } else if (at == zone) {
            stay(index);
        } else {
            stray(index, at);
        }
    }

    /** Seen outside, and then not at all for a while. */
    private boolean isLostOutside(int index) {
        return firstOutside >= 0 && fixes.timeMs(index) - fixes.timeMs(before) > NO_DATA_MS;
    }

    private void enter(Run run, int index) {
        zone = run.zone;
        first = run.first;
        beforeFirst = run.beforeFirst;
        confirmed = lasts(run, index, CONFIRM_MS);
        inside = run;
        lastInside = index;
        returned();
    }

    private void stay(int index) {
        inside = firstOutside < 0 ? inside.more() : new Run(zone, index, before, 1);
        confirmed |= lasts(inside, index, CONFIRM_MS);
        lastInside = index;
        returned();
    }

    private void returned() {
        firstOutside = -1;
        away = null;
        elsewhere = null;
    }

    private void stray(int index, int at) {
        if (firstOutside < 0) {
            firstOutside = index;
        }
        boolean isAway = whereabouts.awayM(zone, index) >= CLEARLY_AWAY_M;
        away = isAway ? away == null ? new Run(at, index, before, 1) : away.more() : null;
        if (elsewhere == null || elsewhere.zone != at) {
            elsewhere = new Run(at, index, before, 1);
            elsewhereAway = isAway;
        } else {
            elsewhere = elsewhere.more();
            elsewhereAway |= isAway;
        }
        if (at != ZoneMap.NOWHERE && takesOver(index)) {
            Run other = elsewhere;
            leave();
            enter(other, index);
        } else if (away != null && lasts(away, index, LEAVE_MS)) {
            leave();
        }
    }

    /** Whether the vehicle is in the other zone now: clearly away from the first one, or for long enough in both. */
    private boolean takesOver(int index) {
        boolean sparse = fixes.timeMs(index) - fixes.timeMs(before) >= CROSSING_MS;
        if (elsewhereAway && (elsewhere.count >= LEAST_FIXES || sparse)) {
            return true;
        }
        boolean wins = elsewhere.zone < zone;
        return lasts(elsewhere, index, wins ? CONFIRM_MS : LEAVE_MS);
    }

    private void end() {
        if (zone != ZoneMap.NOWHERE) {
            leave();
        }
    }

    private void leave() {
        boolean knowsEntry = beforeFirst >= 0 && !isSilent(beforeFirst, first);
        boolean knowsExit = firstOutside >= 0 && !isSilent(lastInside, firstOutside);
        long enterMs = knowsEntry ? crossingMs(first, beforeFirst, first) : fixes.timeMs(first);
        long exitMs = knowsExit ? crossingMs(lastInside, firstOutside, firstOutside) : fixes.timeMs(lastInside);
        if (!found.isEmpty()) {
            // crossings of two fences that touch are found one by one
            enterMs = Math.max(enterMs, found.get(found.size() - 1).exitMs());
        }
        found.add(new Stay(
                zone,
                first,
                knowsExit ? firstOutside : lastInside + 1,
                enterMs,
                exitMs,
                !knowsEntry,
                !knowsExit,
                confirmed));
        zone = ZoneMap.NOWHERE;
    }

    private boolean isSilent(int one, int other) {
        return fixes.timeMs(other) - fixes.timeMs(one) > NO_DATA_MS;
    }

    /**
     * When the fence was crossed between a fix inside and one outside: where the line between them crosses it, when they are far
     * apart in time.
     *
     * @param otherwise the fix whose time it is when they are not
     */
    private long crossingMs(int within, int without, int otherwise) {
        long span = fixes.timeMs(without) - fixes.timeMs(within);
        if (Math.abs(span) < CROSSING_MS || shareOf(within, without, 0) != zone) {
            return fixes.timeMs(otherwise);
        }
        double in = 0;
        double out = 1;
        while ((out - in) * Math.abs(span) > 1) {
            double middle = (in + out) / 2;
            if (shareOf(within, without, middle) == zone) {
                in = middle;
            } else {
                out = middle;
            }
        }
        return fixes.timeMs(within) + Math.round(out * span);
    }

    /** The zone at a share of the way from one fix to another. */
    private int shareOf(int one, int other, double share) {
        double latitude = whereabouts.latitudeDeg(one);
        double longitude = whereabouts.longitudeDeg(one);
        double north = whereabouts.latitudeDeg(other) - latitude;
        double east = Math.IEEEremainder(whereabouts.longitudeDeg(other) - longitude, 360);
        return zones.find(latitude + share * north, Math.IEEEremainder(longitude + share * east, 360));
    }
}
