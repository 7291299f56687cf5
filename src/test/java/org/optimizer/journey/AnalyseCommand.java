package org.optimizer.journey;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.optimizer.model.VehicleClass;

/** The command {@code analyse}, as a customer runs it. */
final class AnalyseCommand {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final Path answer;

    /** @param answer the file that is to hold what the command prints */
    AnalyseCommand(Path answer) {
        this.answer = answer;
    }

    /** @return what is said of the files, which are recordings of the site's vehicles */
    JsonNode run(VehicleClass vehicleClass, ZoneId zone, List<Path> files) {
        List<String> command = Product.commandLine();
        command.addAll(List.of("analyse", "--vehicle-class", vehicleClass.code(), "--time-zone", zone.getId()));
        files.forEach(file -> command.add(file.toString()));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(answer.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            awaitEnd(process, command);
            return JSON.readTree(Files.readAllBytes(answer));
        } catch (IOException e) {
            throw new UncheckedIOException(String.join(" ", command), e);
        }
    }

    private static void awaitEnd(Process process, List<String> command) {
        try {
            if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException(
                        String.join(" ", command) + ": expected exit status 0 within 2 minutes");
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
