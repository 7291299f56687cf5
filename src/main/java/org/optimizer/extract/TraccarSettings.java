package org.optimizer.extract;

import java.time.Duration;

/**
 * Where and as whom Traccar is asked: the properties {@code optimizer.traccar.*}. The routes read {@code base-url} themselves.
 *
 * @param user for HTTP Basic; empty when a token is set
 * @param token a bearer token of that user; empty for HTTP Basic
 * @param slice how long a span is asked for at once: Traccar gives no pages
 */
public record TraccarSettings(String user, String password, String token, Duration slice) {
    public TraccarSettings {
        if (slice.isNegative() || slice.isZero()) {
            throw new IllegalArgumentException("optimizer.traccar.slice: expected more than nothing, found " + slice);
        }
    }

    @Override
    public String toString() {
        return "TraccarSettings[" + user + ", secrets withheld, " + slice + "]";
    }
}
