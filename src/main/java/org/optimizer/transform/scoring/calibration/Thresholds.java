package org.optimizer.transform.scoring.calibration;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.optimizer.model.DrivenTrip;
import org.optimizer.model.Manoeuvre;
import org.optimizer.model.ManoeuvreKind;
import org.optimizer.model.Rulebook;
import org.optimizer.model.SamplingClass;
import org.optimizer.model.VehicleClass;
import org.optimizer.transform.driving.EventCutter;

/**
 * Collects candidates trip by trip, and sets strong, harsh and severe at P90, P97.5 and P99.5 of what their peaks exceed the
 * guard by: that is what the rules compare with a threshold. Class A trips only, as events come from no others.
 */
public final class Thresholds {
    /** Fewer leave the P99.5 to a single manoeuvre. */
    public static final int FEWEST_CANDIDATES = 200;

    /** What makes a candidate, m/s²; no threshold can be below. */
    private static final double FLOOR_MPS2 = 0.5;

    /** The table's upper limit, m/s². */
    private static final double CEILING_MPS2 = 6;

    private final Rulebook rulebook;
    private final Map<VehicleClass, Map<ManoeuvreKind, List<Double>>> peaks = new EnumMap<>(VehicleClass.class);

    /** @param rulebook says which trips are class A, and from which speed on a manoeuvre counts */
    public Thresholds(Rulebook rulebook) {
        this.rulebook = rulebook;
        for (VehicleClass vehicleClass : VehicleClass.values()) {
            Map<ManoeuvreKind, List<Double>> kinds = new EnumMap<>(ManoeuvreKind.class);
            for (ManoeuvreKind kind : ManoeuvreKind.values()) {
                kinds.put(kind, new ArrayList<>());
            }
            peaks.put(vehicleClass, kinds);
        }
    }

    public void add(DrivenTrip trip) {
        if (rulebook.samplingClass(trip.trip()) == SamplingClass.A) {
            trip.manoeuvres().forEach(manoeuvre -> add(trip.vehicleClass(), manoeuvre));
        }
    }

    /** Cut at the floor and its guard, so that a candidate is what an event would be there. */
    private void add(VehicleClass vehicleClass, Manoeuvre manoeuvre) {
        List<Double> known = peaks.get(vehicleClass).get(manoeuvre.kind());
        EventCutter.events(manoeuvre, FLOOR_MPS2, rulebook.lowestStartSpeedKmh(vehicleClass))
                .forEach(event -> known.add(event.peakMps2() - manoeuvre.guardMps2()));
    }

    /** One ladder per class and kind, in their order; those of classes without any candidate too. */
    public List<Ladder> ladders() {
        List<Ladder> ladders = new ArrayList<>();
        peaks.forEach((vehicleClass, kinds) -> kinds.forEach(
                (kind, values) -> ladders.add(new Ladder(vehicleClass, kind, steps(values), values.size()))));
        return ladders;
    }

    private static Optional<Ladder.Steps> steps(List<Double> values) {
        if (values.size() < FEWEST_CANDIDATES) {
            return Optional.empty();
        }
        Percentile peaks = new Percentile(values);
        double strong = within(Step.PEAK.round(peaks.at(90)), 2);
        double harsh = within(Math.max(Step.PEAK.round(peaks.at(97.5)), Step.PEAK.after(strong, 1)), 1);
        double severe = within(Math.max(Step.PEAK.round(peaks.at(99.5)), Step.PEAK.after(harsh, 1)), 0);
        return Optional.of(new Ladder.Steps(strong, harsh, severe));
    }

    /** Leaves room for so many steps below the ceiling. */
    private static double within(double value, int steps) {
        return Math.max(FLOOR_MPS2, Math.min(value, Step.PEAK.after(CEILING_MPS2, -steps)));
    }
}
