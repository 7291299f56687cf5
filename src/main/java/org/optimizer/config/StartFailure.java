package org.optimizer.config;

import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.optimizer.rules.RulesException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Says in our own words why the product does not start, where we have such words: no stack trace for a mistake in a file. */
class StartFailure implements FailureAnalyzer {
    private static final String OURS = "org.optimizer.";

    @Override
    public FailureAnalysis analyze(Throwable failure) {
        return ours(failure)
                .map(cause -> new FailureAnalysis(cause.getMessage(), null, cause))
                .orElse(null);
    }

    private static Optional<Throwable> ours(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(StartFailure::isOurs)
                .findFirst();
    }

    private static boolean isOurs(Throwable cause) {
        boolean isWorded = cause instanceof RulesException
                || cause instanceof IllegalStateException
                || cause instanceof UncheckedIOException;
        StackTraceElement[] thrownAt = cause.getStackTrace();
        return isWorded && thrownAt.length > 0 && thrownAt[0].getClassName().startsWith(OURS);
    }
}
