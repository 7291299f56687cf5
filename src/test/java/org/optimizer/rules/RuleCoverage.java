package org.optimizer.rules;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Which rows the worked cases of a folder show. */
public final class RuleCoverage {
    private RuleCoverage() {}

    /** @param firedByCase row that each case expects to fire, or none; that it does is checked when the folder is loaded */
    public record Table(
            String name,
            String file,
            Class<?> fact,
            List<String> columns,
            List<String> rows,
            Map<String, String> firedByCase) {
        @Override
        public String toString() {
            return name;
        }
    }

    public static List<Table> of(Path folder) {
        RulesFolder.shelf(folder);
        Map<String, String> files = RuleFiles.read(folder).content();
        return Stream.concat(
                        Forms.TABLES.stream().map(form -> table(form, files)), Stream.of(written(Forms.CYCLE, files)))
                .toList();
    }

    /** Rules that are no rows: each flag is raised by the rule of its name. */
    private static Table written(RuleForm form, Map<String, String> files) {
        Problems problems = new Problems();
        List<Row> cases = CsvTable.read(form.casesFile(), files.get(form.casesFile()), form.caseColumns(), problems);
        Map<String, String> fired = new LinkedHashMap<>();
        cases.forEach(each -> fired.put(each.id(), each.word("rule")));
        for (Row each : cases) {
            Stream.of(each.word("flags").split("\\|"))
                    .filter(flag -> !flag.isEmpty())
                    .forEach(flag -> fired.put(
                            each.id() + " " + flag,
                            flag.toLowerCase(Locale.ROOT).replace('_', '-')));
        }
        problems.throwIfAny();
        return new Table(
                form.name(),
                form.rulesFile(),
                form.fact(),
                List.of(),
                RuleForm.rules(files.get(form.rulesFile())),
                fired);
    }

    private static Table table(TableForm form, Map<String, String> files) {
        Problems problems = new Problems();
        List<Row> rows = CsvTable.read(form.tableFile(), files.get(form.tableFile()), form.tableColumns(), problems);
        List<Row> cases = CsvTable.read(form.casesFile(), files.get(form.casesFile()), form.caseColumns(), problems);
        Map<String, String> fired = new LinkedHashMap<>();
        cases.forEach(each -> fired.put(each.id(), each.word("rule")));
        problems.throwIfAny();
        return new Table(
                form.name(),
                form.templateFile(),
                form.question().apply(cases.get(0)).getClass(),
                form.tableColumns().stream().map(Column::name).toList(),
                rows.stream().map(Row::id).toList(),
                fired);
    }
}
