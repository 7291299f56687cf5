package org.optimizer.model;

import java.time.LocalDate;
import java.util.List;

/**
 * What happened with one vehicle on one site day, in units and without judgement.
 *
 * @param algorithm version of the code that made them
 * @param traceRevision revision of the trace they were made from
 */
public record DayFacts(
        String vehicleId,
        LocalDate day,
        String algorithm,
        int traceRevision,
        int fixesRead,
        int fixesKept,
        List<DataNote> notes,
        List<Trip> trips,
        List<Manoeuvre> manoeuvres,
        List<MovementCurve> curves,
        List<Standstill> standstills,
        List<ZoneVisit> visits,
        List<Gradient> gradients) {
    public DayFacts {
        notes = List.copyOf(notes);
        trips = List.copyOf(trips);
        manoeuvres = List.copyOf(manoeuvres);
        curves = List.copyOf(curves);
        standstills = List.copyOf(standstills);
        visits = List.copyOf(visits);
        gradients = List.copyOf(gradients);
    }

    public double distanceKm() {
        return trips.stream().mapToDouble(Trip::distanceKm).sum();
    }

    public double movingS() {
        return trips.stream().mapToDouble(Trip::movingS).sum();
    }

    public double standstillS() {
        return standstills.stream().mapToDouble(Standstill::durationS).sum();
    }

    /** Share of the time that should have been recorded and was, 0 to 1; 0 without any trip. */
    public double coverage() {
        double covered = trips.stream().mapToDouble(Trip::coveredS).sum();
        double lost = trips.stream().mapToDouble(Trip::lostS).sum();
        return covered + lost == 0 ? 0 : covered / (covered + lost);
    }
}
