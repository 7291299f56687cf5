package org.optimizer.rules;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.optimizer.model.Feature;
import org.optimizer.model.MarkKind;

/** What must hold between the rows of a table: complete, without overlap, in order. */
final class TableChecks {
    private static final double SAME = 1e-9;

    private TableChecks() {}

    static void severity(List<Row> rows, Problems problems) {
        String file = TableForms.MANOEUVRE_SEVERITY.tableFile();
        for (String vehicleClass : TableForms.CLASSES) {
            for (String kind : TableForms.KINDS) {
                List<Row> ladder = having(having(rows, "vehicle_class", vehicleClass), "kind", kind);
                eachOnce(file, ladder, "severity", TableForms.SEVERITIES, vehicleClass + " " + kind, problems);
                checkLadder(ladder, problems);
            }
        }
    }

    /** Strong, harsh, severe: each ends where the next begins, costs no less, and the last has no end. */
    private static void checkLadder(List<Row> ladder, Problems problems) {
        List<Row> steps = ladder.stream()
                .sorted(Comparator.comparingInt(row -> TableForms.SEVERITIES.indexOf(row.word("severity"))))
                .toList();
        for (int step = 0; step < steps.size(); step++) {
            Row row = steps.get(step);
            double end = step + 1 < steps.size() ? steps.get(step + 1).number("peak_from_mps2") : TableForms.NO_LIMIT;
            checkEnd(row, "peak_from_mps2", "peak_below_mps2", end, problems);
            if (step > 0 && row.number("points") < steps.get(step - 1).number("points")) {
                problems.cell(
                        row.file(),
                        row.line(),
                        "points",
                        "at least the points of the milder row "
                                + steps.get(step - 1).id(),
                        NumberType.plain(row.number("points")),
                        "let harder cost more");
            }
        }
    }

    private static void checkEnd(Row row, String from, String below, double end, Problems problems) {
        if (row.number(below) != end) {
            problems.cell(
                    row.file(),
                    row.line(),
                    below,
                    end == TableForms.NO_LIMIT
                            ? "an empty cell, this row being the last of its steps"
                            : NumberType.plain(end) + ", where the next row begins",
                    limit(row.number(below)),
                    "leave no gap and no overlap between rows");
        } else if (row.number(from) >= row.number(below)) {
            problems.cell(
                    row.file(),
                    row.line(),
                    from,
                    "less than " + below + " (" + limit(row.number(below)) + ")",
                    NumberType.plain(row.number(from)),
                    "put the steps in rising order");
        }
    }

    private static String limit(double value) {
        return value == TableForms.NO_LIMIT ? "" : NumberType.plain(value);
    }

    static void limits(List<Row> rows, Problems problems) {
        eachOnce(
                TableForms.DRIVING_LIMITS.tableFile(),
                rows,
                "vehicle_class",
                TableForms.CLASSES,
                "driving-limits",
                problems);
        for (Row row : rows) {
            if (row.number("eco_cap_kmh") < row.number("cruise_from_kmh")) {
                problems.cell(
                        row.file(),
                        row.line(),
                        "eco_cap_kmh",
                        "at least cruise_from_kmh (" + NumberType.plain(row.number("cruise_from_kmh")) + ")",
                        NumberType.plain(row.number("eco_cap_kmh")),
                        "raise the cap or lower the cruise speed");
            }
        }
    }

    static void features(List<Row> rows, Problems problems) {
        String file = TableForms.FEATURE_MARK.tableFile();
        for (String vehicleClass : TableForms.CLASSES) {
            List<Row> ofClass = having(rows, "vehicle_class", vehicleClass);
            eachOnce(file, ofClass, "feature", TableForms.FEATURES, vehicleClass, problems);
            checkFeatureWeights(file, vehicleClass, ofClass, problems);
        }
        rows.forEach(row -> checkShape(row, problems));
    }

