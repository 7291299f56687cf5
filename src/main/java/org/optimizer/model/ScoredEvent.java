package org.optimizer.model;

/**
 * An event as it went into a score, or stands beside it.
 *
 * @param vehicleClass of the vehicle when the week was scored; the rules judged the event by it
 * @param counted whether its points are in the score: trips of sampling class A only; others are listed for information
 */
public record ScoredEvent(VehicleClass vehicleClass, boolean counted, DrivingEvent event) {}
