package org.optimizer.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FetchNightlyTest {

    /** Of three o'clock on Thursday: with 72 h Sunday, ended 75 h ago, is asked for a last time and is settled then. */
    @ParameterizedTest
    @CsvSource({"PT24H, 2026-11-17", "PT48H, 2026-11-16", "PT72H, 2026-11-15", "PT96H, 2026-11-14"})
    void everyNightAsksForTheDaysThatArePerhapsNotWholeAndForTheOneThatSettles(Duration overlap, String first) {
        Clock night = Clock.fixed(Instant.parse("2026-11-19T03:00:00Z"), ZoneOffset.UTC);
        FetchSettings settings = new FetchSettings("0 0 3 * * ?", 6, overlap, Duration.ofMinutes(1), 31, null, null);

        assertThat(new FetchNightly(settings, night).chooseDays()).isEqualTo(first + "/2026-11-18");
    }
}
