package org.optimizer.rules;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a table looks like, what its cases ask and answer, and what must hold between its rows.
 *
 * @param columns of the table, without the remark at the end
 * @param inputs of a case
 * @param outcomes of a case
 * @param question what a case asks
 */
record TableForm(
        String name,
        List<Column> columns,
        List<Column> inputs,
        List<String> outcomes,
        Function<Row, Question> question,
        BiConsumer<List<Row>, Problems> checks) {
    static final String WHY = "why";

    String tableFile() {
        return name + ".table.csv";
    }

    String templateFile() {
        return name + ".drt";
    }

    String casesFile() {
        return name + ".cases.csv";
    }

    Stream<String> files() {
        return Stream.of(tableFile(), templateFile(), casesFile());
    }

    List<Column> tableColumns() {
        return Stream.concat(columns.stream(), Stream.of(Column.remark(WHY))).toList();
    }

    /** Inputs, the row that should fire (or {@code none}), outcomes, remark. */
    List<Column> caseColumns() {
        return Stream.of(
                        Stream.of(Column.id("case")),
                        inputs.stream(),
                        Stream.of(Column.id("rule")),
                        outcomes.stream().map(Column::remark),
                        Stream.of(Column.remark(WHY)))
                .flatMap(columns -> columns)
                .toList();
    }

    /** The rule that a row becomes. */
    String ruleOf(String row) {
        return name + ": " + row;
    }
}
