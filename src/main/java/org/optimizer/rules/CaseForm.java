package org.optimizer.rules;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the worked cases of some rules ask and answer. */
interface CaseForm {
    /** Column for remarks, which no rule sees. */
    String WHY = "why";

    /** What its files begin with, and its rules' names. */
    String name();

    /** Where its rules stand: a table or a file of rules. */
    String what();

    /** Inputs of a case. */
    List<Column> inputs();

    /** Outcomes of a case. */
    List<String> outcomes();

    /** What a case asks. */
    Function<Row, Question> question();

    default String casesFile() {
        return name() + ".cases.csv";
    }

    /** Inputs, the rule that should fire (or {@code none}), outcomes, remark. */
    default List<Column> caseColumns() {
        return Stream.of(
                        Stream.of(Column.id("case")),
                        inputs().stream(),
                        Stream.of(Column.id("rule")),
                        outcomes().stream().map(Column::remark),
                        Stream.of(Column.remark(WHY)))
                .flatMap(columns -> columns)
                .toList();
    }

    /** The rule's whole name. */
    default String ruleOf(String id) {
        return name() + ": " + id;
    }
}
