package org.optimizer.transform.scoring.relative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.optimizer.model.MovementCurve;

class CurveScoresTest {
    private static final IntToDoubleFunction LINE = second -> second * 30.0 / 60;
    private static final IntToDoubleFunction LATE = second -> Math.max(0, second - 50) * 30.0 / 10;

    @Test
    void theFleetsShapeIsZeroAtAnySpeedOfItsClass() {
        Map<String, Raw> scores = launches(Map.of("one", List.of(launch(LINE), launch(s -> 0.9 * s / 2))));

        assertThat(scores.get("one").moves()).isEqualTo(2);
        assertThat(scores.get("one").value()).isCloseTo(0, within(1e-9));
    }

    /** A line and a ramp over the last sixth against their mean, correlations by hand with numpy.corrcoef: 0.9158, 0.8644. */
    @Test
    void anotherShapeIsAsFarAsItsCorrelationSays() {
        Map<String, Raw> scores = launches(Map.of("line", List.of(launch(LINE)), "late", List.of(launch(LATE))));

        assertThat(scores.get("line").value()).isCloseTo(0.161389, within(1e-5));
        assertThat(scores.get("late").value()).isCloseTo(0.252748, within(1e-5));
    }

    @Test
    void brakingsAreNoLaunches() {
        MovementCurve braking =
                new MovementCurve(0, 0, MovementCurve.Kind.BRAKING, Instant.EPOCH, kmh(second -> 30 - second / 2.0));

        assertThat(launches(Map.of("one", List.of(braking))).get("one")).isEqualTo(Raw.NONE);
    }

    @Test
    void curvesAreComparedWithThoseOfTheirOwnClassOnly() {
        MovementCurve alone = reaching(36);

        Raw raw = launches(Map.of("one", List.of(alone), "other", List.of(launch(LATE), launch(LATE))))
                .get("one");

        assertThat(raw.value()).isCloseTo(0, within(1e-9));
    }

    @Test
    void classesReachFromAboveTheirLowerToTheirUpperSpeed() {
        assertThat(CurveClass.of(reaching(20))).isEmpty();
        assertThat(CurveClass.of(reaching(20.01))).hasValue(CurveClass.FROM_20);
        assertThat(CurveClass.of(reaching(25))).hasValue(CurveClass.FROM_20);
        assertThat(CurveClass.of(reaching(25.01))).hasValue(CurveClass.FROM_25);
        assertThat(CurveClass.of(reaching(35))).hasValue(CurveClass.FROM_30);
        assertThat(CurveClass.of(reaching(35.01))).hasValue(CurveClass.OVER_35);
    }

    @Test
    void aFlatCurveHasTheShapeOfNothing() {
        assertThat(CurveScores.disparity(new float[] {1, 1, 1}, new double[] {1, 2, 3}))
                .isEqualTo(1);
    }

    private static Map<String, Raw> launches(Map<String, List<MovementCurve>> fleet) {
        References references = new References();
        fleet.values().forEach(references::add);
        Map<String, Raw> scores = new HashMap<>();
        fleet.forEach(
                (driver, curves) -> scores.put(driver, CurveScores.of(MovementCurve.Kind.LAUNCH, curves, references)));
        return scores;
    }

    private static MovementCurve reaching(double farEndKmh) {
        return launch(second -> second * farEndKmh / 60);
    }

    private static MovementCurve launch(IntToDoubleFunction speed) {
        return new MovementCurve(0, 0, MovementCurve.Kind.LAUNCH, Instant.EPOCH, kmh(speed));
    }

    private static float[] kmh(IntToDoubleFunction speed) {
        float[] kmh = new float[61];
        for (int second = 0; second < kmh.length; second++) {
            kmh[second] = (float) speed.applyAsDouble(second);
        }
        return kmh;
    }
}
