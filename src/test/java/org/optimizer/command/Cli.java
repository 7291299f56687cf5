package org.optimizer.command;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Stream;
import org.optimizer.model.Rulebook;

/** What a run of the command line answered. */
record Cli(int status, String out, String err) {

    /** Runs {@code analyse} with a rulebook instead of a folder. */
    static Cli analyse(Function<Path, Rulebook> rulebooks, Object... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] words = Stream.concat(Stream.of("analyse"), Arrays.stream(args).map(Object::toString))
                .toArray(String[]::new);
        int status = Commands.run(words, rulebooks, out, new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Cli(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
