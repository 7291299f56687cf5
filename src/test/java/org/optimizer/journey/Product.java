package org.optimizer.journey;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The product as an operator runs it: the jar in a process of its own, which can be killed. */
final class Product implements AutoCloseable {
    private static final Path JAR = Path.of("target", "optimizer.jar");

    private final Process process;
    private final Thread reader;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    private Product(Process process) {
        this.process = process;
        this.reader = new Thread(this::read, "product-output");
        reader.setDaemon(true);
        reader.start();
    }

    /** What starts the product, to be followed by its arguments. */
    static List<String> commandLine() {
        if (!Files.exists(JAR)) {
            throw new IllegalStateException(
                    JAR.toAbsolutePath() + ": expected the packaged product, found none; run this test by mvnw verify");
        }
        return new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", JAR.toString()));
    }

    static Product start(Map<String, String> properties) {
        List<String> command = commandLine();
        properties.forEach((name, value) -> command.add("--" + name + "=" + value));
        try {
            return new Product(
                    new ProcessBuilder(command).redirectErrorStream(true).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read() {
        try (BufferedReader output = process.inputReader()) {
            output.lines().forEach(lines::add);
        } catch (IOException | UncheckedIOException e) {
            lines.add("(its output broke off: " + e.getMessage() + ")");
        }
    }

    /** Waits for a line of its output. @return the line */
    String awaitLine(String what, Predicate<String> wanted) {
        List<String> seen = new ArrayList<>();
        try {
            for (String line = poll(); line != null; line = poll()) {
                if (wanted.test(line)) {
                    return line;
                }
                seen.add(line);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new AssertionError("expected the product to say " + what + "; it said:\n" + String.join("\n", seen));
    }

    private String poll() throws InterruptedException {
        return lines.poll(3, TimeUnit.MINUTES);
    }

    /** What a product said that ended by itself. */
    record Refusal(int status, String output) {}

    /** Waits until it ends by itself. */
    Refusal awaitRefusal(Duration patience) {
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
                throw new AssertionError("expected the product to end within " + patience + "; it said:\n" + said());
            }
            reader.join();
            return new Refusal(process.exitValue(), said());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String said() {
        return String.join("\n", lines);
    }

    /** As kill -9: no shutdown hook, no flush. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    @Override
    public void close() {
        process.destroy();
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
