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
    public Folders {
        processes = existing("processes", processes);
        rules = existing("rules", rules);
        routes = existing("routes", routes);
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
