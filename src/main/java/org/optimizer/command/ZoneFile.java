package org.optimizer.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.optimizer.extract.GeoJson;
import org.optimizer.extract.GeoJsonException;
import org.optimizer.model.Zone;

/** The zones of a GeoJSON file. */
final class ZoneFile {
    private final Path path;

    ZoneFile(Path path) {
        this.path = path;
    }

    /** @throws InputException naming file and line, when it is not as it should be */
    List<Zone> read() {
        if (!Files.isRegularFile(path)) {
            throw wrong("expected a GeoJSON file with zones, found "
                    + (Files.isDirectory(path) ? "a directory" : "no such file"));
        }
        try (InputStream in = Files.newInputStream(path)) {
            return GeoJson.read(in, path.toString(), "zone");
        } catch (GeoJsonException e) {
            throw new InputException(e.getMessage());
        } catch (IOException e) {
            throw wrong("cannot be read: " + e.getMessage());
        }
    }

    private InputException wrong(String what) {
        return new InputException(path + ":0: " + what);
    }
}
