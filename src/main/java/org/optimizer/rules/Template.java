package org.optimizer.rules;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A Drools rule template ({@code .drt}), rendered for the rows of its table. Drools' own template compiler gives the same
 * rules (a test holds them together) but builds a rule base of its own first, which no start of the product should wait
 * for.
 */
record Template(String file, List<String> columns, String head, String body) {
    private static final Pattern FORM = Pattern.compile(
            "template header\\n(?<columns>(?:\\w+\\n)+)\\n(?<head>.*?)template \"[^\"\\n]+\"\\n(?<body>.*?)end template\\s*",
            Pattern.DOTALL);
    private static final Pattern PLACE = Pattern.compile("@\\{([^}]*)}");

    /** Null when the file is no template; {@code problems} says why. */
    static Template read(String file, String text, Problems problems) {
        Matcher matcher = FORM.matcher(text.replace("\r\n", "\n"));
        if (!matcher.matches()) {
            problems.file(
                    file,
                    "\"template header\", the columns, an empty line, the imports and one template … end template",
                    "something else",
                    "restore the file from an earlier version");
            return null;
        }
        return new Template(
                file, matcher.group("columns").lines().toList(), matcher.group("head"), matcher.group("body"));
    }

    /** Each place must be one of the header's columns, and each of these a column of the table that may reach a rule. */
    boolean isRight(List<Column> tableColumns, Problems problems) {
        List<String> known = tableColumns.stream()
                .map(Column::name)
                .filter(name -> !name.equals(CaseForm.WHY))
                .toList();
        List<String> strange =
                columns.stream().filter(column -> !known.contains(column)).toList();
        strange.forEach(column ->
                problems.file(file, "columns of the table in its header", column, "correct the template's header"));
        List<String> lost = PLACE.matcher(body)
                .results()
                .map(place -> place.group(1))
                .filter(name -> !isKnown(name))
                .toList();
        lost.forEach(name -> problems.file(
                file, "places that its header names", "@{" + name + "}", "correct the place or the header"));
        return strange.isEmpty() && lost.isEmpty();
    }

    private boolean isKnown(String name) {
        return name.equals("row.rowNumber") || columns.contains(name);
    }

    /** The rules of all rows. */
    String rendered(List<Row> rows) {
        return head
                + IntStream.range(0, rows.size())
                        .mapToObj(number -> rendered(rows.get(number), number))
                        .collect(Collectors.joining("\n"));
    }

    private String rendered(Row row, int number) {
        Map<String, String> cells = cells(row, number);
        UnaryOperator<String> value = cells::get;
        return PLACE.matcher(body).replaceAll(place -> Matcher.quoteReplacement(value.apply(place.group(1))));
    }

    /** What stands for each place, in the header's order and then the row's number from 0. */
    Map<String, String> cells(Row row, int number) {
        Map<String, String> cells = row.columns().stream()
                .filter(column -> columns.contains(column.name()))
                .collect(Collectors.toMap(Column::name, row::rendered));
        cells.put("row.rowNumber", Integer.toString(number));
        return cells;
    }
}
