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
        BiConsumer<List<Row>, Problems> checks)
        implements CaseForm {

    @Override
    public String what() {
        return "table";
    }

    String tableFile() {
        return name + ".table.csv";
    }

    String templateFile() {
        return name + ".drt";
    }

    Stream<String> files() {
        return Stream.of(tableFile(), templateFile(), casesFile());
    }

    List<Column> tableColumns() {
        return Stream.concat(columns.stream(), Stream.of(Column.remark(WHY))).toList();
    }
}
