package org.optimizer.transform.scoring.relative;

import java.util.Optional;
import org.optimizer.model.MovementCurve;

/** Classes of launches and brakings by the speed at their far end, so that like is compared with like. */
public enum CurveClass {
    FROM_20("20-25", 20, 25),
    FROM_25("25-30", 25, 30),
    FROM_30("30-35", 30, 35),
    OVER_35(">35", 35, Float.POSITIVE_INFINITY);

    private final String code;
    private final float aboveKmh;
    private final float upToKmh;

    CurveClass(String code, float aboveKmh, float upToKmh) {
        this.code = code;
        this.aboveKmh = aboveKmh;
        this.upToKmh = upToKmh;
    }

    /** As files show it. */
    public String code() {
        return code;
    }

    /** Empty at 20 km/h and below: that slow, a curve says nothing. */
    public static Optional<CurveClass> of(MovementCurve curve) {
        float kmh = curve.farEndKmh();
        for (CurveClass curveClass : values()) {
            if (kmh > curveClass.aboveKmh && kmh <= curveClass.upToKmh) {
                return Optional.of(curveClass);
            }
        }
        return Optional.empty();
    }
}
