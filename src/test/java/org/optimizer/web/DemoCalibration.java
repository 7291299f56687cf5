package org.optimizer.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.optimizer.model.DraftChange;
import org.optimizer.model.DraftChange.Kind;
import org.optimizer.model.Driver;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.Language;
import org.optimizer.model.RescoredWeek;
import org.optimizer.model.RuleDraft;
import org.optimizer.model.ScoreMove;
import org.optimizer.model.VehicleClass;
import org.optimizer.process.Calibration;
import org.optimizer.process.ReviewDesk.Refused;

/** A contest that can be calibrated, and one draft. */
final class DemoCalibration extends Calibration {
    static final String DRAFT = "01M844DZG0TBM2QH3RWTDEY1TG";
    boolean outdated;
    final List<String> calls = new ArrayList<>();

    DemoCalibration() {
        super(null, null, null, null, null, null, null, null, null, null);
    }

    void reset() {
        outdated = false;
        calls.clear();
    }

    @Override
    public Offer offer(String contestId) {
        if (!contestId.equals(DemoWeek.CONTEST.id())) {
            throw new IllegalArgumentException("no contest " + contestId);
        }
        List<IsoWeek> weeks = IntStream.rangeClosed(0, 10)
                .mapToObj(ago -> DemoWeek.WEEK.plusWeeks(-ago))
                .toList();
        return new Offer(DemoWeek.SITE, DemoWeek.CONTEST, weeks, List.of(draft()));
    }

    private static RuleDraft draft() {
        return new RuleDraft(
                DRAFT,
                DemoWeek.CONTEST.id(),
                DemoWeek.NOW,
                "operator",
                List.of(DemoWeek.WEEK.plusWeeks(-1), DemoWeek.WEEK),
                "sha256:9f3c1ab77e02d4c8",
                "sha256:5c7d54876d70aabb",
                "après <quatre> semaines");
    }

    @Override
    public String propose(String contestId, Collection<IsoWeek> weeks, String why, String by) {
        if (weeks.isEmpty()) {
            throw new Refused("no-weeks", "expected at least one week, found none");
        }
        calls.add("propose " + contestId + " " + weeks + " " + why + " " + by);
        return DRAFT;
    }

    @Override
    public SortedMap<String, String> filesToPropose(String draftId) {
        view(draftId);
        if (outdated) {
            throw new Refused("draft-outdated", "the rules have changed since");
        }
        return new TreeMap<>(Map.of("feature-mark.table.csv", "id,why\nx,é\n"));
    }

    @Override
    public View view(String draftId) {
        if (!draftId.equals(DRAFT)) {
            throw new IllegalArgumentException("no draft " + draftId);
        }
        Map<String, Driver> drivers = IntStream.rangeClosed(1, 14)
                .mapToObj(i -> new Driver("d" + i, "quarry", "Conducteur " + i, Optional.empty(), Language.FR))
                .collect(Collectors.toMap(Driver::id, driver -> driver));
        return new View(
                DemoWeek.SITE,
                DemoWeek.CONTEST,
                draft(),
                outdated,
                changes(),
                List.of(week(DemoWeek.WEEK.plusWeeks(-1), 0), week(DemoWeek.WEEK, 1)),
                drivers);
    }

    private static List<DraftChange> changes() {
        String severity = "manoeuvre-severity.table.csv";
        return List.of(
                change(severity, "tipper-braking-strong", "peak_from_mps2", "1.1", "0.95", "peaks-p90", 1840),
                change(severity, "tipper-braking-strong", "peak_below_mps2", "1.5", "1.25", "peaks-p97-5", 1840),
                change("feature-mark.table.csv", "tipper-rpa5", "worst", "0.12", "0.095", "weeks-p90", 28),
                change(
                        "feature-mark.table.csv",
                        "tipper-braking-points",
                        "half_mark_at",
                        "10",
                        "6.5",
                        "weeks-median",
                        28),
                new DraftChange(
                        Kind.CASE,
                        "manoeuvre-severity.cases.csv",
                        "doubt-goes-to-the-driver",
                        "severity",
                        "none",
                        "strong",
                        "case",
                        0,
                        0),
                new DraftChange(
                        Kind.LEFT, "tipper", "manoeuvre.acceleration", "", "", "", "too-few-candidates", 143, 200),
                new DraftChange(Kind.LEFT, "tipper", "feature.steadiness", "", "", "", "no-spread", 28, 8),
                new DraftChange(Kind.LEFT, "van", "", "", "", "", "no-data", 0, 0));
    }

    private static DraftChange change(
            String file, String row, String column, String before, String after, String basis, int count) {
        return new DraftChange(Kind.TABLE, file, row, column, before, after, basis, count, 8);
    }

    /** @param swapped how many pairs change places */
    private static RescoredWeek week(IsoWeek week, int swapped) {
        List<ScoreMove> moves = new ArrayList<>();
        for (int place = 1; place <= 14; place++) {
            boolean ranked = place <= 12;
            int before = place <= 2 * swapped ? (place % 2 == 1 ? place + 1 : place - 1) : place;
            moves.add(new ScoreMove(
                    "d" + place,
                    VehicleClass.TIPPER,
                    Optional.of(BigDecimal.valueOf(7400 - 150 * before, 2)),
                    Optional.of(BigDecimal.valueOf(8000 - 170 * place, 2)),
                    ranked ? Optional.of(before) : Optional.empty(),
                    ranked ? Optional.of(place) : Optional.empty(),
                    place,
                    place % 3,
                    1,
                    0));
        }
        return new RescoredWeek(week, moves);
    }

    @Override
    public SortedMap<String, String> changedFiles(String draftId) {
        view(draftId);
        return new TreeMap<>(Map.of("feature-mark.table.csv", "id,why\nx,é\n", "feature-mark.cases.csv", "case\n"));
    }
}
