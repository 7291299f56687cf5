package org.optimizer.model;

import java.time.Instant;
import java.util.Optional;

/**
 * One try to hand a message to the provider.
 *
 * @param outcome the outbox state that followed; empty while it is under way, or when its sender died
 * @param httpStatus 0 when no answer came
 */
public record SmsAttempt(
        int attemptNo,
        Instant startedAt,
        Optional<Instant> endedAt,
        Optional<String> outcome,
        Optional<Integer> httpStatus) {}
