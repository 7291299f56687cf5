package org.optimizer.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The product's version, as the build wrote it down. */
final class Version {
    private static final String FILE = "/application-version.properties";

    private Version() {}

    static String ofProduct() {
        Properties properties = new Properties();
        try (InputStream file = Version.class.getResourceAsStream(FILE)) {
            properties.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the build's own file " + FILE + " cannot be read", e);
        }
        return properties.getProperty("optimizer.version");
    }
}
