package org.optimizer.rules;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.optimizer.model.RulePart;

/** Which tables are asked for which part of the rules. */
final class PartTables {
    private PartTables() {}

    static Set<TableForm> of(RulePart part) {
        return switch (part) {
            case RECORDING -> Set.of(TableForms.SAMPLING_CLASS);
            case SUMS ->
                Set.of(
                        TableForms.SAMPLING_CLASS,
                        TableForms.MANOEUVRE_SEVERITY,
                        TableForms.DRIVING_LIMITS,
                        TableForms.CONTEST);
            case MARKS ->
                Set.of(TableForms.FEATURE_MARK, TableForms.MARK_WEIGHT, TableForms.ELIGIBILITY, TableForms.CONTEST);
            case ACTIVITY ->
                Set.of(TableForms.IDLE, ActivityForms.ZONE_DWELL, ActivityForms.IDLE_2019, ActivityForms.KPI);
        };
    }

    /** The content of those tables and of all that engineers wrote, hashed by part. */
    static Map<RulePart, String> versions(RuleFiles files) {
        return Arrays.stream(RulePart.values())
                .collect(Collectors.toMap(
                        part -> part,
                        part -> files.rulesOver(tableFiles(part)).version(),
                        (one, other) -> one,
                        () -> new EnumMap<>(RulePart.class)));
    }

    private static Set<String> tableFiles(RulePart part) {
        return of(part).stream().map(TableForm::tableFile).collect(Collectors.toSet());
    }
}
