package org.optimizer.journey;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.optimizer.model.IsoWeek;

/**
 * Recordings of one vehicle with other dates: their first day becomes the week's Monday, their second the Tuesday, as the
 * replay does it.
 */
final class MovedFiles {
    private static final int TIME = 2;
    private static final int DATE_LENGTH = 10;

    private MovedFiles() {}

    /** @return the copies, unpacked */
    static List<Path> write(List<Path> files, IsoWeek week, Path folder) throws IOException {
        List<String> days = days(files);
        Files.createDirectories(folder);
        List<Path> copies = new ArrayList<>();
        for (Path file : files) {
            Path copy = folder.resolve(file.getFileName().toString().replace(".gz", ""));
            List<String> lines = lines(file);
            List<String> moved = new ArrayList<>(lines.subList(0, 1));
            lines.stream().skip(1).map(line -> moved(line, days, week)).forEach(moved::add);
            copies.add(Files.write(copy, moved));
        }
        return copies;
    }

    private static List<String> days(List<Path> files) {
        TreeSet<String> days = new TreeSet<>();
        files.forEach(file -> lines(file).stream().skip(1).map(MovedFiles::day).forEach(days::add));
        return List.copyOf(days);
    }

    private static String day(String line) {
        return line.split(",")[TIME].substring(0, DATE_LENGTH);
    }

    private static String moved(String line, List<String> days, IsoWeek week) {
        String day = day(line);
        LocalDate becomes = week.monday().plusDays(days.indexOf(day));
        return line.replace("," + day + "T", "," + becomes + "T");
    }

    private static List<String> lines(Path file) {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}
