package org.optimizer.model;

/**
 * A vehicle whose traces are fetched.
 *
 * @param name the name under which the provider knows it ("sensor name"), the key between both worlds
 */
public record Vehicle(String id, String siteId, String name, VehicleClass vehicleClass) {}
