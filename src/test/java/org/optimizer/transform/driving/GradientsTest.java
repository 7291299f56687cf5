package org.optimizer.transform.driving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.optimizer.model.GpsFix;
import org.optimizer.model.Gradient;
import org.optimizer.model.Trace;
import org.optimizer.testing.Drive;
import org.optimizer.transform.VehicleDay;
import org.optimizer.transform.zones.ZoneMap;

/** A pit 200 m deep, driven into and out of; heights told by the second. */
class GradientsTest {
    private static final Instant EIGHT = Instant.parse("2026-11-16T08:00:00Z");
    private static final double DEPTH_M = 200;
    /** Down for 400 s, in the pit for 400 s, up for 800 s. */
    private static final IntToDoubleFunction PIT = second -> second < 400
            ? DEPTH_M * (1 - second / 400.0)
            : second < 800 ? 0 : Math.min(DEPTH_M, DEPTH_M * (second - 800) / 800.0);

    @Test
    void theMiddleOfAClimbAndOfADescentIsAtHalfTheHeight() {
        List<Gradient> gradients = gradients(driven(), PIT);

        assertThat(gradients).extracting(Gradient::kind).containsExactly(Gradient.Kind.DESCENT, Gradient.Kind.CLIMB);
        assertThat(gradients).extracting(Gradient::number).containsExactly(0, 1);
        assertThat(seconds(gradients.get(0))).isCloseTo(200, within(5L));
        assertThat(seconds(gradients.get(1))).isCloseTo(1200, within(5L));
    }

    /** 8 m/s down, 3 m/s up: 28.8 and 10.8 km/h, held. */
    @Test
    void speedsAroundTheMiddleAreMeasured() {
        List<Gradient> gradients = gradients(driven(), PIT);

        Gradient descent = gradients.get(0);
        assertThat(descent.samples()).isEqualTo(41);
        assertThat(descent.minSpeedKmh()).isCloseTo(28.8, within(1e-6));
        assertThat(descent.sdSpeedKmh()).isCloseTo(0, within(1e-6));
        Gradient climb = gradients.get(1);
        assertThat(climb.samples()).isEqualTo(61);
        assertThat(climb.maxSpeedKmh()).isCloseTo(10.8, within(1e-6));
    }

    /** Every second second 1 m/s faster: half the samples 0.5 m/s off on either side, but for the odd one of 61. */
    @Test
    void theDeviationIsThatOfTheSamples() {
        List<GpsFix> fixes = new ArrayList<>(driven());
        for (int second = 1; second < fixes.size(); second += 2) {
            fixes.set(
                    second, Drive.withSpeed(fixes.get(second), fixes.get(second).speedMps() + 1));
        }

        double sd = gradients(fixes, PIT).get(1).sdSpeedKmh();

        assertThat(sd).isCloseTo(3.6 * Math.sqrt(30.0 / 61 * 31 / 61), within(1e-3));
    }

    @Test
    void aHundredMetresAreNoClimbAndALittleMoreAre() {
        assertThat(gradients(driven(), scaled(height -> height / 2))).isEmpty();
        assertThat(gradients(driven(), scaled(height -> height * 0.55))).hasSize(2);
    }

    /** A receiver's altitude: 3 m of noise each second, a slow wave of 8 m, and jumps of 300 m for single fixes. */
    @Test
    void noiseOfAltitudeMakesNoClimbs() {
        Random random = new Random(11);
        double[] noise = IntStream.range(0, 2000)
                .mapToDouble(second ->
                        3 * random.nextGaussian() + 8 * Math.sin(second / 120.0) + (second % 97 == 13 ? 300 : 0))
                .toArray();

        assertThat(gradients(driven(), second -> noise[second])).isEmpty();
        List<Gradient> gradients = gradients(driven(), second -> PIT.applyAsDouble(second) + noise[second]);
        assertThat(gradients).hasSize(2);
        assertThat(seconds(gradients.get(0))).isCloseTo(200, within(30L));
        assertThat(seconds(gradients.get(1))).isCloseTo(1200, within(60L));
    }

    @Test
    void twoTopsWithinFiveHundredSamplesAreOne() {
        double[] near = {0, 150, 20, 160, 0};
        assertThat(TurningPoints.of(ramps(200, near))).containsExactly(0, 600, 800);
        assertThat(TurningPoints.of(ramps(250, near))).containsExactly(0, 250, 500, 750, 1000);
    }

    @Test
    void withoutAltitudesOrEverySecondThereIsNothing() {
        assertThat(facts(driven())).isEmpty();
        List<GpsFix> high = withHeights(driven(), PIT);
        assertThat(facts(Drive.everyNth(high, 2))).isEmpty();
    }

    @Test
    void aGapInTheWindowTakesTheClimbOnly() {
        List<GpsFix> fixes = withHeights(driven(), PIT);
        fixes.subList(1190, 1195).clear();

        assertThat(facts(fixes)).extracting(Gradient::kind).containsExactly(Gradient.Kind.DESCENT);
    }

    @Test
    void aTrackEndsAtAGapOfTwoMinutes() {
        List<GpsFix> fixes = withHeights(driven(), PIT);
        fixes.subList(1000, 1125).clear();

        // the climb is torn: 50 m of it before the gap, 119 m after, of which the middle is a window again
        assertThat(facts(fixes)).extracting(Gradient::kind).containsExactly(Gradient.Kind.DESCENT, Gradient.Kind.CLIMB);
        assertThat(seconds(facts(fixes).get(1))).isBetween(1350L, 1380L);
    }

    /** Straight lines of so many samples between heights, unsmoothed. */
    private static double[] ramps(int samples, double... heights) {
        return IntStream.rangeClosed(0, samples * (heights.length - 1))
                .mapToDouble(i -> i == samples * (heights.length - 1)
                        ? heights[heights.length - 1]
                        : heights[i / samples]
                                + (heights[i / samples + 1] - heights[i / samples]) * (i % samples) / samples)
                .toArray();
    }

    private static IntToDoubleFunction scaled(DoubleUnaryOperator scale) {
        return second -> scale.applyAsDouble(PIT.applyAsDouble(second));
    }

    private static List<GpsFix> driven() {
        return Drive.from(EIGHT.toString())
                .at(8)
                .hold(400)
                .stand(400)
                .at(3)
                .hold(900)
                .record()
                .fixes();
    }

    private static List<Gradient> gradients(List<GpsFix> fixes, IntToDoubleFunction height) {
        return facts(withHeights(fixes, height));
    }

    private static List<GpsFix> withHeights(List<GpsFix> fixes, IntToDoubleFunction height) {
        List<GpsFix> high = new ArrayList<>();
        for (int second = 0; second < fixes.size(); second++) {
            GpsFix fix = fixes.get(second);
            high.add(new GpsFix(
                    fix.at(),
                    fix.track(),
                    fix.latitudeDeg(),
                    fix.longitudeDeg(),
                    fix.speedMps(),
                    fix.accuracyM(),
                    fix.speedAccuracyMps(),
                    fix.bearingDeg(),
                    height.applyAsDouble(second)));
        }
        return high;
    }

    private static List<Gradient> facts(List<GpsFix> fixes) {
        return VehicleDay.facts(
                        "v1", Trace.of(fixes), 1, LocalDate.of(2026, 11, 16), ZoneOffset.UTC, List.of(), ZoneMap.NONE)
                .gradients();
    }

    private static long seconds(Gradient gradient) {
        return gradient.middle().getEpochSecond() - EIGHT.getEpochSecond();
    }
}
