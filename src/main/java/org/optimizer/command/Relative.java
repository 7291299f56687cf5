package org.optimizer.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.optimizer.model.MovementCurve;
import org.optimizer.transform.scoring.relative.CurveScores;
import org.optimizer.transform.scoring.relative.PercentileMarks;

/** The method of 2019 over the files: the vehicles in them are the fleet, one driver each. */
final class Relative {
    private static final int CURVES_NEEDED = 3;

    private final Map<String, CurveScores.Raw> launches;
    private final Map<String, CurveScores.Raw> brakings;
    private final Map<String, Integer> launchMarks;
    private final Map<String, Integer> brakingMarks;

    Relative(List<Analysis> fleet) {
        Map<String, List<MovementCurve>> curves = new LinkedHashMap<>();
        fleet.forEach(analysis -> curves.put(analysis.vehicleId(), analysis.curves()));
        launches = CurveScores.of(MovementCurve.Kind.LAUNCH, curves);
        brakings = CurveScores.of(MovementCurve.Kind.BRAKING, curves);
        launchMarks = marks(launches);
        brakingMarks = marks(brakings);
    }

    /** Fewer curves say too little of a driver: no mark, and no place among those who have one. */
    private static Map<String, Integer> marks(Map<String, CurveScores.Raw> raw) {
        Map<String, Double> measurable = new LinkedHashMap<>();
        raw.forEach((vehicle, score) -> {
            if (score.curves() >= CURVES_NEEDED) {
                measurable.put(vehicle, score.disparity().orElseThrow());
            }
        });
        return PercentileMarks.of(measurable);
    }

    CurveScores.Raw launches(String vehicleId) {
        return launches.get(vehicleId);
    }

    CurveScores.Raw brakings(String vehicleId) {
        return brakings.get(vehicleId);
    }

    Optional<Integer> launchMark(String vehicleId) {
        return Optional.ofNullable(launchMarks.get(vehicleId));
    }

    Optional<Integer> brakingMark(String vehicleId) {
        return Optional.ofNullable(brakingMarks.get(vehicleId));
    }
}
