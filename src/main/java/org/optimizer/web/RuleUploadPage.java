package org.optimizer.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.optimizer.rules.CellProblem;
import org.optimizer.rules.RuleTables;

/** What is wrong with a file of tables, table by table and cell by cell. */
record RuleUploadPage(String file, List<Table> tables) {

    record Table(String title, List<Fault> faults) {}

    /** @param line of the file; empty where no line is to blame @param instead what to write; empty where that cannot be said */
    record Fault(String row, String line, String column, String text, String instead) {}

    static RuleUploadPage of(String file, List<CellProblem> problems, Words say) {
        Map<String, List<Fault>> tables = problems.stream()
                .collect(Collectors.groupingBy(
                        problem -> RuleTables.title(problem.table(), say.locale()),
                        LinkedHashMap::new,
                        Collectors.mapping(problem -> fault(problem, say), Collectors.toList())));
        return new RuleUploadPage(
                file,
                tables.entrySet().stream()
                        .map(table -> new Table(table.getKey(), table.getValue()))
                        .toList());
    }

    private static Fault fault(CellProblem problem, Words say) {
        return new Fault(
                problem.rowId().isEmpty() ? Words.NONE : problem.rowId(),
                problem.line() == 0 ? "" : say.text("rules.upload.line", problem.line()),
                problem.column().isEmpty()
                        ? Words.NONE
                        : RuleTables.title(problem.table(), problem.column(), say.locale()),
                RuleTables.say(problem, say.locale()),
                problem.proposal()
                        .map(value -> value.isEmpty() ? say.text("rules.upload.empty-cell") : say.figure(value))
                        .orElse(""));
    }
}
