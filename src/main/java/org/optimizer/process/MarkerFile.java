package org.optimizer.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How far sending has come, written down beside the database: one line, on disk before a message leaves. */
final class MarkerFile {
    private static final Pattern LINE = Pattern.compile("(\\w{26}) (\\d{19})\\R?");
    private static final int LONGEST = 64;

    private final Path path;

    MarkerFile(Path path) {
        this.path = path.toAbsolutePath();
    }

    /** Whose marker it is, and how far it came. */
    record Marker(String databaseId, long value) {}

    /** Empty without a file, and for one that cannot be understood. */
    Optional<Marker> read() {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            return read(file);
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** Writes the marker unless the file is further already; another database's is written over. */
    synchronized void moveTo(Marker marker) {
        try {
            Files.createDirectories(path.getParent());
            try (FileChannel file = FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                file.lock(); // until it is closed: another node may have the same folder
                if (read(file).filter(known -> isFurther(known, marker)).isEmpty()) {
                    write(file, marker);
                }
            }
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private static boolean isFurther(Marker known, Marker marker) {
        return known.databaseId().equals(marker.databaseId()) && known.value() >= marker.value();
    }

    private static Optional<Marker> read(FileChannel file) throws IOException {
        ByteBuffer line = ByteBuffer.allocate(LONGEST);
        int length = file.read(line, 0);
        Matcher matcher = LINE.matcher(new String(line.array(), 0, Math.max(0, length), StandardCharsets.US_ASCII));
        return matcher.matches()
                ? Optional.of(new Marker(matcher.group(1), Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }

    /** One write of always the same length: a process that is killed leaves the line before or the line after. */
    private static void write(FileChannel file, Marker marker) throws IOException {
        String line = "%s %019d%n".formatted(marker.databaseId(), marker.value());
        file.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII)), 0);
        file.force(false);
    }

    private UncheckedIOException unusable(IOException e) {
        return new UncheckedIOException(
                path + ": expected a file that can be read and written, where it is noted how far sending has come: "
                        + e.getMessage() + "; set optimizer.sms.marker-file to one that can be",
                e);
    }
}
