package org.optimizer.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Where processes, rules and routes are read from; relative to the working directory. */
@ConfigurationProperties("optimizer.folders")
public record Folders(Path processes, Path rules, Path routes) {
    static final String PROCESS = ".bpmn";
    static final String ROUTE = ".camel.yaml";
    private static final String TABLE = ".table.csv";

    public Folders {
        processes = holding(PROCESS, existing("processes", processes));
        rules = holding(TABLE, existing("rules", rules));
        routes = holding(ROUTE, existing("routes", routes));
    }

    private static Path holding(String ending, Path folder) {
        if (files(folder, ending).isEmpty()) {
            throw new IllegalStateException("folder " + folder + ": expected files that end with " + ending
                    + ", found none; restore what is shipped beside the jar");
        }
        return folder;
    }

    private static Path existing(String name, Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        if (!Files.isDirectory(absolute)) {
            throw new IllegalStateException("folder " + absolute + ": expected the " + name
                    + " that are shipped beside the jar, found no such folder; start from the folder that holds it, or set"
                    + " optimizer.folders." + name);
        }
        return absolute;
    }

    /** The files of a folder with this ending, by name. */
    static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("folder " + folder + ": cannot be read", e);
        }
    }
}
