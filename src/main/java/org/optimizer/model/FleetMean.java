package org.optimizer.model;

/**
 * What counts as average in a vehicle class: the mean of its last closed weeks, frozen when a week opens.
 *
 * @param accelerationPoints per 100 km
 * @param brakingPoints per 100 km
 */
public record FleetMean(VehicleClass vehicleClass, double accelerationPoints, double brakingPoints) {}
