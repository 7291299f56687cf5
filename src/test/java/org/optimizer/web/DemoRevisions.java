package org.optimizer.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.LateDay;
import org.optimizer.model.RevisedScore;
import org.optimizer.model.VehicleClass;
import org.optimizer.model.WeekRevision;
import org.optimizer.process.ReviewDesk.Refused;
import org.optimizer.process.RevisionDesk;

/** Late data of two days; scoring them beside the results uses them up. */
final class DemoRevisions extends RevisionDesk {
    static final List<LateDay> LATE = List.of(
            new LateDay("v1", DemoWeek.WEEK.monday().plusDays(2), "d1", 180.2, 212.4),
            new LateDay("v2", DemoWeek.WEEK.monday().plusDays(3), "d2", 96, 96));

    boolean isOut;
    List<LateDay> late = List.of();
    final List<WeekRevision> revisions = new ArrayList<>();

    DemoRevisions() {
        super(null, null, null, null, null, null, null, null, null, null, null, null);
    }

    void reset() {
        isOut = false;
        late = List.of();
        revisions.clear();
    }

    @Override
    public Beside of(String contestId, IsoWeek week) {
        return new Beside(late, revisions, isOut, Map.of("v1", "Benne 1", "v2", "Benne 2"));
    }

    @Override
    public int revise(String contestId, IsoWeek week, String reason, String by) {
        if (late.isEmpty()) {
            throw new Refused("nothing-new", "expected facts that changed, found none");
        }
        RevisedScore better = new RevisedScore(
                "d1",
                VehicleClass.TIPPER,
                610.5,
                642.7,
                Optional.of(new BigDecimal("68.66")),
                Optional.of(new BigDecimal("71.02")),
                Optional.of(6),
                Optional.of(4));
        RevisedScore same = new RevisedScore(
                "d2",
                VehicleClass.TIPPER,
                96,
                96,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        revisions.add(
                new WeekRevision(revisions.size() + 1, DemoWeek.NOW, by, reason, "sha256:0", List.of(better, same)));
        late = List.of();
        return revisions.size();
    }
}
