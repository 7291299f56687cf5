package org.optimizer.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.optimizer.model.Feature;
import org.optimizer.model.ManoeuvreKind;
import org.optimizer.model.Severity;
import org.optimizer.transform.scoring.calibration.Anchor;
import org.optimizer.transform.scoring.calibration.Anchors;
import org.optimizer.transform.scoring.calibration.Ladder;
import org.optimizer.transform.scoring.calibration.Thresholds;

/** Where in the tables calibrated numbers go. */
public final class CalibrationEdits {
    private static final String CLASS = "vehicle_class";

    private CalibrationEdits() {}

    /** The limits of those ladders that have steps: each row begins at its own step and ends where the next begins. */
    public static List<CellEdit> ofLadders(List<Ladder> ladders) {
        List<CellEdit> edits = new ArrayList<>();
        for (Ladder ladder : ladders) {
            ladder.steps().ifPresent(steps -> {
                edits.add(limit(ladder, Severity.STRONG, "peak_from_mps2", steps.strong(), "peaks-p90"));
                edits.add(limit(ladder, Severity.STRONG, "peak_below_mps2", steps.harsh(), "peaks-p97-5"));
                edits.add(limit(ladder, Severity.HARSH, "peak_from_mps2", steps.harsh(), "peaks-p97-5"));
                edits.add(limit(ladder, Severity.HARSH, "peak_below_mps2", steps.severe(), "peaks-p99-5"));
                edits.add(limit(ladder, Severity.SEVERE, "peak_from_mps2", steps.severe(), "peaks-p99-5"));
            });
        }
        return edits;
    }

    private static CellEdit limit(Ladder ladder, Severity severity, String column, double value, String basis) {
        Map<String, String> where = Map.of(
                CLASS, ladder.vehicleClass().code(), "kind", ladder.kind().code(), "severity", severity.code());
        return new CellEdit(
                TableForms.MANOEUVRE_SEVERITY.name(),
                where,
                column,
                value,
                basis,
                ladder.candidates(),
                Thresholds.FEWEST_CANDIDATES);
    }

    /** Half marks and ends of straight marks of those anchors that have a value, and what counts as an average driver. */
    public static List<CellEdit> ofAnchors(List<Anchor> anchors) {
        List<CellEdit> edits = new ArrayList<>();
        for (Anchor anchor : anchors) {
            anchor.value().ifPresent(value -> {
                if (value instanceof Anchor.HalfMark half) {
                    edits.add(mark(anchor, "half-value", "half_mark_at", half.at(), "weeks-median"));
                    edits.add(mean(anchor, half));
                } else if (value instanceof Anchor.Line line) {
                    boolean rising = line.best() > line.worst();
                    edits.add(mark(anchor, "linear", "worst", line.worst(), rising ? "weeks-p10" : "weeks-p90"));
                    edits.add(mark(anchor, "linear", "best", line.best(), rising ? "weeks-p90" : "weeks-p10"));
                }
            });
        }
        return edits;
    }

    private static CellEdit mark(Anchor anchor, String shape, String column, double value, String basis) {
        Map<String, String> where = Map.of(
                CLASS, anchor.vehicleClass().code(), "feature", anchor.feature().code(), "shape", shape);
        return edit(anchor, TableForms.FEATURE_MARK, where, column, value, basis);
    }

    private static CellEdit mean(Anchor anchor, Anchor.HalfMark half) {
        ManoeuvreKind kind =
                anchor.feature() == Feature.ACCELERATION_POINTS ? ManoeuvreKind.ACCELERATION : ManoeuvreKind.BRAKING;
        Map<String, String> where = Map.of(CLASS, anchor.vehicleClass().code());
        return edit(
                anchor, TableForms.DRIVING_LIMITS, where, "mean_" + kind.code() + "_points", half.mean(), "weeks-mean");
    }

    private static CellEdit edit(
            Anchor anchor, TableForm form, Map<String, String> where, String column, double value, String basis) {
        return new CellEdit(
                form.name(), where, column, value, basis, anchor.driverWeeks(), Anchors.FEWEST_DRIVER_WEEKS);
    }
}
