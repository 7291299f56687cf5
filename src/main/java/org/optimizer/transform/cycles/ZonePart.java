package org.optimizer.transform.cycles;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * What work did not interrupt of a visit: as a rule the whole visit.
 *
 * @param cutBefore begins where work went on again inside the zone
 * @param cutAfter ends where work was interrupted inside the zone
 */
record ZonePart(JudgedStay whole, long fromMs, long toMs, boolean cutBefore, boolean cutAfter) {

    String zone() {
        return whole.stay().visit().zone();
    }

    boolean isCut() {
        return cutBefore || cutAfter;
    }

    /** Nobody knows when the vehicle came. */
    boolean isEntryCensored() {
        return cutBefore || whole.stay().visit().entryCensored();
    }

    /** Nobody knows when the vehicle left. */
    boolean isExitCensored() {
        return cutAfter || whole.stay().visit().exitCensored();
    }

    /** Whether its beginning and its end were recorded, if only as an interruption. */
    boolean isWhole() {
        boolean entered = cutBefore || !whole.stay().visit().entryCensored();
        boolean left = cutAfter || !whole.stay().visit().exitCensored();
        return entered && left;
    }

    boolean contains(long ms) {
        return fromMs <= ms && ms <= toMs;
    }

    /** Time inside without fixes, s: at most as long as this part. */
    double gapS() {
        return Math.min(whole.stay().visit().gapS(), (toMs - fromMs) / 1e3);
    }

    /** Longest standstill without fixes, s. */
    double inferredS() {
        return longestS(Stop::inferred);
    }

    /** Longest standstill with fixes, s. The visit also knows of standstills that are too short for a fact of their own. */
    double recordedS() {
        double longest = longestS(stop -> !stop.inferred());
        double known = whole.stay().visit().longestStandS();
        return isCut() || known <= inferredS() ? longest : Math.max(longest, known);
    }

    private double longestS(Predicate<Stop> which) {
        return whole.stops().stream()
                        .filter(which)
                        .mapToLong(stop -> stop.withinMs(fromMs, toMs))
                        .max()
                        .orElse(0)
                / 1e3;
    }

    /** The longest of its standstills, the first of equal ones; empty when none has its middle here. */
    Optional<Stop> longest() {
        return whole.stops().stream()
                .filter(stop -> contains(stop.middleMs()))
                .reduce((one, other) -> other.durationS() > one.durationS() ? other : one);
    }

    /** Standing, but not at the longest standstill: an estimate of the queue, s. */
    double queueS() {
        double stood = isCut() ? stoodS() : whole.stay().visit().standS();
        return Math.max(0, stood - Math.max(recordedS(), inferredS()));
    }

    private double stoodS() {
        return whole.stops().stream()
                        .mapToLong(stop -> stop.withinMs(fromMs, toMs))
                        .sum()
                / 1e3;
    }
}
