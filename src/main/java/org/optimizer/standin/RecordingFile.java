package org.optimizer.standin;

import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.optimizer.standin.Recordings.RecordedTrip;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One CSV file of recordings, its columns found by name. */
final class RecordingFile {
    static final List<String> NEEDED = List.of("vehicle_id", "timestamp_utc_iso", "lat", "lon", "speed_mps");

    private static final Logger LOG = LoggerFactory.getLogger(RecordingFile.class);

    private final Path file;
    private final List<String> columns;
    private String[] row;
    private int line = 1;

    private RecordingFile(Path file, String header) {
        this.file = file;
        this.columns = Arrays.asList(header.strip().split(","));
    }

    /** Adds the file's rows to their vehicles; a file of other columns is left out, which is logged. */
    static void read(Path file, BufferedReader reader, Map<String, List<RecordedTrip>> vehicles) throws IOException {
        String header = reader.readLine();
        RecordingFile recording = new RecordingFile(file, header == null ? "" : header);
        if (recording.columns.containsAll(NEEDED)) {
            recording.readRows(reader, vehicles);
        } else {
            LOG.info("{} is left out: its columns are not those of a recording", file);
        }
    }

    private void readRows(BufferedReader reader, Map<String, List<RecordedTrip>> vehicles) throws IOException {
        for (String text = reader.readLine(); text != null; text = reader.readLine()) {
            line++;
            if (!text.isBlank()) {
                row = text.strip().split(",", -1);
                addRow(vehicles.computeIfAbsent(needed("vehicle_id"), name -> new ArrayList<>()));
            }
        }
    }

    private void addRow(List<RecordedTrip> trips) {
        Instant at = time();
        String id = value("trip_id");
        Points points = trip(trips, id.isEmpty() ? "day " + at.toString().substring(0, 10) : id);
        points.add(
                at.toEpochMilli(),
                scaled("lat", 7),
                scaled("lon", 7),
                scaled("speed_mps", 3),
                scaled("accuracy_m", 3),
                scaled("bearing", 3),
                scaled("altitude_m", 3));
    }

    /** The trip of the row before is most often the one: so search from the end. */
    private static Points trip(List<RecordedTrip> trips, String id) {
        for (int index = trips.size() - 1; index >= 0; index--) {
            if (trips.get(index).id().equals(id)) {
                return trips.get(index).recorded();
            }
        }
        RecordedTrip trip = new RecordedTrip(id, new Points(1024));
        trips.add(trip);
        return trip.recorded();
    }

    private Instant time() {
        String text = needed("timestamp_utc_iso");
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw bad("timestamp_utc_iso", text, "a UTC time such as 2026-11-23T06:00:00Z", e);
        }
    }

    private long scaled(String column, int decimals) {
        String text = value(column);
        if (text.isEmpty()) {
            return Points.ABSENT;
        }
        try {
            return new BigDecimal(text)
                    .movePointRight(decimals)
                    .setScale(0, RoundingMode.HALF_UP)
                    .longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw bad(column, text, "a decimal number or nothing", e);
        }
    }

    private String needed(String column) {
        String text = value(column);
        if (text.isEmpty()) {
            throw bad(column, text, "a value", null);
        }
        return text;
    }

    private String value(String column) {
        int index = columns.indexOf(column);
        return index < 0 || index >= row.length ? "" : row[index].strip();
    }

    private IllegalArgumentException bad(String column, String found, String expected, Exception cause) {
        return new IllegalArgumentException(
                "recording " + file + " line " + line + ": " + column + " is \"" + found + "\", expected " + expected,
                cause);
    }
}
