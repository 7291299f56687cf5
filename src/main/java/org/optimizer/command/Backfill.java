package org.optimizer.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Has the running product fetch a past range again: shows what it would touch, asks, starts it and shows how far it is. */
@Command(
        name = "backfill",
        description = "Has the running product fetch a past range again.",
        footer = {
            "",
            "Signs in as OPTIMIZER_USER with OPTIMIZER_PASSWORD from the environment, or with --user and",
            "--password-file. The range goes on in the product when this command ends early."
        },
        sortOptions = false,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:done, or nothing was to be done",
            "1:it stopped, or was cancelled, before its end",
            "2:wrong use, or the product cannot be reached or refused it"
        })
final class Backfill implements Callable<Integer> {
    private static final int DONE = 0;
    private static final int STOPPED = 1;
    private static final int WRONG = 2;

    @Option(names = "--from", required = true, paramLabel = "DAY", description = "The first day, such as 2026-11-16.")
    private LocalDate from = LocalDate.EPOCH;

    @Option(names = "--to", required = true, paramLabel = "DAY", description = "The last day.")
    private LocalDate to = LocalDate.EPOCH;

    @Option(names = "--site", paramLabel = "ID", description = "Only vehicles of this site.")
    private Optional<String> site = Optional.empty();

    @Option(names = "--contest", paramLabel = "ID", description = "Only vehicles of this contest.")
    private Optional<String> contest = Optional.empty();

    @Option(
            names = "--vehicle",
            paramLabel = "NAME",
            split = ",",
            description = "Only these vehicles, by id or name; may be given several times.")
    private List<String> vehicles = new ArrayList<>();

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; needed unless it is a dry run.")
    private String reason = "";

    @Option(names = "--dry-run", description = "Only shows what it would touch.")
    private boolean dryRun;

    @Option(names = "--yes", description = "Does not ask.")
    private boolean yes;

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "http://localhost:8080",
            description = "Where the product runs; default: ${DEFAULT-VALUE}.")
    private String url = "";

    @Option(names = "--user", paramLabel = "NAME", description = "Who signs in: an operator or administrator.")
    private Optional<String> user = Optional.empty();

    @Option(names = "--password-file", paramLabel = "FILE", description = "Holds the password, and nothing else.")
    private Optional<Path> passwordFile = Optional.empty();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this.")
    private boolean help;

    private final Map<String, String> environment;
    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;
    private final Duration every;

    /** @param every how long to wait between two looks at how far it is */
    Backfill(Map<String, String> environment, InputStream in, PrintStream out, PrintStream err, Duration every) {
        this.environment = environment;
        this.in = in;
        this.out = out;
        this.err = err;
        this.every = every;
    }

    @Override
    public Integer call() throws InterruptedException {
        try {
            return run(new BackfillClient(url, signIn()));
        } catch (InputException e) {
            err.println(e.getMessage());
            return WRONG;
        }
    }

    private int run(BackfillClient product) throws InterruptedException {
        JsonNode plan = product.order(scope(), from, to, reason, true);
        print(plan);
        if (dryRun) {
            return DONE;
        }
        if (reason.isBlank()) {
            throw new InputException("--reason: expected why the range is fetched again, found none");
        }
        if (!yes && !isAgreed()) {
            out.println("Nothing was started.");
            return DONE;
        }
        String id = product.order(scope(), from, to, reason, false).path("id").asText();
        out.println("Started " + id + ", it goes on without this command: " + url + "/backfill/" + id);
        return watch(product, id);
    }

    private String scope() {
        long given = Stream.of(site.isPresent(), contest.isPresent(), !vehicles.isEmpty())
                .filter(Boolean::booleanValue)
                .count();
        if (given > 1) {
            throw new InputException("expected at most one of --site, --contest and --vehicle, found " + given);
        }
        if (!vehicles.isEmpty()) {
            return "vehicles:" + String.join(",", vehicles);
        }
        return site.map(id -> "site:" + id).or(() -> contest).orElse("all");
    }

    private BackfillClient.SignIn signIn() {
        String name = user.or(() -> Optional.ofNullable(environment.get("OPTIMIZER_USER")))
                .orElseThrow(() -> new InputException("--user: expected who signs in, found none, nor OPTIMIZER_USER"));
        String password = passwordFile
                .map(Backfill::read)
                .or(() -> Optional.ofNullable(environment.get("OPTIMIZER_PASSWORD")))
                .orElseThrow(() -> new InputException(
                        "--password-file: expected a file with the password, found none, nor OPTIMIZER_PASSWORD"));
        return new BackfillClient.SignIn(name, password);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new InputException(file + ": expected a readable file with the password: " + e.getMessage());
        }
    }

    private void print(JsonNode plan) {
        out.printf(
                "%s to %s, %s: %d vehicles, %d vehicle-days to ask for again%n",
                from,
                to,
                plan.path("scope").asText(),
                plan.path("vehicles").size(),
                plan.path("asked").asInt());
        for (JsonNode vehicle : plan.path("vehicles")) {
            out.printf(
                    "  %-24s %-12s fixes on %d of %d days: %d%s%n",
                    vehicle.path("name").asText(),
                    vehicle.path("source").asText(),
                    vehicle.path("daysWithFixes").asInt(),
                    vehicle.path("days").asInt(),
                    vehicle.path("fixes").asLong(),
                    vehicle.path("pulled").asBoolean() ? "" : "; not asked for, its fixes come by themselves");
        }
        for (JsonNode week : plan.path("weeks")) {
            out.printf(
                    "  week %s of %s: %s%n",
                    week.path("week").asText(),
                    week.path("contest").asText(),
                    effect(week.path("state").asText()));
        }
    }

    private static String effect(String state) {
        return switch (state) {
            case "closed" -> "closed, gets facts and never other results";
            case "sending", "published" -> "out, its results stay; what is new can be scored beside them";
            case "in-review" -> "in review, shows what is new: score again";
            case "cancelled" -> "cancelled, stays so";
            default -> state + ", counts when it is scored";
        };
    }

    private boolean isAgreed() {
        out.print("Fetch again? [y/N] ");
        out.flush();
        try {
            String answer = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).readLine();
            return answer != null && answer.strip().equalsIgnoreCase("y");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int watch(BackfillClient product, String id) throws InterruptedException {
        try (Meter meter = Meter.of("Fetching", err)) {
            JsonNode run = product.look(id);
            while (run.path("state").asText().equals("running")
                    && run.path("incident").asText().isEmpty()) {
                meter.show(run.path("done").asLong(), run.path("of").asLong());
                Thread.sleep(every.toMillis());
                run = product.look(id);
            }
            meter.show(run.path("done").asLong(), run.path("of").asLong());
            return end(run);
        }
    }

    private int end(JsonNode run) {
        String incident = run.path("incident").asText();
        String state = incident.isEmpty() ? run.path("state").asText() : "stopped: " + incident;
        out.printf(
                "%s, %d of %d vehicle-days%n",
                state, run.path("done").asLong(), run.path("of").asLong());
        return state.equals("done") ? DONE : STOPPED;
    }
}
