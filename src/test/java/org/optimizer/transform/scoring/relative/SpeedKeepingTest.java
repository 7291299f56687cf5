package org.optimizer.transform.scoring.relative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.optimizer.model.Gradient;
import org.optimizer.model.ZoneVisit;

class SpeedKeepingTest {

    /** Ten visits with 1 to 9 and 100 km/h: without one at either end 2 to 9, mean 5.5. */
    @Test
    void theTenthAtEitherEndIsLeftOut() {
        List<ZoneVisit> visits = IntStream.rangeClosed(1, 10)
                .mapToObj(i -> visit("road", 60, i == 10 ? 100 : i))
                .toList();

        assertThat(SpeedKeeping.onRoad(visits, Moves.RULES)).isEqualTo(new Raw(10, 5.5));
    }

    @Test
    void nineVisitsAreTooFewToLeaveOneOut() {
        assertThat(SpeedKeeping.trimmedMean(new double[] {1, 1, 1, 1, 1, 1, 1, 1, 10}, 0.1))
                .isEqualTo(2);
    }

    /** 100 s at 2 km/h and 300 s at 6 km/h: (100 × 2 + 300 × 6) / 400 = 5. */
    @Test
    void zonesAreWeightedByTheTimeInside() {
        List<ZoneVisit> visits = List.of(visit("short", 50, 1), visit("short", 50, 3), visit("long", 300, 6));

        assertThat(SpeedKeeping.onRoad(visits, Moves.RULES)).isEqualTo(new Raw(3, 5));
    }

    @Test
    void onlyCruiseZonesAndVisitsOfTenSamplesCount() {
        ZoneVisit pit = new ZoneVisit(
                0, "pit", "load", Optional.empty(), at(0), at(60), false, false, false, 0, 0, 0, 1, 0, 1, 60, 9, 9);

        assertThat(SpeedKeeping.onRoad(List.of(pit, visit("road", 9, 4)), Moves.RULES))
                .isEqualTo(Raw.NONE);
        assertThat(SpeedKeeping.onRoad(List.of(visit("road", 10, 4)), Moves.RULES))
                .isEqualTo(new Raw(1, 4));
    }

    /**
     * Climbs: a 1, b 3, c 2 km/h become 0, 1, 0.5; descents: a 4, b 2 become 1, 0. One climb and one descent of a: 0.5; of b
     * two climbs and one descent: (2 × 1 + 0) / 3.
     */
    @Test
    void climbsAndDescentsAreScaledApartAndPutTogetherByTheirNumber() {
        Map<String, Raw> raw = SpeedKeeping.onGradients(
                Map.of(
                        "a", List.of(climb(8, 12, 1), descent(18, 25, 4)),
                        "b", List.of(climb(8, 12, 2), climb(8, 12, 4), descent(18, 25, 2)),
                        "c", List.of(climb(8, 12, 2)),
                        "d", List.of()),
                Moves.RULES);

        assertThat(raw.get("a")).isEqualTo(new Raw(2, 0.5));
        assertThat(raw.get("b").moves()).isEqualTo(3);
        assertThat(raw.get("b").value()).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(raw.get("c")).isEqualTo(new Raw(1, 0.5));
        assertThat(raw.get("d")).isEqualTo(Raw.NONE);
    }

    @Test
    void amongEqualsNobodyIsUnsteady() {
        assertThat(SpeedKeeping.onGradients(
                        Map.of("a", List.of(climb(8, 12, 2)), "b", List.of(climb(8, 12, 2))), Moves.RULES))
                .containsValues(new Raw(1, 0));
    }

    @Test
    void aClimbCountsFromSixToSixteenAndADescentAboveFifteenWithATopAboveTwenty() {
        assertThat(Moves.RULES.counts(climb(6, 16, 1))).isTrue();
        assertThat(Moves.RULES.counts(climb(5.99, 16, 1))).isFalse();
        assertThat(Moves.RULES.counts(climb(6, 16.01, 1))).isFalse();
        assertThat(Moves.RULES.counts(descent(15.01, 20.01, 1))).isTrue();
        assertThat(Moves.RULES.counts(descent(15, 30, 1))).isFalse();
        assertThat(Moves.RULES.counts(descent(16, 20, 1))).isFalse();
    }

    private static Instant at(int second) {
        return Instant.EPOCH.plusSeconds(second);
    }

    private static ZoneVisit visit(String zone, int seconds, double sdKmh) {
        return Moves.cruise(zone, seconds, sdKmh);
    }

    private static Gradient climb(double minKmh, double maxKmh, double sdKmh) {
        return new Gradient(0, 0, Gradient.Kind.CLIMB, Instant.EPOCH, 61, minKmh, maxKmh, sdKmh);
    }

    private static Gradient descent(double minKmh, double maxKmh, double sdKmh) {
        return new Gradient(0, 0, Gradient.Kind.DESCENT, Instant.EPOCH, 41, minKmh, maxKmh, sdKmh);
    }
}
