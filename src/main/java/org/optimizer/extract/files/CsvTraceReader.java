package org.optimizer.extract.files;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads traces as CSV: a header with the columns in any order, further columns ignored, empty = not recorded. */
final class CsvTraceReader {
    private static final String TIME = "timestamp_utc_iso";
    /** Characters: what is longer is no field of a trace, and shall not fill the memory. */
    private static final int LONGEST_FIELD = 64 * 1024;

    private static final double KMH_PER_MPS = 3.6;

    private final Place place;
    private final Optional<String> vehicle;
    private final VehicleFixes fixes;
    private Map<String, Integer> columns = Map.of();
    private int width;
    private CsvRecord row;

    CsvTraceReader(Place place, Optional<String> vehicle, FixSinks sinks) {
        this.place = place;
        this.vehicle = vehicle;
        this.fixes = new VehicleFixes(sinks, place);
    }

    void read(Reader text) throws IOException {
        try (CsvReader<CsvRecord> rows = CsvReader.builder()
                .allowMissingFields(true)
                .allowExtraFields(true)
                .maxBufferSize(LONGEST_FIELD)
                .ofCsvRecord(text)) {
            Iterator<CsvRecord> each = rows.iterator();
            readHeader(each);
            if (!each.hasNext()) {
                throw place.wrong("only-header");
            }
            while (each.hasNext()) {
                readRow(each.next());
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void readHeader(Iterator<CsvRecord> rows) {
        if (!rows.hasNext()) {
            throw place.wrong("no-header", "vehicle_id,trip_id,timestamp_utc_iso,lat,lon,speed_mps");
        }
        CsvRecord header = rows.next();
        place.moveTo(header.getStartingLineNumber());
        width = header.getFieldCount();
        columns = new HashMap<>();
        for (int i = 0; i < width; i++) {
            String name = header.getField(i).strip().toLowerCase(Locale.ROOT);
            if (columns.putIfAbsent(name, i) != null && !name.isEmpty()) {
                throw place.wrong("column-twice", name);
            }
        }
        requireColumns(header);
    }

    private void requireColumns(CsvRecord header) {
        requireColumn(TIME, "no-column", header);
        if (vehicle.isEmpty()) {
            requireColumn("vehicle_id", "no-vehicle-column", header);
        }
        boolean positions = columns.containsKey("lat") && columns.containsKey("lon");
        if (!positions && !columns.containsKey("speed_mps") && !columns.containsKey("speed_kmh")) {
            throw place.wrong("no-values", found(header));
        }
    }

    private void requireColumn(String name, String mistake, CsvRecord header) {
        if (!columns.containsKey(name)) {
            throw place.wrong(mistake, name, found(header));
        }
    }

    private static String found(CsvRecord header) {
        return Text.quoted(String.join(",", header.getFields()));
    }

    private void readRow(CsvRecord next) {
        row = next;
        place.moveTo(row.getStartingLineNumber());
        if (row.getFieldCount() < width) {
            throw place.wrong("short-row", width, row.getFieldCount());
        }
        fixes.of(vehicleId())
                .fix(
                        Text.instantMs(text(TIME), "column " + TIME, place),
                        Text.name(text("trip_id"), "column trip_id", place),
                        number("lat"),
                        number("lon"),
                        speedMps(),
                        number("accuracy_m"),
                        Double.NaN,
                        number("bearing"),
                        number("altitude_m"),
                        Text.flag(text("mock"), "column mock", place));
    }

    private String vehicleId() {
        String id = text("vehicle_id").strip();
        return id.isEmpty() ? vehicle.orElseThrow(() -> place.wrong("no-vehicle")) : id;
    }

    private double speedMps() {
        double mps = number("speed_mps");
        return Double.isNaN(mps) ? number("speed_kmh") / KMH_PER_MPS : mps;
    }

    private double number(String column) {
        return Text.number(text(column), "column " + column, place);
    }

    private String text(String column) {
        Integer index = columns.get(column);
        return index == null ? "" : row.getField(index);
    }
}
