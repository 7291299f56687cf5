package org.optimizer.transform.scoring.relative;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.optimizer.model.MovementCurve;

/**
 * The fleet's mean launch and braking of each class of speed, second by second. Curves are added as they are read, so that
 * a whole contest's need not be in memory at once.
 */
public final class References {
    private final Map<MovementCurve.Kind, Map<CurveClass, Sum>> sums = new EnumMap<>(MovementCurve.Kind.class);

    /** Those of no class are left out. */
    public void add(List<MovementCurve> curves) {
        for (MovementCurve curve : curves) {
            CurveClass.of(curve)
                    .ifPresent(curveClass -> sums.computeIfAbsent(curve.kind(), kind -> new EnumMap<>(CurveClass.class))
                            .computeIfAbsent(curveClass, any -> new Sum(curve.kmh().length))
                            .add(curve.kmh()));
        }
    }

    /** Mean speeds of a class, km/h; empty when no curve of it was added. */
    Optional<double[]> mean(MovementCurve.Kind kind, CurveClass curveClass) {
        return Optional.ofNullable(sums.getOrDefault(kind, Map.of()).get(curveClass))
                .map(Sum::mean);
    }

    /** Speeds of one class, added up. */
    private static final class Sum {
        private final double[] kmh;
        private int curves;

        Sum(int seconds) {
            kmh = new double[seconds];
        }

        void add(float[] speeds) {
            for (int second = 0; second < kmh.length; second++) {
                kmh[second] += speeds[second];
            }
            curves++;
        }

        double[] mean() {
            double[] mean = new double[kmh.length];
            for (int second = 0; second < kmh.length; second++) {
                mean[second] = kmh[second] / curves;
            }
            return mean;
        }
    }
}
