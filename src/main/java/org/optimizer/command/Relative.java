package org.optimizer.command;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.optimizer.model.DayFacts;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.JudgedVisit;
import org.optimizer.model.RelativeRules;
import org.optimizer.model.RelativeScore;
import org.optimizer.model.Trip;
import org.optimizer.model.VehicleClass;
import org.optimizer.transform.scoring.relative.Entrant;
import org.optimizer.transform.scoring.relative.References;
import org.optimizer.transform.scoring.relative.RelativeScoring;

/** The method of 2019 over the files: the vehicles in them are the fleet, one driver each, and all days are one week. */
final class Relative {
    private final Map<String, RelativeScore> scores;

    Relative(List<Analysis> fleet, VehicleClass vehicleClass, RelativeRules rules) {
        References references = new References();
        fleet.forEach(analysis -> references.add(analysis.curves()));
        List<Entrant> entrants =
                fleet.stream().map(analysis -> entrant(analysis, vehicleClass)).toList();
        scores = RelativeScoring.score(week(fleet), entrants, references, List.of(), rules).stream()
                .collect(Collectors.toMap(RelativeScore::driverId, Function.identity()));
    }

    private static IsoWeek week(List<Analysis> fleet) {
        return IsoWeek.of(fleet.stream()
                .flatMap(analysis -> analysis.recorded().days().stream())
                .map(DayFacts::day)
                .min(LocalDate::compareTo)
                .orElse(LocalDate.EPOCH));
    }

    private static Entrant entrant(Analysis analysis, VehicleClass vehicleClass) {
        List<DayFacts> days = analysis.recorded().days();
        return new Entrant(
                analysis.vehicleId(),
                vehicleClass,
                false,
                secondShare(analysis),
                analysis.curves(),
                analysis.activity().visits().stream().map(JudgedVisit::visit).toList(),
                days.stream().flatMap(day -> day.gradients().stream()).toList());
    }

    /** 0 without a kilometre. */
    private static double secondShare(Analysis analysis) {
        double km = km(analysis.trips().stream());
        Stream<Analysis.JudgedTrip> everySecond = analysis.trips().stream()
                .filter(judged -> judged.trip().medianIntervalS() <= RelativeScoring.EVERY_SECOND_S);
        return km == 0 ? 0 : km(everySecond) / km;
    }

    private static double km(Stream<Analysis.JudgedTrip> trips) {
        return trips.map(Analysis.JudgedTrip::trip)
                .mapToDouble(Trip::distanceKm)
                .sum();
    }

    RelativeScore of(String vehicleId) {
        return scores.get(vehicleId);
    }
}
