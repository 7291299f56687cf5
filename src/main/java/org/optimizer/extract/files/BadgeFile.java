package org.optimizer.extract.files;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Log-ins as CSV with a header: vehicle, driver and time, in any order and between semicolons, commas or tabs; further columns are
 * ignored. An empty driver is a log-out.
 */
public final class BadgeFile extends TextFile {
    /** Far more than a site's year. */
    private static final int MOST_ROWS = 200_000;

    private static final int LONGEST_FIELD = 64 * 1024;
    private static final Map<String, Set<String>> NAMES = Map.of(
            "vehicle", Set.of("vehicle", "vehicle_id", "véhicule", "vehicule"),
            "driver", Set.of("driver", "driver_id", "conducteur", "chauffeur"),
            "time", Set.of("time", "at", "timestamp", "timestamp_utc_iso", "heure", "date"));

    private final Map<String, Integer> columns = new HashMap<>();
    private Consumer<Row> rows;

    /** @param name what people call the file, whose name may now be another */
    public BadgeFile(Path path, String name) {
        super(path, name);
    }

    /** A log-in as it is written. */
    public final class Row {
        private final String vehicle;
        private final String driver;
        private final String time;

        private Row(String vehicle, String driver, String time) {
            this.vehicle = vehicle;
            this.driver = driver;
            this.time = time;
        }

        public String vehicle() {
            return vehicle;
        }

        /** Empty for a log-out. */
        public String driver() {
            return driver;
        }

        public String time() {
            return time;
        }

        /** This row makes the file unusable. */
        public FileMistake wrong(String code, Object... details) {
            return place.wrong(code, details);
        }
    }

    /** Hands the rows over while the file is read. @throws FileMistake when it cannot be read to its end */
    public void readInto(Consumer<Row> destination, UnaryOperator<InputStream> watch) {
        rows = destination;
        open(watch);
    }

    @Override
    String emptyMistake() {
        return "empty-log-ins";
    }

    @Override
    void read(String head, InputStream text) throws IOException {
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .fieldSeparator(separator(head))
                .allowMissingFields(true)
                .allowExtraFields(true)
                .maxBufferSize(LONGEST_FIELD)
                .ofCsvRecord(utf8(text))) {
            Iterator<CsvRecord> each = csv.iterator();
            readHeader(each);
            int count = 0;
            while (each.hasNext()) {
                readRow(each.next());
                requireFewer(++count);
            }
            if (count == 0) {
                throw place.wrong("only-header");
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** The one that the header uses most. */
    private static char separator(String head) {
        String header = head.lines().findFirst().orElse("");
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            best = count(header, candidate) > count(header, best) ? candidate : best;
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    private void readHeader(Iterator<CsvRecord> each) {
        if (!each.hasNext()) {
            throw place.wrong("no-header", "vehicle;driver;time");
        }
        CsvRecord header = each.next();
        place.moveTo(header.getStartingLineNumber());
        for (int i = 0; i < header.getFieldCount(); i++) {
            note(header.getField(i).strip().toLowerCase(Locale.ROOT), i);
        }
        for (String column : new String[] {"vehicle", "driver", "time"}) {
            if (!columns.containsKey(column)) {
                throw place.wrong("no-column", column, Text.quoted(String.join(",", header.getFields())));
            }
        }
    }

    private void note(String title, int index) {
        NAMES.forEach((column, names) -> {
            if (names.contains(title) && columns.putIfAbsent(column, index) != null) {
                throw place.wrong("column-twice", column);
            }
        });
    }

    private void readRow(CsvRecord row) {
        place.moveTo(row.getStartingLineNumber());
        if (row.getFieldCount() <= Math.max(columns.get("vehicle"), columns.get("time"))) {
            throw place.wrong("short-row", columns.size(), row.getFieldCount());
        }
        rows.accept(new Row(field(row, "vehicle"), field(row, "driver"), field(row, "time")));
    }

    /** Some programs leave the separators of empty last columns out. */
    private String field(CsvRecord row, String column) {
        int index = columns.get(column);
        return index < row.getFieldCount() ? row.getField(index).strip() : "";
    }

    private void requireFewer(int count) {
        if (count > MOST_ROWS) {
            throw place.wrong("too-many-rows", MOST_ROWS);
        }
    }
}
