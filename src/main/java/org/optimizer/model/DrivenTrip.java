package org.optimizer.model;

import java.time.LocalDate;
import java.util.List;

/** A trip with the vehicle it was driven in and its manoeuvres: what a driver's week is summed from. */
public record DrivenTrip(
        String vehicleId, VehicleClass vehicleClass, LocalDate day, Trip trip, List<Manoeuvre> manoeuvres) {
    public DrivenTrip {
        manoeuvres = List.copyOf(manoeuvres);
    }
}
