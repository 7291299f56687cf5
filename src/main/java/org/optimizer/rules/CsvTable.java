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
            problems.file(file, "", Wrong.of("nothing"));
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
            problems.file(file, String.valueOf(e.getMessage()), Wrong.of("no-csv"));
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
                    "",
                    Problems.shown(String.join(",", found)),
                    Wrong.of(semicolons ? "heads.semicolons" : "heads.other", String.join(",", expected)));
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
                "",
                Integer.toString(csv.getFieldCount()),
                Wrong.of("width", Integer.toString(columns.size())));
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
                String id = csv.getField(0).strip();
                problems.cell(file, csv.getStartingLineNumber(), id, column.name(), cell, bad.wrong());
            }
        }
        return new Row(file, csv.getStartingLineNumber(), columns, values);
    }

    private void checkId(Row row, Set<String> ids) {
        if (row.id() != null && !ids.add(row.id())) {
            problems.cell(
                    row, columns.get(0).name(), row.id(), Wrong.of("id-twice").propose(row.id() + "-2"));
        }
    }
}
