package org.optimizer.rules;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A table's cells as they were written. {@link #text()} is its one canonical form: commas, line feeds, quotes only where they
 * must be.
 *
 * @param rows without the heads; of a file that has passed the checks of {@link CsvTable}
 */
record CsvSheet(List<String> heads, List<List<String>> rows) {
    CsvSheet {
        heads = List.copyOf(heads);
        rows = rows.stream().map(List::copyOf).toList();
    }

    static CsvSheet of(String text) {
        String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(content)) {
            List<List<String>> lines = reader.stream()
                    .map(line -> line.getFields().stream().map(String::strip).toList())
                    .toList();
            return new CsvSheet(lines.get(0), lines.subList(1, lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalArgumentException naming the columns that there are */
    private int index(String column) {
        int index = heads.indexOf(column);
        if (index < 0) {
            throw new IllegalArgumentException("column " + column + ": expected one of " + String.join(", ", heads));
        }
        return index;
    }

    String cell(int row, String column) {
        return rows.get(row).get(index(column));
    }

    String id(int row) {
        return rows.get(row).get(0);
    }

    /** The row of an id; −1 when there is none. */
    int find(String id) {
        for (int row = 0; row < rows.size(); row++) {
            if (id(row).equals(id)) {
                return row;
            }
        }
        return -1;
    }

    CsvSheet with(int row, String column, String cell) {
        List<String> changed = new ArrayList<>(rows.get(row));
        changed.set(index(column), cell);
        List<List<String>> all = new ArrayList<>(rows);
        all.set(row, changed);
        return new CsvSheet(heads, all);
    }

    String text() {
        StringWriter text = new StringWriter();
        try (CsvWriter writer =
                CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            writer.writeRecord(heads);
            rows.forEach(writer::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
