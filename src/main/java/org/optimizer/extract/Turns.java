package org.optimizer.extract;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * When a provider may be asked: so many times a second, and not before the time it asked for ({@code Retry-After}).
 *
 * <p>A provider that does not want to be asked for long says it to the client, or means a single recording that is too much for
 * it: nobody can tell. So the first long wait is taken for that vehicle's own, and for all vehicles as soon as a second one is told.
 */
final class Turns {
    /** For whom there is no single vehicle: what every one depends on. */
    static final String ALL = "";

    /** A provider that names a time beyond is asked again all the same. */
    private static final Duration LONGEST = Duration.ofHours(12);

    private final Clock clock;
    private final Sleep sleep;
    private final double gapS;
    private final Duration onTheSpot;
    private final Map<String, Instant> longWaits = new HashMap<>();
    private Instant nextTurn = Instant.MIN;
    private Instant notBefore = Instant.MIN;

    /** What waits; a test moves its clock. */
    interface Sleep {
        void sleep(Duration time) throws InterruptedException;
    }

    /** @param onTheSpot waits up to this long are waited for; longer ones are refused */
    Turns(Clock clock, Sleep sleep, double callsPerSecond, Duration onTheSpot) {
        this.clock = clock;
        this.sleep = sleep;
        this.gapS = callsPerSecond == 0 ? 0 : 1 / callsPerSecond;
        this.onTheSpot = onTheSpot;
    }

    /**
     * Returns when it is the caller's turn.
     *
     * @throws ProviderException when the provider does not want to be asked for longer than is waited
     */
    void await(String vehicle, String call) {
        Duration wait = take(vehicle, call);
        if (!wait.isZero() && !wait.isNegative()) {
            sleep(wait);
        }
    }

    private void sleep(Duration wait) {
        try {
            sleep.sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a turn", e);
        }
    }

    private synchronized Duration take(String vehicle, String call) {
        Instant now = clock.instant();
        Instant own = longWaits.getOrDefault(vehicle, Instant.MIN);
        Instant allowed = own.isAfter(notBefore) ? own : notBefore;
        if (allowed.isAfter(now.plus(onTheSpot))) {
            throw ProviderException.waiting(call, allowed);
        }
        Instant turn = latest(now, allowed, nextTurn);
        nextTurn = turn.plusNanos((long) (gapS * 1e9));
        return Duration.between(now, turn);
    }

    private static Instant latest(Instant... all) {
        Instant latest = all[0];
        for (Instant each : all) {
            latest = each.isAfter(latest) ? each : latest;
        }
        return latest;
    }

    /**
     * Notes that the provider wants to be left alone.
     *
     * @return whether waiting on the spot is worth it
     */
    synchronized boolean refused(String vehicle, Instant until) {
        Instant now = clock.instant();
        boolean isShort = !until.isAfter(now.plus(onTheSpot));
        longWaits.values().removeIf(each -> !each.isAfter(now));
        if (!isShort) {
            longWaits.put(vehicle, until);
        }
        if (isShort || longWaits.size() > 1 || vehicle.equals(ALL)) {
            notBefore = latest(notBefore, until);
        }
        return isShort;
    }

    /** From when on the provider may be asked at all; long ago when it may be now. */
    synchronized Instant notBefore() {
        return notBefore;
    }

    /** What a header {@code Retry-After} asks for: seconds, or an HTTP date (RFC 9110 §10.2.3); empty when it is neither. */
    Optional<Instant> until(String retryAfter) {
        Instant now = clock.instant();
        return parsed(retryAfter, now).map(until -> until.isAfter(now.plus(LONGEST)) ? now.plus(LONGEST) : until);
    }

    private static Optional<Instant> parsed(String retryAfter, Instant now) {
        String text = retryAfter.trim();
        try {
            return Optional.of(
                    text.matches("[0-9]{1,9}")
                            ? now.plusSeconds(Long.parseLong(text))
                            : ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
        } catch (DateTimeParseException neither) {
            return Optional.empty(); // as if the header were not there
        }
    }
}
