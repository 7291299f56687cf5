package org.optimizer.transform.scoring.relative;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.optimizer.model.Gradient;
import org.optimizer.model.MovementCurve;
import org.optimizer.model.RelativeRules;
import org.optimizer.model.VehicleClass;
import org.optimizer.model.ZoneVisit;

/** Launches, brakings and visits of made-up drivers. */
public final class Moves {
    public static final RelativeRules RULES = new RelativeRules(3, 3, 10, 0.1, 6, 16, 15, 20, 0.5);

    private Moves() {}

    /** Of straight speed to 30 km/h, but for a bend: 0 is straight, 1 waits for the last second. */
    public static MovementCurve launch(double bend) {
        return curve(MovementCurve.Kind.LAUNCH, second -> bent(second, bend));
    }

    public static MovementCurve braking(double bend) {
        return curve(MovementCurve.Kind.BRAKING, second -> bent(60 - second, bend));
    }

    private static double bent(int second, double bend) {
        return 30 * Math.pow(second / 60.0, 1 + 20 * bend);
    }

    public static MovementCurve curve(MovementCurve.Kind kind, IntToDoubleFunction speed) {
        float[] kmh = new float[61];
        for (int second = 0; second < kmh.length; second++) {
            kmh[second] = (float) speed.applyAsDouble(second);
        }
        return new MovementCurve(0, 0, kind, Instant.EPOCH, kmh);
    }

    /** A visit with one sample a second. */
    public static ZoneVisit cruise(String zone, int seconds, double sdKmh) {
        return new ZoneVisit(
                0,
                zone,
                "cruise",
                Optional.of("anyone"),
                Instant.EPOCH,
                Instant.EPOCH.plusSeconds(seconds),
                false,
                false,
                false,
                0,
                0,
                0,
                1,
                0,
                1,
                seconds,
                60,
                sdKmh);
    }

    /** So many launches, brakings and visits of one kind each. */
    static Entrant tipper(String driver, int moves, double bend, double sdKmh) {
        List<MovementCurve> curves = new ArrayList<>();
        List<ZoneVisit> visits = new ArrayList<>();
        for (int i = 0; i < moves; i++) {
            curves.add(launch(bend));
            curves.add(braking(bend));
            visits.add(cruise("road", 60, sdKmh));
        }
        return new Entrant(driver, VehicleClass.TIPPER, false, 1, curves, visits, List.of());
    }

    static Entrant excluded(Entrant entrant) {
        return new Entrant(
                entrant.driverId(),
                entrant.league(),
                true,
                entrant.secondShare(),
                entrant.curves(),
                entrant.visits(),
                entrant.gradients());
    }

    static Entrant everySecond(Entrant entrant, double share) {
        return new Entrant(
                entrant.driverId(),
                entrant.league(),
                entrant.excluded(),
                share,
                entrant.curves(),
                entrant.visits(),
                entrant.gradients());
    }

    static Entrant dumper(String driver, int climbs, double sdKmh) {
        List<Gradient> gradients = new ArrayList<>();
        for (int i = 0; i < climbs; i++) {
            gradients.add(new Gradient(i, 0, Gradient.Kind.CLIMB, Instant.EPOCH, 61, 8, 12, sdKmh));
        }
        return new Entrant(driver, VehicleClass.DUMPER, false, 1, List.of(), List.of(), gradients);
    }
}
