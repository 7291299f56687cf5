package org.optimizer.rules;

import java.util.List;
import java.util.stream.Stream;

/** Everything that the rules folder holds. */
final class Forms {
    static final List<TableForm> TABLES = Stream.concat(
                    TableForms.ALL.stream(),
                    Stream.of(
                            ActivityForms.ZONE_DWELL,
                            ActivityForms.IDLE_2019,
                            ActivityForms.KPI,
                            SanityForms.SANITY,
                            RateFigures.FORM,
                            SmsForms.COUNTRIES,
                            SmsForms.HOLIDAYS))
            .toList();

    static final RuleForm CYCLE = ActivityForms.CYCLE;

    private Forms() {}

    static List<CaseForm> all() {
        return Stream.<CaseForm>concat(TABLES.stream(), Stream.of(CYCLE)).toList();
    }

    static Stream<String> files() {
        return Stream.concat(TABLES.stream().flatMap(TableForm::files), CYCLE.files());
    }
}
