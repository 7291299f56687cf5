package org.optimizer.rules;

import java.util.Arrays;
import java.util.List;
import org.optimizer.model.CycleEnd;
import org.optimizer.model.VisitVerdict;

/** The tables and rules of activity, column by column: zones, cycles, figures. The table of idle classes is with the others. */
final class ActivityForms {
    static final TableForm ZONE_DWELL = new TableForm(
            "zone-dwell",
            List.of(
                    Column.id("id"),
                    Column.words("zone", ZoneTypes.ALL),
                    Column.number("min_dwell_s", "s", 0, 86400),
                    Column.number("max_inferred_s", "s", 0, 86400),
                    Column.word("when_not_whole", List.of(VisitVerdict.VISIT, VisitVerdict.PASS_THROUGH))),
            List.of(
                    Column.word("zone", ZoneTypes.ALL),
                    Column.numberOrBlank("own_min_dwell_s", "s", 0, 86400, VisitCase.NOT_ITS_OWN),
                    Column.word("whole", CycleCase.YES_NO),
                    Column.number("recorded_s", "s", 0, 1e6),
                    Column.number("inferred_s", "s", 0, 1e6)),
            List.of("kind"),
            row -> new VisitCase(
                    row.word("zone"),
                    row.number("own_min_dwell_s"),
                    row.word("whole"),
                    row.number("recorded_s"),
                    row.number("inferred_s")),
            ActivityChecks::zoneDwell);

    static final TableForm IDLE_2019 = new TableForm(
            "idle-2019",
            List.of(
                    Column.id("id"),
                    Column.id("site"),
                    Column.number("longer_than_min", "min", 0, 1440),
                    Column.number("shorter_than_min", "min", 0, 1440),
                    Column.number("track_from_km", "km", 0, 10000),
                    Column.number("track_up_to_h", "h", 0, 1000)),
            List.of(Column.id("site")),
            List.of("longer_than_min", "shorter_than_min", "track_from_km", "track_up_to_h"),
            row -> new Idle2019Case(row.word("site")),
            ActivityChecks::idle2019);

    static final TableForm KPI = new TableForm(
            "kpi",
            List.of(
                    Column.id("id"),
                    Column.word("figure", KpiFigures.NAMES),
                    Column.id("site"),
                    Column.number("value", "the figure's unit", 0, 100000)),
            List.of(Column.word("figure", KpiFigures.NAMES), Column.id("site")),
            List.of("value"),
            row -> new KpiFigure(row.word("figure"), row.word("site")),
            KpiFigures::check);

    static final RuleForm CYCLE = new RuleForm(
            "cycle",
            CycleCase.class,
            List.of(
                    Column.word(
                            "ended_by",
                            Arrays.stream(CycleEnd.values()).map(CycleEnd::code).toList()),
                    Column.whole("unloadings", "unloadings", 0, 100),
                    Column.word("allowed_zone", CycleCase.YES_NO),
                    Column.word("entry_censored", CycleCase.YES_NO),
                    Column.word("gap_in_zone", CycleCase.YES_NO)),
            List.of("complete", "reason", "flags", "measured"),
            row -> new CycleCase(
                    row.word("ended_by"),
                    (int) row.number("unloadings"),
                    row.word("allowed_zone"),
                    row.word("entry_censored"),
                    row.word("gap_in_zone")),
            CycleCase::all);

    private ActivityForms() {}
}
