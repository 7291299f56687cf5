package org.optimizer.rules;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a comma-separated file into typed rows. */
final class CsvTable {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String ADVICE_COMMA =
            "separate cells with commas, write decimals with a point, and put texts with a comma into \"quotes\"";
    private final String file;
    private final List<Column> columns;
    private final Problems problems;

    private CsvTable(String file, List<Column> columns, Problems problems) {
        this.file = file;
        this.columns = columns;
        this.problems = problems;
    }

    /** The rows that are right; what is wrong with the others goes to {@code problems}. */
    static List<Row> read(String file, String text, List<Column> columns, Problems problems) {
        return new CsvTable(file, columns, problems).rows(text);
    }

    private List<Row> rows(String text) {
        List<CsvRecord> records = records(text);
        if (records.isEmpty()) {
            problems.file(file, "a line of heads and rows", "nothing", "restore the file from an earlier version");
            return List.of();
        }
        return hasRightHeads(records.get(0)) ? parsed(records.subList(1, records.size())) : List.of();
    }

    private List<CsvRecord> records(String text) {
        String content = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(content)) {
            return reader.stream().toList();
        } catch (CsvParseException | java.io.IOException e) {
            problems.file(file, "comma-separated text", e.getMessage(), "look for a \" that is not closed");
            return List.of();
        }
    }

    private boolean hasRightHeads(CsvRecord heads) {
        List<String> expected = columns.stream().map(Column::name).toList();
        List<String> found = heads.getFields().stream().map(String::strip).toList();
        if (!found.equals(expected)) {
            boolean semicolons = found.size() == 1 && found.get(0).contains(";");
            problems.line(
                    file,
                    1,
                    "the heads " + String.join(",", expected),
                    Problems.shown(String.join(",", found)),
                    semicolons
                            ? "save the file as CSV with commas, not semicolons"
                            : "restore the heads as they were; rows may change, columns may not");
        }
        return found.equals(expected);
    }

    private List<Row> parsed(List<CsvRecord> records) {
        List<Row> rows = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (CsvRecord csv : records) {
            if (hasRightWidth(csv)) {
                Row row = row(csv);
                checkId(row, ids);
                rows.add(row);
            }
        }
        return rows;
    }

    private boolean hasRightWidth(CsvRecord csv) {
        if (csv.getFieldCount() == columns.size()) {
            return true;
        }
        problems.line(
                file,
                csv.getStartingLineNumber(),
                columns.size() + " cells",
                Integer.toString(csv.getFieldCount()),
                ADVICE_COMMA);
        return false;
    }

    private Row row(CsvRecord csv) {
        Map<String, Object> values = new HashMap<>();
        for (int index = 0; index < columns.size(); index++) {
            Column column = columns.get(index);
            String cell = csv.getField(index).strip();
            try {
                values.put(column.name(), column.type().parse(cell));
            } catch (BadCell bad) {
                problems.cell(file, csv.getStartingLineNumber(), column.name(), bad.expected(), cell, bad.advice());
            }
        }
        return new Row(file, csv.getStartingLineNumber(), columns, values);
    }

    private void checkId(Row row, Set<String> ids) {
        if (row.id() != null && !ids.add(row.id())) {
            problems.cell(
                    file,
                    row.line(),
                    columns.get(0).name(),
                    "a name that no other row has",
                    row.id(),
                    "rename one of the two rows");
        }
    }
}
