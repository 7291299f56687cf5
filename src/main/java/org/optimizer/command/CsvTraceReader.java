package org.optimizer.command;

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
    private static final double KMH_PER_MPS = 3.6;

    private final Place place;
    private final Optional<String> vehicle;
    private final Recordings recordings;
    private Map<String, Integer> columns = Map.of();
    private int width;
    private CsvRecord row;

    CsvTraceReader(Place place, Optional<String> vehicle, Recordings recordings) {
        this.place = place;
        this.vehicle = vehicle;
        this.recordings = recordings;
    }

    void read(Reader text) throws IOException {
        try (CsvReader<CsvRecord> rows = CsvReader.builder()
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofCsvRecord(text)) {
            Iterator<CsvRecord> each = rows.iterator();
            readHeader(each);
            if (!each.hasNext()) {
                throw place.wrong("the file has a header and no row");
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
            throw place.wrong("expected a header such as vehicle_id,trip_id,timestamp_utc_iso,lat,lon,speed_mps");
        }
        CsvRecord header = rows.next();
        place.moveTo(header.getStartingLineNumber());
        width = header.getFieldCount();
        columns = new HashMap<>();
        for (int i = 0; i < width; i++) {
            String name = header.getField(i).strip().toLowerCase(Locale.ROOT);
            if (columns.putIfAbsent(name, i) != null && !name.isEmpty()) {
                throw place.wrong("column " + name + " is there twice");
            }
        }
        requireColumns(header);
    }

    private void requireColumns(CsvRecord header) {
        requireColumn(TIME, "", header);
        if (vehicle.isEmpty()) {
            requireColumn("vehicle_id", " (or name the vehicle with --vehicle)", header);
        }
        boolean positions = columns.containsKey("lat") && columns.containsKey("lon");
        if (!positions && !columns.containsKey("speed_mps") && !columns.containsKey("speed_kmh")) {
            throw place.wrong("expected columns lat and lon, or speed_mps or speed_kmh, found " + found(header));
        }
    }

    private void requireColumn(String name, String otherwise, CsvRecord header) {
        if (!columns.containsKey(name)) {
            throw place.wrong("expected a column " + name + otherwise + ", found " + found(header));
        }
    }

    private static String found(CsvRecord header) {
        return Text.quoted(String.join(",", header.getFields()));
    }

    private void readRow(CsvRecord next) {
        row = next;
        place.moveTo(row.getStartingLineNumber());
        if (row.getFieldCount() < width) {
            throw place.wrong("expected " + width + " columns as in the header, found " + row.getFieldCount());
        }
        recordings
                .of(vehicleId())
                .add(
                        Text.instantMs(text(TIME), "column " + TIME, place),
                        text("trip_id").strip(),
                        number("lat"),
                        number("lon"),
                        speedMps(),
                        number("accuracy_m"),
                        number("bearing"),
                        number("altitude_m"),
                        Text.flag(text("mock"), "column mock", place));
    }

    private String vehicleId() {
        String id = text("vehicle_id").strip();
        return id.isEmpty()
                ? vehicle.orElseThrow(
                        () -> place.wrong("column vehicle_id: expected a name, found nothing (or use --vehicle)"))
                : id;
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
