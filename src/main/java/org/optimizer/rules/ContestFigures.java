package org.optimizer.rules;

import java.util.Map;
import org.optimizer.model.ContestRules;

/** The figures of table {@code contest}: their ranges, and the record they make. */
final class ContestFigures {
    private static final Map<String, NumberType> RANGES = Map.of(
            "shrink-km", new NumberType("km", 0, 10000, false, null),
            "decay", new NumberType("share", 0, 1, false, null),
            "weeks", new NumberType("weeks", 1, 52, true, null),
            "cap-km", new NumberType("km", 1, 10000, false, null),
            "ranked-weeks-needed", new NumberType("weeks", 1, 52, true, null),
            "ranked-weeks-of", new NumberType("weeks", 1, 52, true, null),
            "doubt-points", new NumberType("points", 0, 100, false, null),
            "mean-weeks", new NumberType("weeks", 1, 52, true, null));

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

    private static double figure(RulePool pool, String name) {
        return pool.ask(new ContestFigure(name)).answer();
    }
}
