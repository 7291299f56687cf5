package org.optimizer.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.optimizer.testing.Ports;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * A product of its own for a journey: ports that nobody holds, and a folder for its database. A single journey runs on another
 * database with {@code -Doptimizer.test.database=jdbc:mysql://… -Doptimizer.test.user=… -Doptimizer.test.password=…}.
 */
record Properties(Path folder, int port, int standInPort) {
    static final String PASSWORD = "a-journey-of-its-own";

    static Properties in(String name) {
        try {
            Path folder = Files.createDirectories(Path.of("target", "journeys"));
            return new Properties(Files.createTempDirectory(folder, name), Ports.free(), Ports.free());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("server.port", Integer.toString(port));
        // a journey on a Monday morning does not wait for six o'clock
        values.put("optimizer.contest.score-after", "PT0S");
        values.put("optimizer.standin.port", Integer.toString(standInPort));
        values.put(
                "optimizer.standin.ledger-file", folder.resolve("ledger.jsonl").toString());
        values.put(
                "optimizer.sms.marker-file",
                folder.resolve("optimizer.sms-marker").toString());
        values.put("optimizer.admin.password-file", passwordFile().toString());
        values.put("spring.datasource.url", System.getProperty("optimizer.test.database", h2()));
        values.put("spring.datasource.username", System.getProperty("optimizer.test.user", "optimizer"));
        values.put("spring.datasource.password", System.getProperty("optimizer.test.password", ""));
        return values;
    }

    private String h2() {
        return "jdbc:h2:file:" + folder.resolve("optimizer").toAbsolutePath()
                + ";MODE=MySQL;CASE_INSENSITIVE_IDENTIFIERS=TRUE;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
    }

    void register(DynamicPropertyRegistry registry) {
        values().forEach((name, value) -> registry.add(name, () -> value));
    }

    private Path passwordFile() {
        try {
            return Files.writeString(folder.resolve("password"), PASSWORD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
