package org.optimizer.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.optimizer.model.DraftChange;
import org.optimizer.model.DraftChange.Kind;
import org.optimizer.model.DriverWeek;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.Rulebook;
import org.optimizer.model.VehicleClass;
import org.optimizer.transform.scoring.DriverWeeks;
import org.optimizer.transform.scoring.Rescoring.WeekFacts;
import org.optimizer.transform.scoring.calibration.Anchor;
import org.optimizer.transform.scoring.calibration.Anchors;
import org.optimizer.transform.scoring.calibration.Ladder;
import org.optimizer.transform.scoring.calibration.Left;
import org.optimizer.transform.scoring.calibration.Thresholds;

/** Makes a draft of the rules from a fleet's own weeks: thresholds first, then the anchors that go with these thresholds. */
public final class Calibrator {
    private static final String NO_DATA = "no-data";

    private final Map<String, String> base;
    private final List<IsoWeek> weeks;
    private final Function<IsoWeek, WeekFacts> facts;

    private Calibrator(Map<String, String> base, List<IsoWeek> weeks, Function<IsoWeek, WeekFacts> facts) {
        this.base = base;
        this.weeks = weeks;
        this.facts = facts;
    }

    /** @param changes cell by cell, then what was left as it is and why */
    public record Calibrated(DraftRules draft, List<DraftChange> changes) {
        public Calibrated {
            changes = List.copyOf(changes);
        }

        public boolean changesAnything() {
            return changes.stream().anyMatch(change -> change.kind() != Kind.LEFT);
        }
    }

    /**
     * Calibrates a set of rules.
     *
     * @param base file name → content of rules that hold
     * @param rulebook what {@code base} says
     * @param facts of a week; asked twice for each, so that one week is in memory at a time
     * @throws RulesException when the draft does not hold
     */
    public static Calibrated calibrate(
            Map<String, String> base, Rulebook rulebook, List<IsoWeek> weeks, Function<IsoWeek, WeekFacts> facts) {
        return new Calibrator(base, weeks, facts).calibrate(rulebook);
    }

    private Calibrated calibrate(Rulebook rulebook) {
        List<Ladder> ladders = ladders(rulebook);
        List<CellEdit> edits = new ArrayList<>(CalibrationEdits.ofLadders(ladders));
        List<Anchor> anchors =
                Anchors.of(competing(DraftRules.edited(base, edits).rulebook()));
        edits.addAll(CalibrationEdits.ofAnchors(anchors));
        DraftRules draft = DraftRules.edited(base, edits);
        List<DraftChange> changes = new ArrayList<>(draft.changes());
        changes.addAll(left(ladders, anchors));
        return new Calibrated(draft, changes);
    }

    private List<Ladder> ladders(Rulebook rulebook) {
        Thresholds thresholds = new Thresholds(rulebook);
        weeks.forEach(week -> facts.apply(week).trips().values().stream()
                .flatMap(Collection::stream)
                .forEach(thresholds::add));
        return thresholds.ladders();
    }

    /** The driver-weeks that these rules would rank. */
    private List<DriverWeek> competing(Rulebook rulebook) {
        List<DriverWeek> competing = new ArrayList<>();
        for (IsoWeek week : weeks) {
            WeekFacts all = facts.apply(week);
            all.trips().forEach((driver, trips) -> {
                DriverWeek sums = DriverWeeks.sum(driver, week, trips, all.means(), rulebook);
                if (!all.excluded().contains(driver) && rulebook.judge(sums).ranked()) {
                    competing.add(sums);
                }
            });
        }
        return competing;
    }

    private static List<DraftChange> left(List<Ladder> ladders, List<Anchor> anchors) {
        Set<VehicleClass> seen = new TreeSet<>();
        ladders.stream().filter(ladder -> ladder.candidates() > 0).forEach(ladder -> seen.add(ladder.vehicleClass()));
        anchors.stream().filter(anchor -> anchor.driverWeeks() > 0).forEach(anchor -> seen.add(anchor.vehicleClass()));
        List<DraftChange> left = new ArrayList<>();
        for (Ladder ladder : ladders) {
            if (seen.contains(ladder.vehicleClass()) && ladder.steps().isEmpty()) {
                left.add(left(ladder));
            }
        }
        for (Anchor anchor : anchors) {
            if (seen.contains(anchor.vehicleClass())) {
                anchor.left().ifPresent(why -> left.add(left(anchor, why)));
            }
        }
        for (VehicleClass vehicleClass : VehicleClass.values()) {
            if (!seen.contains(vehicleClass)) {
                left.add(left(vehicleClass, "", NO_DATA, 0, 0));
            }
        }
        return left;
    }

    private static DraftChange left(Ladder ladder) {
        return left(
                ladder.vehicleClass(),
                "manoeuvre." + ladder.kind().code(),
                Left.TOO_FEW_CANDIDATES.code(),
                ladder.candidates(),
                Thresholds.FEWEST_CANDIDATES);
    }

    private static DraftChange left(Anchor anchor, Left why) {
        return left(
                anchor.vehicleClass(),
                "feature." + anchor.feature().code(),
                why.code(),
                anchor.driverWeeks(),
                Anchors.FEWEST_DRIVER_WEEKS);
    }

    private static DraftChange left(VehicleClass vehicleClass, String what, String why, int count, int needed) {
        return new DraftChange(Kind.LEFT, vehicleClass.code(), what, "", "", "", why, count, needed);
    }
}
