package org.optimizer.transform.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EdgeGateTest {
    private static final long NOW = Instant.parse("2026-11-23T12:00:00Z").toEpochMilli();

    private final EdgeGate gate = new EdgeGate(NOW);

    @ParameterizedTest
    @CsvSource({
        "1970-01-01T00:00:00Z, IMPOSSIBLE_TIME",
        "1989-12-31T23:59:59.999Z, IMPOSSIBLE_TIME",
        "1990-01-01T00:00:00Z,",
        "2026-11-23T12:00:00Z,",
        "2026-11-23T12:00:00.001Z, FUTURE_TIME",
        "2106-02-07T06:28:15Z, IMPOSSIBLE_TIME"
    })
    void timesBeforeReceiversAndAfterNowAreNotBelieved(Instant at, Flaw expected) {
        assertThat(gate.ofTime(at.toEpochMilli())).isEqualTo(expected);
    }

    @Test
    void theLargestNumbersAreNoTimes() {
        assertThat(gate.ofTime(Long.MAX_VALUE)).isEqualTo(Flaw.IMPOSSIBLE_TIME);
        assertThat(gate.ofTime(Long.MIN_VALUE)).isEqualTo(Flaw.IMPOSSIBLE_TIME);
    }

    @ParameterizedTest
    @CsvSource({
        "90, 180, 5,",
        "-90, -180, 5,",
        "90.0000001, 0, 5, IMPOSSIBLE_POSITION",
        "45, 180.0000001, 5, IMPOSSIBLE_POSITION",
        "0, 0, 5, IMPOSSIBLE_POSITION",
        "0.00000004, -0.00000004, 5, IMPOSSIBLE_POSITION",
        "0.0000001, 0, 5,",
        "0, 36.9, 5,",
        "Infinity, 4.8, 5, IMPOSSIBLE_POSITION",
        "NaN, NaN, 5,",
        "NaN, 4.8, 5,",
        "NaN, NaN, NaN, EMPTY_FIX",
        "45, NaN, NaN, EMPTY_FIX",
        "45, 4.8, NaN,"
    })
    void positionsOutOfRangeAtZeroOrMissingAreNotBelieved(
            double latitude, double longitude, double mps, Flaw expected) {
        assertThat(EdgeGate.ofPlace(latitude, longitude, mps)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "0,",
        "-0.0005,",
        "-0.0006, IMPOSSIBLE_SPEED",
        "40,",
        "40.0004,",
        "40.0005, IMPOSSIBLE_SPEED",
        "Infinity, IMPOSSIBLE_SPEED",
        "NaN,"
    })
    void speedsBelowZeroAndAbove144KmhAreNotBelieved(double mps, Flaw expected) {
        assertThat(EdgeGate.ofSpeed(mps)).isEqualTo(expected);
    }
}
