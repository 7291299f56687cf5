package org.optimizer.transform.scoring.relative;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.optimizer.model.MovementCurve;

/**
 * Raw scores of launches, or of brakings: how far the shape of a driver's curves is from the fleet's. The distance of two
 * curves is their Procrustes disparity, which for one dimension is 1 − r², r being their correlation.
 */
public final class CurveScores {
    /** With fewer, chance decides: no mark, and no place among those who have one. */
    private static final int CURVES_NEEDED = 3;

    private CurveScores() {}

    /**
     * A driver's raw score.
     *
     * @param curves how many curves it is the mean of: its weight when batches are put together
     * @param disparity mean of 1 − r², 0 (the fleet's shape) to 1; empty without a curve
     */
    public record Raw(int curves, OptionalDouble disparity) {

        /** Whether there are curves enough for a mark. */
        public boolean isMeasurable() {
            return curves >= CURVES_NEEDED;
        }
    }

    /**
     * The raw score of each driver, in the same order.
     *
     * @param kind the curves to compare; those of the other kind, or of no class, are left out
     * @param fleet all curves of the contest's period by driver
     */
    public static Map<String, Raw> of(MovementCurve.Kind kind, Map<String, List<MovementCurve>> fleet) {
        Map<String, List<MovementCurve>> compared = new LinkedHashMap<>();
        fleet.forEach((driver, curves) -> compared.put(driver, comparable(kind, curves)));
        Map<CurveClass, double[]> references = references(compared);
        Map<String, Raw> scores = new LinkedHashMap<>();
        compared.forEach((driver, curves) -> scores.put(driver, raw(curves, references)));
        return scores;
    }

    private static List<MovementCurve> comparable(MovementCurve.Kind kind, List<MovementCurve> curves) {
        return curves.stream()
                .filter(curve -> curve.kind() == kind && CurveClass.of(curve).isPresent())
                .toList();
    }

    /** The fleet's mean, second by second, of each class that has a curve. */
    private static Map<CurveClass, double[]> references(Map<String, List<MovementCurve>> fleet) {
        Map<CurveClass, double[]> sums = new EnumMap<>(CurveClass.class);
        Map<CurveClass, Integer> counts = new EnumMap<>(CurveClass.class);
        for (List<MovementCurve> curves : fleet.values()) {
            for (MovementCurve curve : curves) {
                CurveClass curveClass = classOf(curve);
                add(curve.kmh(), sums.computeIfAbsent(curveClass, key -> new double[curve.kmh().length]));
                counts.merge(curveClass, 1, Integer::sum);
            }
        }
        sums.forEach((curveClass, sum) -> divide(sum, counts.get(curveClass)));
        return sums;
    }

    private static void add(float[] kmh, double[] sum) {
        for (int second = 0; second < sum.length; second++) {
            sum[second] += kmh[second];
        }
    }

    private static void divide(double[] sum, int count) {
        for (int second = 0; second < sum.length; second++) {
            sum[second] /= count;
        }
    }

    private static Raw raw(List<MovementCurve> curves, Map<CurveClass, double[]> references) {
        OptionalDouble mean = curves.stream()
                .mapToDouble(curve -> disparity(curve.kmh(), references.get(classOf(curve))))
                .average();
        return new Raw(curves.size(), mean);
    }

    private static CurveClass classOf(MovementCurve curve) {
        return CurveClass.of(curve).orElseThrow();
    }

    /** 1 − r². A flat curve has the shape of nothing: 1. */
    static double disparity(float[] one, double[] other) {
        double meanOne = 0;
        double meanOther = 0;
        for (int i = 0; i < one.length; i++) {
            meanOne += one[i] / one.length;
            meanOther += other[i] / one.length;
        }
        double square = 0;
        double squareOne = 0;
        double squareOther = 0;
        for (int i = 0; i < one.length; i++) {
            double a = one[i] - meanOne;
            double b = other[i] - meanOther;
            square += a * b;
            squareOne += a * a;
            squareOther += b * b;
        }
        double product = squareOne * squareOther;
        return product == 0 ? 1 : 1 - square * square / product;
    }
}
