package org.optimizer.command;

import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.optimizer.model.Rulebook;
import org.optimizer.rules.RulebookShelf;
import picocli.CommandLine;

/** The commands that run instead of the service. */
public final class Commands {
    private static final Set<String> NAMES = Set.of("analyse");

    private Commands() {}

    /** Whether these arguments ask for a command; otherwise the service is meant. */
    public static boolean ask(String[] args) {
        return args.length > 0 && NAMES.contains(args[0]);
    }

    /** Runs the command. @return its exit status: 0, or 2 when what was given cannot be used, said on standard error */
    public static int run(String[] args) {
        keepLibrariesQuiet();
        return run(args, Commands::rulebook, System.out, System.err);
    }

    /** A library's log would stand among the results; what goes wrong comes as an exception. */
    private static void keepLibrariesQuiet() {
        System.setProperty("slf4j.internal.verbosity", "WARN");
        System.setProperty("slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider");
    }

    static int run(String[] args, Function<Path, Rulebook> rulebooks, OutputStream out, PrintStream err) {
        CommandLine command = new CommandLine(new Nothing());
        command.addSubcommand(new Analyse(rulebooks, out, err));
        command.setOut(new PrintWriter(out, true));
        command.setParameterExceptionHandler((e, given) -> {
            err.println(e.getMessage().lines().findFirst().orElse("wrong use") + " (see: analyse --help)");
            return CommandLine.ExitCode.USAGE;
        });
        return command.execute(args);
    }

    private static Rulebook rulebook(Path folder) {
        return new RulebookShelf(folder, version -> Optional.empty()).current();
    }

    /** What the commands are commands of. */
    @CommandLine.Command(name = "optimizer")
    private static final class Nothing {}
}
