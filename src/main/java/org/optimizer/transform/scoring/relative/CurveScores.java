package org.optimizer.transform.scoring.relative;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.optimizer.model.MovementCurve;

/**
 * Raw scores of launches, or of brakings: how far the shape of a driver's curves is from the fleet's. The distance of two
 * curves is their Procrustes disparity, which for one dimension is 1 − r², r being their correlation (C. Goodall, Journal of
 * the Royal Statistical Society B 53, 1991).
 */
final class CurveScores {
    private CurveScores() {}

    /**
     * A driver's raw score: mean of 1 − r², 0 (the fleet's shape) to 1.
     *
     * @param kind the curves to compare; those of the other kind, or of no class, are left out
     * @param references of the contest so far, these curves among them
     */
    static Raw of(MovementCurve.Kind kind, List<MovementCurve> curves, References references) {
        Map<CurveClass, double[]> means = new EnumMap<>(CurveClass.class);
        List<Double> disparities = new ArrayList<>();
        for (MovementCurve curve : curves) {
            CurveClass curveClass = CurveClass.of(curve).orElse(null);
            if (curve.kind() == kind && curveClass != null) {
                double[] mean = means.computeIfAbsent(
                        curveClass, any -> references.mean(kind, any).orElseThrow());
                disparities.add(disparity(curve.kmh(), mean));
            }
        }
        return new Raw(
                disparities.size(),
                disparities.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN));
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
