package org.optimizer.model;

/** What a tracker or another system says that a driver did; how it judged so is its own matter. */
public enum BehaviourType {
    HARSH_ACCELERATION,
    HARSH_BRAKING,
    HARSH_CORNERING,
    OVERSPEED,
    IDLING
}
