package org.optimizer.transform.scoring.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.optimizer.model.Badge;

class LogInSharesTest {
    private static final Instant START = Instant.parse("2026-11-16T00:00:00Z");
    private static final Instant END = Instant.parse("2026-11-23T00:00:00Z");

    private static Badge badge(String driver, String at) {
        return new Badge("v1", driver, Instant.parse(at));
    }

    private static Map<String, Double> shares(Badge... badges) {
        return LogInShares.of(List.of(badges), START, END, 12);
    }

    @Test
    void aLogInLastsUntilTheNext() {
        assertThat(shares(
                        badge("d1", "2026-11-16T06:00:00Z"),
                        badge("d2", "2026-11-16T12:00:00Z"),
                        badge("d1", "2026-11-16T14:00:00Z"),
                        badge("d2", "2026-11-16T16:00:00Z"),
                        badge("d3", "2026-11-16T18:00:00Z"),
                        badge("d2", "2026-11-16T20:00:00Z"),
                        badge("d1", "2026-11-16T22:00:00Z")))
                // d1 6 + 2 + 12 h, d2 2 + 2 + 2 h, d3 2 h
                .containsOnly(entry("d1", 20.0 / 28), entry("d2", 6.0 / 28), entry("d3", 2.0 / 28));
    }

    @Test
    void aLogInThatNobodyEndsIsNoWeekend() {
        assertThat(shares(badge("d1", "2026-11-20T02:00:00Z"), badge("d2", "2026-11-20T14:00:00Z")))
                .containsOnly(entry("d1", 0.5), entry("d2", 0.5));
    }

    @Test
    void onlyTheTimeInsideTheWeekCounts() {
        assertThat(shares(
                        badge("sunday", "2026-11-15T12:00:00Z"),
                        badge("before", "2026-11-15T22:00:00Z"),
                        badge("inside", "2026-11-16T02:00:00Z"),
                        badge("inside", "2026-11-16T04:00:00Z"),
                        badge("over", "2026-11-22T22:00:00Z"),
                        badge("after", "2026-11-23T01:00:00Z")))
                .containsOnly(entry("before", 2.0 / 18), entry("inside", 14.0 / 18), entry("over", 2.0 / 18));
    }

    @Test
    void aVehicleWithoutLogInsIsNobodys() {
        assertThat(shares()).isEmpty();
        assertThat(shares(badge("d1", "2026-11-01T06:00:00Z"))).isEmpty();
    }

    @Test
    void theOrderOfTheLogInsChangesNothing() {
        Badge first = badge("d1", "2026-11-16T06:00:00Z");
        Badge second = badge("d2", "2026-11-16T09:00:00Z");

        assertThat(shares(second, first)).isEqualTo(shares(first, second)).containsEntry("d1", 3.0 / 15);
    }
}
