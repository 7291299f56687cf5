package org.optimizer.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Answers of providers, as files. */
public final class Recorded {
    private Recorded() {}

    public static String text(String file) {
        try (InputStream content = Recorded.class.getResourceAsStream("/" + file)) {
            return new String(
                    Objects.requireNonNull(content, file + ": expected in src/test/resources")
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
