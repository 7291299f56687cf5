package org.optimizer.model;

import java.util.List;

/**
 * A score with the events it was made of.
 *
 * @param events in the order in which they were added up
 */
public record ScoredWeek(DriverScore score, List<ScoredEvent> events) {
    public ScoredWeek {
        events = List.copyOf(events);
    }
}
