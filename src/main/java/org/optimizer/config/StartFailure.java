package org.optimizer.config;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.FailedToCreateRouteException;
import org.apache.camel.FailedToStartRouteException;
import org.optimizer.rules.RulesException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.env.Environment;

/** Says in our own words why the product does not start, where we have such words: no stack trace for a mistake in a file. */
class StartFailure implements FailureAnalyzer {
    private static final String OURS = "org.optimizer.";
    private static final String CAMEL = "org.apache.camel.";
    private static final Pattern ROUTE_FILE = Pattern.compile("file:[^\\s,]*?([\\w-]+\\.camel\\.yaml), line (\\d+)");
    private static final int H2_IS_IN_USE = 90020;
    /** SQLSTATE of what goes wrong before the first statement: no connection, or refused credentials. */
    private static final List<String> NO_CONNECTION = List.of("08", "28", "90");

    private static final String MEND_AND_START =
            "Mend what is named above, or restore the file that ran before, and start again.";

    private final Environment environment;

    StartFailure(Environment environment) {
        this.environment = environment;
    }

    @Override
    public FailureAnalysis analyze(Throwable failure) {
        return first(failure, StartFailure::isOurs)
                .map(cause -> new FailureAnalysis(cause.getMessage(), MEND_AND_START, cause))
                .or(() -> database(failure))
                .or(() -> route(failure))
                .orElse(null);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }

    private static Optional<Throwable> first(Throwable failure, Predicate<Throwable> wanted) {
        return causes(failure).filter(wanted).findFirst();
    }

    private static boolean isOurs(Throwable cause) {
        boolean isWorded = cause instanceof RulesException
                || cause instanceof IllegalStateException
                || cause instanceof IllegalArgumentException
                || cause instanceof UncheckedIOException;
        StackTraceElement[] thrownAt = cause.getStackTrace();
        return isWorded && thrownAt.length > 0 && thrownAt[0].getClassName().startsWith(OURS);
    }

    private Optional<FailureAnalysis> database(Throwable failure) {
        return first(failure, StartFailure::isWithoutConnection).map(cause -> {
            String url = environment.getProperty("spring.datasource.url", "").replaceAll("[;?].*", "");
            String todo = ((SQLException) cause).getErrorCode() == H2_IS_IN_USE
                    ? "Another Optimizer runs on it: stop that one, or start this one in a folder of its own."
                    : "Check spring.datasource.url, username and password, and whether the database answers.";
            return new FailureAnalysis(
                    "database " + url + ": expected to open it, found: " + cause.getMessage(), todo, cause);
        });
    }

    private static boolean isWithoutConnection(Throwable cause) {
        return cause instanceof SQLException sql
                && sql.getSQLState() != null
                && NO_CONNECTION.stream().anyMatch(sql.getSQLState()::startsWith);
    }

    /** Camel's own words, which are good, after the file they are about. */
    private Optional<FailureAnalysis> route(Throwable failure) {
        if (first(failure, cause -> cause.getClass().getName().startsWith(CAMEL))
                .isEmpty()) {
            return Optional.empty();
        }
        Throwable deepest = causes(failure).reduce((before, after) -> after).orElseThrow();
        String place = routeFile(deepest.getMessage())
                .or(() -> causes(failure).flatMap(StartFailure::routeId).findFirst())
                .map(name -> "file " + routes().resolve(name))
                .orElseGet(() -> "folder " + routes());
        return Optional.of(new FailureAnalysis(
                place + ": expected a route that can run, found: " + deepest.getMessage(), MEND_AND_START, deepest));
    }

    /** The place named last is that of the mistake; others lead to it. */
    private static Optional<String> routeFile(String message) {
        Matcher matcher = ROUTE_FILE.matcher(Objects.requireNonNullElse(message, ""));
        return matcher.results().reduce((before, after) -> after).map(place -> place.group(1) + ":" + place.group(2));
    }

    /** A route is its file. */
    private static Stream<String> routeId(Throwable cause) {
        if (cause instanceof FailedToCreateRouteException created) {
            return Stream.of(created.getRouteId() + Folders.ROUTE);
        }
        return cause instanceof FailedToStartRouteException started
                ? Stream.of(started.getRouteId() + Folders.ROUTE)
                : Stream.empty();
    }

    private Path routes() {
        return Path.of(environment.getProperty("optimizer.folders.routes", "routes"))
                .toAbsolutePath()
                .normalize();
    }
}
