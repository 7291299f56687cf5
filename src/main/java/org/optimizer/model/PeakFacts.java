package org.optimizer.model;

/**
 * What is asked about a manoeuvre.
 *
 * @param peakMps2 highest |a₄|
 * @param guardMps2 what it must exceed each threshold by
 */
public record PeakFacts(VehicleClass vehicleClass, ManoeuvreKind kind, double peakMps2, double guardMps2) {}
