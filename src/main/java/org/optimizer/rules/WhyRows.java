package org.optimizer.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.optimizer.model.DriverWeek;
import org.optimizer.model.FigureAnswer;
import org.optimizer.model.ManoeuvreKind;
import org.optimizer.model.RowAnswer;
import org.optimizer.model.RowAnswer.Near;
import org.optimizer.model.RuleRow;
import org.optimizer.model.RuleRow.Cell;
import org.optimizer.model.Trip;
import org.optimizer.model.VehicleClass;

/**
 * The rows of a version's tables with their conditions: which one answers, and which one nearly does. It says of each question what
 * the compiled rules say; a test holds the two together.
 */
public final class WhyRows {
    private final Map<TableForm, List<Written>> tables = new HashMap<>();

    /** A row parsed, and as it is written. */
    private record Written(Row row, RuleRow text) {}

    /** A row with what its conditions say of a question. */
    private record Tried(Written written, List<Limit> limits) {
        boolean fits() {
            return limits.stream().allMatch(Limit::holds);
        }

        /** Whether it is for another class or kind. */
        boolean isOfOthers() {
            return limits.stream().anyMatch(limit -> !limit.holds() && !limit.isMeasured());
        }

        List<Limit> missed() {
            return limits.stream().filter(limit -> !limit.holds()).toList();
        }

        double share() {
            return missed().stream().mapToDouble(Limit::share).sum();
        }
    }

    private WhyRows(Map<String, String> files) {
        for (TableForm form : Forms.TABLES) {
            if (files.containsKey(form.tableFile())) {
                tables.put(form, written(form, files.get(form.tableFile())));
            }
        }
    }

    /** @param files of one version; a table that it did not have, or had otherwise, has no rows here */
    public static WhyRows of(Map<String, String> files) {
        return new WhyRows(files);
    }

    private static List<Written> written(TableForm form, String text) {
        Problems problems = new Problems();
        List<Row> rows = CsvTable.read(form.tableFile(), text, form.tableColumns(), problems);
        if (!problems.none()) {
            return List.of();
        }
        CsvSheet sheet = CsvSheet.of(text);
        return IntStream.range(0, rows.size())
                .mapToObj(row -> new Written(rows.get(row), text(form, sheet, row)))
                .toList();
    }

    private static RuleRow text(TableForm form, CsvSheet sheet, int row) {
        List<Cell> cells = form.columns().stream()
                .skip(1)
                .map(column -> new Cell(column.name(), sheet.cell(row, column.name())))
                .filter(cell -> !cell.text().isEmpty())
                .toList();
        return new RuleRow(form.name(), sheet.id(row), cells);
    }

    /** A row by the name that results give it. @param rule {@code table: row} */
    public Optional<RuleRow> row(String rule) {
        return tables.values().stream()
                .flatMap(List::stream)
                .map(Written::text)
                .filter(row -> row.rule().equals(rule))
                .findFirst();
    }

    /** How hard a manoeuvre is. @param guardMps2 what the peak must exceed each threshold by */
    public RowAnswer severity(VehicleClass vehicleClass, ManoeuvreKind kind, double peakMps2, double guardMps2) {
        return answer(
                TableForms.MANOEUVRE_SEVERITY,
                row -> List.of(
                        Limit.word(row.word("vehicle_class").equals(vehicleClass.code())),
                        Limit.word(row.word("kind").equals(kind.code())),
                        Limit.atLeast("peak_from_mps2", peakMps2, row.number("peak_from_mps2") + guardMps2),
                        Limit.below("peak_below_mps2", peakMps2, row.number("peak_below_mps2") + guardMps2)));
    }

    /** How far a trip's recording can be trusted; the nearest row is a better one. */
    public RowAnswer sampling(Trip trip) {
        return firstAnswer(
                TableForms.SAMPLING_CLASS,
                row -> List.of(
                        Limit.atMost("max_interval_s", trip.medianIntervalS(), row.number("max_interval_s")),
                        Limit.atLeast("min_doppler_share", trip.dopplerShare(), row.number("min_doppler_share")),
                        Double.isNaN(trip.speedAccuracyMps())
                                ? Limit.word(true)
                                : Limit.atMost(
                                        "max_speed_accuracy_mps",
                                        trip.speedAccuracyMps(),
                                        row.number("max_speed_accuracy_mps"))));
    }

    /** Whether the week competes, figure by figure, as the rules ask for them. */
    public List<FigureAnswer> eligibility(DriverWeek week) {
        return WeekJudge.figures(week).stream()
                .map(figure -> new FigureAnswer(figure.getQuantity(), figure.getFound(), eligibility(figure)))
                .toList();
    }

    private RowAnswer eligibility(WeekFigure figure) {
        return answer(
                TableForms.ELIGIBILITY,
                row -> List.of(
                        Limit.word(row.word("vehicle_class").equals(figure.getVehicleClass())),
                        Limit.word(row.word("quantity").equals(figure.getQuantity())),
                        Limit.atLeast("found_from", figure.getFound(), row.number("found_from")),
                        Limit.below("found_below", figure.getFound(), row.number("found_below")),
                        Limit.below("unless_moving_h", figure.getMovingH(), row.number("unless_moving_h"))));
    }

    private RowAnswer answer(TableForm form, Function<Row, List<Limit>> limits) {
        return answer(tried(form, limits));
    }

    /** Of a table whose first row that fits answers: rows after it were never asked. */
    private RowAnswer firstAnswer(TableForm form, Function<Row, List<Limit>> limits) {
        List<Tried> asked = new ArrayList<>();
        for (Tried row : tried(form, limits)) {
            asked.add(row);
            if (row.fits()) {
                break;
            }
        }
        return answer(asked);
    }

    private List<Tried> tried(TableForm form, Function<Row, List<Limit>> limits) {
        return tables.getOrDefault(form, List.of()).stream()
                .map(written -> new Tried(written, limits.apply(written.row())))
                .toList();
    }

    private static RowAnswer answer(List<Tried> rows) {
        return new RowAnswer(
                rows.stream().filter(Tried::fits).findFirst().map(row -> row.written()
                        .text()),
                rows.stream()
                        .filter(row -> !row.fits() && !row.isOfOthers())
                        .min(Comparator.comparing(Tried::share))
                        .map(WhyRows::near));
    }

    private static Near near(Tried row) {
        return new Near(
                row.written().text(),
                row.missed().stream().map(limit -> limit.gap().orElseThrow()).toList());
    }
}
