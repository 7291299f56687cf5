package org.optimizer.model;

import java.util.List;

/**
 * What a score was made of, in points that somebody can do something about. Points are those of the week, 0 to 100, not rounded.
 *
 * @param average of the driver's class, towards which few kilometres are pulled
 * @param events in the order of the score
 * @param oneLess what one event less of each sort would give, by kind, mildest first
 * @param improvements for each feature the smallest change that gives a point, the cheapest first; none where no change of it does
 */
public record Explanation(
        FleetMean average, List<EventCost> events, List<OneLess> oneLess, List<Improvement> improvements) {
    /** How much an improvement is to give, points of the week. */
    public static final double ONE_POINT = 1;

    public Explanation {
        events = List.copyOf(events);
        oneLess = List.copyOf(oneLess);
        improvements = List.copyOf(improvements);
    }

    /**
     * @param weekPoints how much higher the week would be without the event; 0 for one that does not count
     */
    public record EventCost(ScoredEvent scored, double weekPoints) {}

    /**
     * One event less.
     *
     * @param points that the event costs before kilometres are looked at
     * @param count how many of the sort there were
     * @param markPoints how much higher its mark would be, of 100
     */
    public record OneLess(
            ManoeuvreKind kind, Severity severity, int points, int count, double markPoints, double weekPoints) {}

    /**
     * The smallest change of one feature that gives {@link #ONE_POINT}.
     *
     * @param from the feature's value
     * @param to the value that gives the point
     * @param fewer the events to leave out, mildest first; empty where the feature counts none
     * @param share how much of what the driver did would have to be different: of the kind's events, or of the value; what is
     *     cheapest has the smallest, 0 to 1 and more
     * @param weekPoints gained; with events a bit more than asked for, as none can be left out in part
     */
    public record Improvement(
            Feature feature, double from, double to, List<Fewer> fewer, double share, double weekPoints) {
        public Improvement {
            fewer = List.copyOf(fewer);
        }
    }

    /** So many events less of a sort. */
    public record Fewer(ManoeuvreKind kind, Severity severity, int count) {}
}
