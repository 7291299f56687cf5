package org.optimizer.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.optimizer.model.Rulebook;

/** The rules as they are shipped, and copies of them to spoil. */
public final class RulesFolder {
    public static final Path SHIPPED = Path.of("rules");
    private static Rulebook shipped;

    private final Path folder;

    private RulesFolder(Path folder) {
        this.folder = folder;
    }

    /** The shipped rules, compiled once for all tests. */
    public static synchronized Rulebook shipped() {
        if (shipped == null) {
            shipped = shelf(SHIPPED).current();
        }
        return shipped;
    }

    public static RulebookShelf shelf(Path folder) {
        return new RulebookShelf(folder, version -> Optional.empty());
    }

    public static RulesFolder copyInto(Path folder) {
        try (Stream<Path> files = Files.list(SHIPPED)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new RulesFolder(folder);
    }

    /** Replaces the one place where {@code from} stands. */
    public RulesFolder edit(String file, String from, String to) {
        String text = text(file);
        if (text.indexOf(from) < 0 || text.indexOf(from) != text.lastIndexOf(from)) {
            throw new IllegalArgumentException(file + ": expected \"" + from + "\" exactly once");
        }
        return write(file, text.replace(from, to));
    }

    /** Replaces a cell, found by row and column. */
    public RulesFolder editCell(String file, String row, String column, String to) {
        List<String> lines = text(file).lines().toList();
        int index = List.of(lines.get(0).split(",")).indexOf(column);
        String line = lines.stream()
                .filter(each -> each.startsWith(row + ","))
                .findFirst()
                .orElseThrow();
        String[] cells = line.split(",", -1);
        cells[index] = to;
        return edit(file, line + "\n", String.join(",", cells) + "\n");
    }

    /** The line on which a row stands, the heads being 1. */
    public int lineOf(String file, String row) {
        List<String> lines = text(file).lines().toList();
        return lines.indexOf(lines.stream()
                        .filter(each -> each.startsWith(row + ","))
                        .findFirst()
                        .orElseThrow())
                + 1;
    }

    public String text(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public RulesFolder write(String file, String text) {
        try {
            Files.writeString(folder.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    public RulebookShelf shelf() {
        return shelf(folder);
    }

    public Path path() {
        return folder;
    }
}
