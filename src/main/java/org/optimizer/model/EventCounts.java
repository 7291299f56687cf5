package org.optimizer.model;

/** How often a provider saw a driver or a vehicle accelerate hard, brake hard and drive too fast. */
public record EventCounts(int accelerations, int brakings, int overspeeds) {
    public EventCounts {
        if (accelerations < 0 || brakings < 0 || overspeeds < 0) {
            throw new IllegalArgumentException("events: expected counts of 0 or more, found " + accelerations + ", "
                    + brakings + ", " + overspeeds);
        }
    }
}
