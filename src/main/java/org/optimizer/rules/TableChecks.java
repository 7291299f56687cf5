package org.optimizer.rules;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
                Row milder = steps.get(step - 1);
                problems.cell(
                        row,
                        "points",
                        NumberType.plain(row.number("points")),
                        Wrong.of("ladder-points", milder.id()).propose(NumberType.plain(milder.number("points"))));
            }
        }
    }

    private static void checkEnd(Row row, String from, String below, double end, Problems problems) {
        if (row.number(below) != end) {
            problems.cell(row, below, limit(row.number(below)), end(end));
        } else if (row.number(from) >= row.number(below)) {
            problems.cell(
                    row,
                    from,
                    NumberType.plain(row.number(from)),
                    Wrong.of("ladder-order", below, limit(row.number(below))));
        }
    }

    private static Wrong end(double end) {
        return end == TableForms.NO_LIMIT
                ? Wrong.of("ladder-open").propose("")
                : Wrong.of("ladder-end", NumberType.plain(end)).propose(NumberType.plain(end));
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
                String cruise = NumberType.plain(row.number("cruise_from_kmh"));
                problems.cell(
                        row,
                        "eco_cap_kmh",
                        NumberType.plain(row.number("eco_cap_kmh")),
                        Wrong.of("eco-cap", cruise).propose(cruise));
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
        if (Math.abs(sum - 1) <= SAME) {
            return;
        }
        String lines = rows.stream().map(row -> Long.toString(row.line())).collect(Collectors.joining(", "));
        Wrong wrong = Wrong.of("weights", whose, lines);
        if (rows.isEmpty()) {
            problems.file(file, rounded(sum), wrong);
        } else {
            Row last = rows.get(rows.size() - 1);
            problems.rows(last, "weight", rounded(sum), wrong.propose(weight(last.number("weight") + 1 - sum)));
        }
    }

    private static String rounded(double sum) {
        return NumberType.plain(Math.round(sum * 1e6) / 1e6);
    }

    /** The weight with which the sum is 1, when it may be a weight. */
    private static Optional<String> weight(double value) {
        String rounded = rounded(value);
        return value >= 0 && value <= 1 ? Optional.of(rounded) : Optional.empty();
    }

    private static void checkShape(Row row, Problems problems) {
        boolean halving = row.word("shape").equals("half-value");
        if (halving == (row.number("half_mark_at") == 0)) {
            wrongShape(row, "half_mark_at", halving ? "shape.number" : "shape.empty", problems);
        }
        if (halving && (row.number("worst") != 0 || row.number("best") != 0)) {
            wrongShape(row, row.number("worst") == 0 ? "best" : "worst", "shape.empty", problems);
        }
        if (!halving && row.number("worst") == row.number("best")) {
            wrongShape(row, "best", "shape.other", problems);
        }
    }

    private static void wrongShape(Row row, String column, String code, Problems problems) {
        Wrong wrong = Wrong.of(code);
        problems.cell(
                row,
                column,
                NumberType.plain(row.number(column)),
                code.equals("shape.empty") ? wrong.propose("") : wrong);
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
                        row,
                        "weight",
                        NumberType.plain(row.number("weight")),
                        Wrong.of("idle-weight").propose("0")));
    }

    static void eligibility(List<Row> rows, Problems problems) {
        String file = TableForms.ELIGIBILITY.tableFile();
        for (String vehicleClass : TableForms.CLASSES) {
            for (String quantity : TableForms.QUANTITIES) {
                List<Row> steps = having(having(rows, "vehicle_class", vehicleClass), "quantity", quantity);
                if (steps.isEmpty()) {
                    problems.file(file, "", Wrong.of("missing.and", vehicleClass, quantity));
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
                        row,
                        "found_from",
                        NumberType.plain(row.number("found_from")),
                        Wrong.of(end == 0 ? "steps.begin" : "steps.gap", NumberType.plain(end))
                                .propose(NumberType.plain(end)));
            }
            if (row.number("found_below") <= row.number("found_from")) {
                problems.cell(
                        row,
                        "found_below",
                        NumberType.plain(row.number("found_below")),
                        Wrong.of("more-than", "found_from"));
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
                problems.file(file, "", Wrong.of("missing.for", whose, word));
            } else if (found.size() > 1) {
                problems.line(
                        found.get(1),
                        "",
                        Wrong.of(
                                "twice.for",
                                whose,
                                word,
                                Long.toString(found.get(0).line())));
            }
        }
    }
}
