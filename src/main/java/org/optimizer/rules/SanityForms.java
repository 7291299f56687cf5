package org.optimizer.rules;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.optimizer.model.SanityKind;
import org.optimizer.model.SanitySeverity;

/** The table of what is missing or wrong in the data. */
final class SanityForms {
    private static final List<String> KINDS =
            Arrays.stream(SanityKind.values()).map(SanityKind::code).toList();
    private static final List<String> SEVERITIES = Arrays.stream(SanitySeverity.values())
            .filter(severity -> severity != SanitySeverity.NONE)
            .map(SanitySeverity::code)
            .toList();

    /** Each has its words in the message files. */
    private static final List<String> ACTIONS = List.of(
            "check-charger",
            "ask-workshop",
            "ask-log-in",
            "name-device",
            "look-at-zones",
            "look-at-vehicle",
            "check-clock",
            "check-phone",
            "one-phone",
            "ask-driver",
            "set-interval",
            "ask-provider",
            "look-at-rejects",
            "check-shifts",
            "look-at-reason",
            "give-phone-number",
            "enter-driver");

    static final TableForm SANITY = new TableForm(
            "sanity",
            List.of(
                    Column.id("id"),
                    Column.word("kind", KINDS),
                    Column.number("found_from", "the figure's unit", 0, 100000),
                    Column.numberOrBlank("found_below", "the figure's unit", 0, 100000, TableForms.NO_LIMIT),
                    Column.word("severity", SEVERITIES),
                    Column.word("action", ACTIONS)),
            List.of(Column.word("kind", KINDS), Column.number("found", "the figure's unit", 0, 100000)),
            List.of("severity", "action"),
            row -> new SanityFigure(row.word("kind"), row.number("found")),
            SanityForms::check);

    private SanityForms() {}

    /** Each range has an end after its begin, and no two of a kind overlap; what is between them is no finding. */
    private static void check(List<Row> rows, Problems problems) {
        rows.stream()
                .collect(Collectors.groupingBy(row -> row.word("kind")))
                .values()
                .forEach(ofKind -> checkSteps(ofKind, problems));
    }

    private static void checkSteps(List<Row> rows, Problems problems) {
        List<Row> steps = rows.stream()
                .sorted(Comparator.comparingDouble(row -> row.number("found_from")))
                .toList();
        double end = 0;
        for (Row row : steps) {
            if (row.number("found_from") < end) {
                wrong(row, "found_from", overlap(end), problems);
            }
            if (row.number("found_below") <= row.number("found_from")) {
                wrong(row, "found_below", Wrong.of("sanity-empty").propose(""), problems);
            }
            end = row.number("found_below");
        }
    }

    private static String end(double value) {
        return value == TableForms.NO_LIMIT ? "no limit" : NumberType.plain(value);
    }

    private static Wrong overlap(double end) {
        Wrong wrong = Wrong.of("sanity-overlap", end(end));
        return end == TableForms.NO_LIMIT ? wrong : wrong.propose(NumberType.plain(end));
    }

    private static void wrong(Row row, String column, Wrong wrong, Problems problems) {
        problems.cell(row, column, end(row.number(column)), wrong);
    }
}
