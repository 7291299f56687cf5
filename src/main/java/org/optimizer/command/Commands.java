package org.optimizer.command;

import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.optimizer.model.Rulebook;
import org.optimizer.rules.RulebookShelf;
import picocli.CommandLine;

/** The commands that run instead of the service. */
public final class Commands {
    private static final Set<String> NAMES = Set.of("analyse", "backfill");

    private Commands() {}

    /** Whether these arguments ask for a command; otherwise the service is meant. */
    public static boolean ask(String[] args) {
        return args.length > 0 && NAMES.contains(args[0]);
    }

    /** Runs the command. @return its exit status: 0, or 2 when what was given cannot be used, said on standard error */
    public static int run(String[] args) {
        keepLibrariesQuiet();
        return args[0].equals("backfill") ? backfill(args) : analyse(args);
    }

    private static int backfill(String[] args) {
        Backfill backfill = new Backfill(System.getenv(), System.in, System.out, System.err, Duration.ofSeconds(1));
        return execute(backfill, args, System.out, System.err);
    }

    private static int analyse(String[] args) {
        Path likely = rulesFolder(args);
        Background<Rulebook> early = new Background<>("compile-rules", () -> rulebook(likely));
        return run(args, folder -> folder.equals(likely) ? early.get() : rulebook(folder), System.out, System.err);
    }

    /** Compiling takes longest: it begins before the options are understood, with the folder that they seem to name. */
    private static Path rulesFolder(String[] args) {
        String folder = "rules";
        for (int i = 0; i < args.length; i++) {
            if (args[i].startsWith("--rules=")) {
                folder = args[i].substring("--rules=".length());
            } else if (args[i].equals("--rules") && i + 1 < args.length) {
                folder = args[i + 1];
            }
        }
        return Path.of(folder);
    }

    /** A library's log would stand among the results; what goes wrong comes as an exception. */
    private static void keepLibrariesQuiet() {
        System.setProperty("slf4j.internal.verbosity", "WARN");
        System.setProperty("slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider");
    }

    static int run(String[] args, Function<Path, Rulebook> rulebooks, OutputStream out, PrintStream err) {
        return execute(new Analyse(rulebooks, out, err), args, out, err);
    }

    static int execute(Object subcommand, String[] args, OutputStream out, PrintStream err) {
        CommandLine command = new CommandLine(new Nothing());
        command.addSubcommand(subcommand);
        command.setOut(new PrintWriter(out, true));
        command.setParameterExceptionHandler((e, given) -> {
            err.println(e.getMessage().lines().findFirst().orElse("wrong use") + " (see: " + args[0] + " --help)");
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
