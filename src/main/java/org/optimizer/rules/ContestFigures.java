package org.optimizer.rules;

import java.util.Map;
import org.optimizer.model.ContestRules;
import org.optimizer.model.FairnessLimits;

/** The figures of table {@code contest}: their ranges, and the record they make. */
final class ContestFigures {
    private static final Map<String, NumberType> RANGES = Map.ofEntries(
            Map.entry("shrink-km", new NumberType("km", 0, 10000, false, null)),
            Map.entry("decay", new NumberType("share", 0, 1, false, null)),
            Map.entry("weeks", new NumberType("weeks", 1, 52, true, null)),
            Map.entry("cap-km", new NumberType("km", 1, 10000, false, null)),
            Map.entry("ranked-weeks-needed", new NumberType("weeks", 1, 52, true, null)),
            Map.entry("ranked-weeks-of", new NumberType("weeks", 1, 52, true, null)),
            Map.entry("doubt-points", new NumberType("points", 0, 100, false, null)),
            Map.entry("mean-weeks", new NumberType("weeks", 1, 52, true, null)),
            Map.entry("fairness-correlation", new NumberType("correlation", 0, 1, false, null)),
            Map.entry("fairness-share", new NumberType("share", 0, 1, false, null)));

    private ContestFigures() {}

    /** A name that is no figure, or a value out of that figure's range. */
    static void check(Row row, Problems problems) {
        Figures.check(RANGES, TableForms.FIGURES, "id", row, problems);
    }

    static ContestRules rules(RulePool pool) {
        return new ContestRules(
                figure(pool, "shrink-km"),
                figure(pool, "decay"),
                (int) figure(pool, "weeks"),
                figure(pool, "cap-km"),
                (int) figure(pool, "ranked-weeks-needed"),
                (int) figure(pool, "ranked-weeks-of"),
                figure(pool, "doubt-points"),
                (int) figure(pool, "mean-weeks"));
    }

    static FairnessLimits fairness(RulePool pool) {
        return new FairnessLimits(figure(pool, "fairness-correlation"), figure(pool, "fairness-share"));
    }

    private static double figure(RulePool pool, String name) {
        return pool.ask(new ContestFigure(name)).answer();
    }
}
