package org.optimizer.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.optimizer.model.MovementCurve;
import org.optimizer.transform.scoring.relative.CurveScores;
import org.optimizer.transform.scoring.relative.PercentileMarks;

/** The method of 2019 over the files: the vehicles in them are the fleet, one driver each. */
final class Relative {
    private final Map<String, Score> launches;
    private final Map<String, Score> brakings;

    Relative(List<Analysis> fleet) {
        Map<String, List<MovementCurve>> curves = new LinkedHashMap<>();
        fleet.forEach(analysis -> curves.put(analysis.vehicleId(), analysis.curves()));
        launches = scores(CurveScores.of(MovementCurve.Kind.LAUNCH, curves));
        brakings = scores(CurveScores.of(MovementCurve.Kind.BRAKING, curves));
    }

    /**
     * How a vehicle's launches, or brakings, compare.
     *
     * @param raw mean disparity to the fleet, NaN without a curve
     * @param mark 1 to 10; empty with too few curves
     */
    record Score(int curves, double raw, OptionalInt mark) {}

    private static Map<String, Score> scores(Map<String, CurveScores.Raw> raw) {
        Map<String, Integer> marks = PercentileMarks.of(measurable(raw));
        Map<String, Score> scores = new LinkedHashMap<>();
        raw.forEach((vehicle, score) -> scores.put(
                vehicle, new Score(score.curves(), score.disparity().orElse(Double.NaN), mark(marks.get(vehicle)))));
        return scores;
    }

    private static Map<String, Double> measurable(Map<String, CurveScores.Raw> raw) {
        Map<String, Double> measurable = new LinkedHashMap<>();
        raw.forEach((vehicle, score) -> {
            if (score.isMeasurable()) {
                measurable.put(vehicle, score.disparity().orElseThrow());
            }
        });
        return measurable;
    }

    private static OptionalInt mark(Integer mark) {
        return mark == null ? OptionalInt.empty() : OptionalInt.of(mark);
    }

    Score launches(String vehicleId) {
        return launches.get(vehicleId);
    }

    Score brakings(String vehicleId) {
        return brakings.get(vehicleId);
    }
}
