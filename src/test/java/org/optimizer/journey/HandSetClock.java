package org.optimizer.journey;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The real time, set forward by hand: a journey does not wait for a week to end. */
final class HandSetClock extends Clock {
    private volatile Duration forward = Duration.ZERO;

    void forward(Duration by) {
        forward = forward.plus(by);
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(forward);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        HandSetClock same = this;
        return new Clock() {
            @Override
            public Instant instant() {
                return same.instant();
            }

            @Override
            public ZoneId getZone() {
                return zone;
            }

            @Override
            public Clock withZone(ZoneId other) {
                return same.withZone(other);
            }
        };
    }
}
