package org.optimizer.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.optimizer.web.Axis.Tick;

class AxisTest {
    private final Words say = new Words(new PageConfig().messageSource(), Locale.FRENCH, Instant.EPOCH);

    private List<String> labels(double low, double high) {
        return Axis.around(low, high, 0, 100).ticks(say).stream()
                .map(Tick::label)
                .toList();
    }

    @Test
    void ticksAreRoundValuesInTheReadersWay() {
        assertThat(labels(0, 10)).containsExactly("0", "2", "4", "6", "8", "10");
        assertThat(labels(0.2, 0.6)).containsExactly("0,2", "0,3", "0,4", "0,5", "0,6");
    }

    /** Values that differ by rounding alone would otherwise ask for endlessly many ticks. */
    @ParameterizedTest
    @CsvSource({"1, 1", "1, 1.0000000000000002", "0, 0", "-3.5, -3.5", "1e6, 1e6", "-40, 1e9"})
    void anyRangeHasAFewTicks(double low, double high) {
        assertThat(labels(low, high)).hasSizeBetween(3, 10);
    }

    @Test
    void placesRunFromStartToEndAlsoUpwards() {
        Axis up = new Axis(0, 10, 180, 8);
        assertThat(up.at(0)).isEqualTo("180.0");
        assertThat(up.at(10)).isEqualTo("8.0");
        assertThat(up.at(5)).isEqualTo("94.0");
    }
}