    private static void checkFeatureWeights(String file, String vehicleClass, List<Row> rows, Problems problems) {
        Map<MarkKind, List<Row>> byMark = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> MarkParts.markOf(feature(row)), () -> new TreeMap<>(), Collectors.toList()));
        byMark.forEach((mark, parts) ->
                checkSum(file, vehicleClass + " " + mark.code(), parts, row -> row.number("weight"), problems));
    }

    private static Feature feature(Row row) {
        return Feature.values()[TableForms.FEATURES.indexOf(row.word("feature"))];
    }

    private static void checkSum(
            String file, String whose, List<Row> rows, ToDoubleFunction<Row> weight, Problems problems) {
        double sum = rows.stream().mapToDouble(weight).sum();
        if (Math.abs(sum - 1) > SAME) {
            problems.file(
                    file,
                    "weights of " + whose + " that sum to 1",
                    NumberType.plain(Math.round(sum * 1e6) / 1e6) + " (lines "
                            + rows.stream()
                                    .map(row -> Long.toString(row.line()))
                                    .collect(Collectors.joining(", "))
                            + ")",
                    "change another weight too");
        }
    }

    private static void checkShape(Row row, Problems problems) {
        boolean halving = row.word("shape").equals("half-value");
        if (halving == (row.number("half_mark_at") == 0)) {
            wrongShape(row, "half_mark_at", halving ? "a number for shape half-value" : "an empty cell", problems);
        }
        if (halving && (row.number("worst") != 0 || row.number("best") != 0)) {
            wrongShape(row, row.number("worst") == 0 ? "best" : "worst", "an empty cell", problems);
        }
        if (!halving && row.number("worst") == row.number("best")) {
            wrongShape(row, "best", "another number than worst", problems);
        }
    }

    private static void wrongShape(Row row, String column, String expected, Problems problems) {
        problems.cell(
                row.file(),
                row.line(),
                column,
                expected,
                NumberType.plain(row.number(column)),
                "shape half-value takes half_mark_at alone, shape linear takes worst and best");
    }

    static void marks(List<Row> rows, Problems problems) {
        String file = TableForms.MARK_WEIGHT.tableFile();
        for (String vehicleClass : TableForms.CLASSES) {
            List<Row> ofClass = rows.stream()
                    .filter(row -> row.words("vehicle_class").contains(vehicleClass))
                    .toList();
            eachOnce(file, ofClass, "mark", TableForms.MARKS, vehicleClass, problems);
            checkSum(file, vehicleClass, ofClass, row -> row.number("weight"), problems);
        }
        having(rows, "mark", "idle").stream()
                .filter(row -> row.number("weight") != 0)
                .forEach(row -> problems.cell(
                        row.file(),
                        row.line(),
                        "weight",
                        "0, as this version has no idle mark",
                        NumberType.plain(row.number("weight")),
                        "put 0 and raise another mark"));
    }

    static void eligibility(List<Row> rows, Problems problems) {
        String file = TableForms.ELIGIBILITY.tableFile();
        for (String vehicleClass : TableForms.CLASSES) {
            for (String quantity : TableForms.QUANTITIES) {
                List<Row> steps = having(having(rows, "vehicle_class", vehicleClass), "quantity", quantity);
                if (steps.isEmpty()) {
                    problems.file(file, "a row of " + vehicleClass + " and " + quantity, "none", "add that row");
                }
                checkSteps(steps, problems);
            }
        }
    }

    /** From 0 on, each where the one before ends. */
    private static void checkSteps(List<Row> rows, Problems problems) {
        List<Row> steps = rows.stream()
                .sorted(Comparator.comparingDouble(row -> row.number("found_from")))
                .toList();
        double end = 0;
        for (Row row : steps) {
            if (row.number("found_from") != end) {
                problems.cell(
                        row.file(),
                        row.line(),
                        "found_from",
                        NumberType.plain(end) + (end == 0 ? ", where figures begin" : ", where the row before ends"),
                        NumberType.plain(row.number("found_from")),
                        "leave no gap and no overlap between rows");
            }
            if (row.number("found_below") <= row.number("found_from")) {
                problems.cell(
                        row.file(),
                        row.line(),
                        "found_below",
                        "more than found_from",
                        NumberType.plain(row.number("found_below")),
                        "correct one of the two");
            }
            end = row.number("found_below");
        }
    }

    static void contest(List<Row> rows, Problems problems) {
        eachOnce(TableForms.CONTEST.tableFile(), rows, "id", TableForms.FIGURES, TableForms.CONTEST.name(), problems);
        rows.forEach(row -> ContestFigures.check(row, problems));
    }

    private static List<Row> having(List<Row> rows, String column, String word) {
        return rows.stream().filter(row -> row.word(column).equals(word)).toList();
    }

    private static void eachOnce(
            String file, List<Row> rows, String column, List<String> words, String whose, Problems problems) {
        for (String word : words) {
            List<Row> found = having(rows, column, word);
            if (found.isEmpty()) {
                problems.file(file, "a row of " + whose + " for " + word, "none", "add that row");
            } else if (found.size() > 1) {
                problems.line(
                        file,
                        found.get(1).line(),
                        "one row of " + whose + " for " + word,
                        "another one, the first is on line " + found.get(0).line(),
                        "remove one of the two");
            }
        }
    }
}
