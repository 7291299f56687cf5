package org.optimizer.testing;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.optimizer.model.Trace;

/** Recordings of real vehicles, and what others measured on them; kept beside the project, not in it. */
public final class RealTraces {
    private RealTraces() {}

    /** The folder of shared data; skips the test where it is missing, and fails it on the build server. */
    public static Path data() {
        Path data = Path.of(System.getProperty("optimizer.shared", "../shared"), "data");
        if (!Files.isDirectory(data)) {
            String message = "No real traces at " + data.toAbsolutePath().normalize()
                    + ": set -Doptimizer.shared to the folder that holds data/";
            if ("true".equals(System.getenv("CI"))) {
                fail(message);
            }
            abort(message);
        }
        return data;
    }

    /** One trace a vehicle, of all the {@code *.csv.gz} files of a set such as {@code CMAP}. */
    public static Map<String, Trace> ofSet(String set) {
        Map<String, Trace.Builder> builders = new TreeMap<>();
        files(set).forEach(file -> read(file, builders));
        return built(builders);
    }

    /** One trace a vehicle of one file. */
    public static Map<String, Trace> ofFile(Path file) {
        Map<String, Trace.Builder> builders = new TreeMap<>();
        read(file, builders);
        return built(builders);
    }

    public static List<Path> files(String set) {
        try (Stream<Path> files = Files.list(data().resolve(set))) {
            return files.filter(file -> file.toString().endsWith(".csv.gz"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The days on which a trace has fixes. */
    public static List<LocalDate> days(Trace trace, ZoneId zone) {
        TreeSet<LocalDate> days = new TreeSet<>();
        for (long ms : trace.timeMs()) {
            days.add(LocalDate.ofInstant(Instant.ofEpochMilli(ms), zone));
        }
        return List.copyOf(days);
    }

    /** Rows of a plain CSV file of the shared data, by column name. */
    public static List<NamedCsvRecord> rows(String file) {
        List<NamedCsvRecord> rows = new ArrayList<>();
        try (Reader reader = Files.newBufferedReader(data().resolve(file))) {
            forEachRow(reader, rows::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    private static Map<String, Trace> built(Map<String, Trace.Builder> builders) {
        Map<String, Trace> traces = new LinkedHashMap<>();
        builders.forEach((vehicle, builder) -> traces.put(vehicle, builder.build()));
        return traces;
    }

    private static void read(Path file, Map<String, Trace.Builder> builders) {
        try (Reader reader =
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8)) {
            forEachRow(
                    reader,
                    row -> add(
                            row,
                            builders.computeIfAbsent(row.getField("vehicle_id"), vehicle -> new Trace.Builder(4096))));
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be read", e);
        }
    }

    private static void forEachRow(Reader reader, Consumer<NamedCsvRecord> consumer) throws IOException {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(reader)) {
            csv.forEach(consumer);
        }
    }

    private static void add(NamedCsvRecord row, Trace.Builder builder) {
        builder.add(
                Instant.parse(row.getField("timestamp_utc_iso")).toEpochMilli(),
                row.getField("trip_id"),
                number(row, "lat"),
                number(row, "lon"),
                number(row, "speed_mps"),
                number(row, "accuracy_m"),
                Double.NaN,
                number(row, "bearing"),
                number(row, "altitude_m"));
    }

    private static double number(NamedCsvRecord row, String column) {
        String value = row.getField(column);
        return value.isEmpty() ? Double.NaN : Double.parseDouble(value);
    }
}
