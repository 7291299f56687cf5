package org.optimizer.rules;

import java.util.List;
import org.optimizer.model.SamplingClass;

/** Tables in which the first fitting row wins: the last takes whatever is left, and none is out of reach. */
final class FirstMatchChecks {
    private static final List<String> IDLE_WORDS = List.of("zone", "state", "longest", "engine", "inferred");

    private FirstMatchChecks() {}

    static void sampling(List<Row> rows, Problems problems) {
        check(rows, problems, FirstMatchChecks::samplingCovers);
        for (SamplingClass samplingClass : SamplingClass.values()) {
            if (rows.stream().noneMatch(row -> row.word("sampling_class").equals(samplingClass.name()))) {
                problems.file(
                        TableForms.SAMPLING_CLASS.tableFile(), "", Wrong.of("missing.class", samplingClass.name()));
            }
        }
    }

    static void idle(List<Row> rows, Problems problems) {
        for (Row row : rows) {
            if (row.number("duration_from_s") >= row.number("duration_below_s")) {
                problems.cell(
                        row,
                        "duration_below_s",
                        NumberType.plain(row.number("duration_below_s")),
                        Wrong.of("more-than", "duration_from_s"));
            }
        }
        check(rows, problems, FirstMatchChecks::idleCovers);
    }

    /** Whether whatever the second row fits, the first fits too. */
    private interface Covers {
        boolean all(Row first, Row second);
    }

    private static boolean samplingCovers(Row first, Row second) {
        return first.number("max_interval_s") >= second.number("max_interval_s")
                && first.number("min_doppler_share") <= second.number("min_doppler_share")
                && first.number("max_speed_accuracy_mps") >= second.number("max_speed_accuracy_mps");
    }

    private static boolean idleCovers(Row first, Row second) {
        return IDLE_WORDS.stream().allMatch(word -> first.words(word).containsAll(second.words(word)))
                && first.number("duration_from_s") <= second.number("duration_from_s")
                && first.number("duration_below_s") >= second.number("duration_below_s");
    }

    private static void check(List<Row> rows, Problems problems, Covers covers) {
        for (int later = 1; later < rows.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                if (covers.all(rows.get(earlier), rows.get(later))) {
                    unreachable(rows.get(earlier), rows.get(later), problems);
                }
            }
        }
        checkCatchAll(rows, problems, covers);
    }

    private static void unreachable(Row earlier, Row later, Problems problems) {
        problems.line(later, later.id(), Wrong.of("unreachable", earlier.id(), Long.toString(earlier.line())));
    }

    /** The last row must fit all that any other fits, and what none does. */
    private static void checkCatchAll(List<Row> rows, Problems problems, Covers covers) {
        Row last = rows.get(rows.size() - 1);
        if (!isOpen(last) || !rows.stream().allMatch(row -> covers.all(last, row))) {
            problems.line(last, last.id(), Wrong.of("no-catch-all"));
        }
    }

    private static boolean isOpen(Row row) {
        return row.columns().stream()
                .allMatch(column -> isOpen(column, row.values().get(column.name())));
    }

    private static boolean isOpen(Column column, Object value) {
        if (column.type() instanceof NumberType number) {
            return value.equals(number.blank());
        }
        return !(column.type() instanceof WordsType words) || value.equals(words.words());
    }
}
