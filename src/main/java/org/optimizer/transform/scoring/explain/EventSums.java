package org.optimizer.transform.scoring.explain;

import java.util.Collection;
import org.optimizer.model.DrivingEvent;
import org.optimizer.model.ManoeuvreKind;
import org.optimizer.model.ScoredEvent;

/** Points of the events that count, and the sums of their squares, by kind. */
record EventSums(int accelerationPoints, int brakingPoints, int accelerationVariance, int brakingVariance) {

    static EventSums of(Collection<ScoredEvent> events) {
        return new EventSums(
                sum(events, ManoeuvreKind.ACCELERATION, false),
                sum(events, ManoeuvreKind.BRAKING, false),
                sum(events, ManoeuvreKind.ACCELERATION, true),
                sum(events, ManoeuvreKind.BRAKING, true));
    }

    private static int sum(Collection<ScoredEvent> events, ManoeuvreKind kind, boolean squared) {
        return events.stream()
                .filter(ScoredEvent::counted)
                .map(ScoredEvent::event)
                .filter(event -> event.kind() == kind)
                .mapToInt(DrivingEvent::points)
                .map(points -> squared ? points * points : points)
                .sum();
    }

    EventSums minus(EventSums less) {
        return new EventSums(
                accelerationPoints - less.accelerationPoints,
                brakingPoints - less.brakingPoints,
                accelerationVariance - less.accelerationVariance,
                brakingVariance - less.brakingVariance);
    }
}
