package org.optimizer.web;

import java.util.List;
import java.util.Optional;
import org.optimizer.model.DrivingEvent;
import org.optimizer.model.Explanation;
import org.optimizer.model.Explanation.EventCost;
import org.optimizer.model.Explanation.Fewer;
import org.optimizer.model.Explanation.Improvement;
import org.optimizer.model.Explanation.OneLess;
import org.optimizer.model.Feature;
import org.optimizer.model.FleetMean;
import org.optimizer.model.ManoeuvreKind;
import org.optimizer.model.Replay;
import org.optimizer.model.Replay.Difference;
import org.optimizer.model.ScoredEvent;
import org.optimizer.model.Severity;
import org.optimizer.model.VehicleClass;
import org.optimizer.process.Explanations.Explained;

/** Why the drivers of the demo week have their scores: the first in full, the thirteenth with a score that was tampered with. */
final class DemoReasons {
    private static final String SEAL = "4be1c07d9a52e3f84be1c07d9a52e3f84be1c07d9a52e3f84be1c07d9a52e3f8";
    private static final FleetMean AVERAGE = new FleetMean(VehicleClass.TIPPER, 6, 7);

    private DemoReasons() {}

    static Explained of(String driverId) {
        return switch (driverId) {
            case "d1" -> new Explained(first(), Optional.of(new Replay(SEAL, SEAL, List.of())));
            case "d13" -> new Explained(nothing(), Optional.of(tampered()));
            default -> new Explained(nothing(), Optional.empty());
        };
    }

    private static Explanation nothing() {
        return new Explanation(AVERAGE, List.of(), List.of(), List.of());
    }

    private static Explanation first() {
        List<EventCost> events =
                DemoWeek.events().stream().map(DemoReasons::cost).toList();
        return new Explanation(
                AVERAGE,
                events,
                List.of(
                        new OneLess(ManoeuvreKind.ACCELERATION, Severity.STRONG, 1, 1, 0.28, 0.1),
                        new OneLess(ManoeuvreKind.BRAKING, Severity.SEVERE, 6, 1, 1.81, 0.634)),
                List.of(
                        new Improvement(Feature.GENTLE_SHARE, 0.62, 0.6557, List.of(), 0.0576, 1),
                        new Improvement(Feature.RPA5, 0.068, 0.06157, List.of(), 0.0945, 1),
                        new Improvement(
                                Feature.BRAKING_POINTS,
                                5.37,
                                4.27,
                                List.of(
                                        new Fewer(ManoeuvreKind.BRAKING, Severity.STRONG, 1),
                                        new Fewer(ManoeuvreKind.BRAKING, Severity.HARSH, 2),
                                        new Fewer(ManoeuvreKind.BRAKING, Severity.SEVERE, 1)),
                                0.1034,
                                1.04)));
    }

    /** The mildest was recorded too slowly to count. */
    private static EventCost cost(DrivingEvent event) {
        boolean counted = event.points() > 0;
        return new EventCost(new ScoredEvent(VehicleClass.TIPPER, counted, event), event.points() * 0.1057);
    }

    private static Replay tampered() {
        return new Replay(
                SEAL,
                SEAL.replace('4', '5'),
                List.of(
                        new Difference(17, Optional.of("points\t30\t42"), Optional.of("points\t30\t36")),
                        new Difference(29, Optional.empty(), Optional.of("event\tv1\tTIPPER\tcounted\tBRAKING"))));
    }
}
