package org.optimizer.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoredTest {
    @Test
    void instantsAreUtcTextWithMilliseconds() {
        assertThat(Stored.of(Instant.parse("2026-03-29T01:30:00.007Z"))).isEqualTo("2026-03-29 01:30:00.007");
        assertThat(Stored.instant(LocalDateTime.parse("2026-03-29T01:30:00.007")))
                .isEqualTo(Instant.parse("2026-03-29T01:30:00.007Z"));
        assertThat(Stored.instant(null)).isNull();
    }

    @Test
    void whatIsNotThereIsNull() {
        assertThat(Stored.row("a", Double.NaN, "b", Optional.empty(), "c", null, "d", Optional.of(Double.NaN)))
                .containsOnlyKeys("a", "b", "c", "d")
                .allSatisfy((name, value) -> assertThat(value).isNull());
    }

    @Test
    void wordsAndWeeksGoByTheirNames() {
        assertThat(Stored.row("kind", MarkKind.SPEED_KEEPING, "week", Optional.of(IsoWeek.parse("2026-W07")), "n", 7))
                .containsEntry("kind", "SPEED_KEEPING")
                .containsEntry("week", "2026-W07")
                .containsEntry("n", 7);
    }

    @Test
    void floatsComeBackBitForBit() {
        float[] values = {0, -1.5f, Float.MIN_VALUE, Float.MAX_VALUE, (float) Math.PI};
        assertThat(Stored.floats(Stored.bytes(values))).containsExactly(values);
        assertThat(Stored.bytes(new float[] {1})).containsExactly(0x3f, 0x80, 0, 0);
        assertThat(Stored.floats(new byte[0])).isEmpty();
    }

    @Test
    void aSpeedProfileKeepsOnlyWhatIsNotZero() {
        SpeedProfile profile =
                new SpeedProfile(new double[] {0, 0, 1.0 / 3}, new int[] {Integer.MAX_VALUE, 0}, new double[0]);

        byte[] bytes = ProfileCodec.encode(profile);

        assertThat(bytes).hasSize(3 * 8 + 2 * 10);
        assertThat(ProfileCodec.decode(bytes)).usingRecursiveComparison().isEqualTo(profile);
    }
}
