package org.optimizer.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TraceTest {
    private static final Instant EIGHT = Instant.parse("2026-11-16T08:00:00Z");

    @Test
    void fixesAreOrderedByTimeAndTheirTracksByAppearance() {
        Trace trace = Trace.of(List.of(fix(2, "b", 7, 5), fix(0, "a", 8, 5), fix(1, "b", 9, 5)));

        assertThat(trace.speedMmps()).containsExactly(8000, 9000, 7000);
        assertThat(trace.tracks()).containsExactly("a", "b");
        assertThat(trace.track()).containsExactly(0, 1, 1);
    }

    @Test
    void ofTwoFixesAtOneInstantTheMoreAccurateStays() {
        Trace trace = Trace.of(List.of(fix(0, "a", 7, 5), fix(0, "b", 8, 3), fix(0, "c", 6, Double.NaN)));

        assertThat(trace.speedMmps()).containsExactly(8000);
        assertThat(trace.tracks()).containsExactly("b");
    }

    @Test
    void fixesThatComeInOrderGiveTheSameTraceAsShuffledOnes() {
        List<GpsFix> inOrder = List.of(fix(0, "a", 1, 5), fix(1, "a", 2, 5), fix(2, "", 3, 5), fix(3, "a", 4, 5));
        List<GpsFix> shuffled = List.of(inOrder.get(2), inOrder.get(3), inOrder.get(0), inOrder.get(1));

        assertThat(Trace.of(inOrder)).usingRecursiveComparison().isEqualTo(Trace.of(shuffled));
        assertThat(Trace.merge(Trace.of(inOrder), Trace.of(shuffled)))
                .usingRecursiveComparison()
                .isEqualTo(Trace.of(inOrder));
    }

    @Test
    void aColumnThatWasNeverReportedIsLeftOut() {
        assertThat(Trace.of(List.of(fix(0, "a", 1, Double.NaN))).accuracyMm()).isNull();
        assertThat(Trace.of(List.of(fix(0, "a", 1, Double.NaN), fix(1, "a", 1, 4)))
                        .accuracyMm())
                .containsExactly(Trace.ABSENT, 4000);
    }

    @Test
    void aTraceKnowsWhichOfItsFixesAreMockThroughOrderingMergingAndCutting() {
        Trace late = Trace.of(List.of(mock(3, "b", 1, 5), fix(2, "b", 1, 5)));
        Trace both = Trace.merge(Trace.of(List.of(fix(0, "a", 1, 5), fix(1, "a", 1, 5))), late);

        assertThat(late.mock()).containsExactly(0, 1);
        assertThat(both.mock()).containsExactly(0, 0, 0, 1);
        assertThat(both.between(EIGHT.plusSeconds(2).toEpochMilli(), Long.MAX_VALUE)
                        .mock())
                .containsExactly(0, 1);
        assertThat(both.isMock(2)).isFalse();
        assertThat(both.isMock(3)).isTrue();
    }

    @Test
    void moreFixesThanExpectedKeepTheirMockFlags() {
        Trace.Builder builder = new Trace.Builder(1);
        for (int second = 0; second < 100; second++) {
            builder.add(second % 7 == 5 ? mock(second, "a", 1, 5) : fix(second, "a", 1, 5));
        }
        Trace trace = builder.build();

        for (int second = 0; second < 100; second++) {
            assertThat(trace.isMock(second)).as("second " + second).isEqualTo(second % 7 == 5);
        }
    }

    @Test
    void atOneInstantTheFlagIsThatOfTheFixThatStays() {
        assertThat(Trace.of(List.of(mock(0, "a", 1, 5), fix(0, "b", 1, 3))).mock())
                .isNull();
        assertThat(Trace.of(List.of(fix(0, "a", 1, 5), mock(0, "b", 1, 3))).mock())
                .containsExactly(1);
    }

    @Test
    void aFlagSentLateIsNotLost() {
        Trace before = Trace.of(List.of(fix(0, "a", 1, 5)));
        Trace after = Trace.of(List.of(mock(0, "a", 1, 5)));

        assertThat(Trace.merge(before, after).mock()).containsExactly(1);
        assertThat(Trace.merge(after, before).mock()).containsExactly(1);
    }

    /** Merging takes short cuts that ordering all fixes at once does not. */
    @Test
    void mergingGivesWhatAllFixesTogetherGive() {
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            List<GpsFix> one = some(random);
            List<GpsFix> other = some(random);
            List<GpsFix> all = new ArrayList<>(one);
            all.addAll(other);

            assertThat(Trace.merge(Trace.of(one), Trace.of(other)))
                    .as("seed " + seed)
                    .usingRecursiveComparison()
                    .isEqualTo(Trace.of(all));
        }
    }

    /** None to 30, many of them at the same instants, with values that are often missing. */
    private static List<GpsFix> some(Random random) {
        return random.ints(random.nextInt(30), 0, 40)
                .mapToObj(second -> new GpsFix(
                        EIGHT.plusSeconds(second),
                        "t" + random.nextInt(3),
                        45,
                        random.nextInt(3),
                        random.nextInt(3),
                        random.nextBoolean() ? Double.NaN : random.nextInt(3),
                        Double.NaN,
                        random.nextInt(20) == 0 ? 90 : Double.NaN,
                        Double.NaN,
                        random.nextInt(10) == 0))
                .toList();
    }

    private static GpsFix mock(int second, String track, double mps, double accuracyM) {
        return new GpsFix(
                EIGHT.plusSeconds(second), track, 45, 4.8, mps, accuracyM, Double.NaN, Double.NaN, Double.NaN, true);
    }

    private static GpsFix fix(int second, String track, double mps, double accuracyM) {
        return new GpsFix(
                EIGHT.plusSeconds(second), track, 45, 4.8, mps, accuracyM, Double.NaN, Double.NaN, Double.NaN);
    }
}
