package org.optimizer.transform.driving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.optimizer.model.Manoeuvre;
import org.optimizer.model.ManoeuvreKind;

class EventCutterTest {
    private static final Instant AT = Instant.parse("2026-11-16T08:00:00Z");
    private static final double GUARD_AT_0_2 = 1.64 * 0.2 * Math.sqrt(0.1);

    @Test
    void aPeakExactlyAtThresholdAndGuardCounts() {
        double limit = 0.9 + GUARD_AT_0_2;
        assertThat(limit).isCloseTo(1.004, within(0.0005));

        List<EventCutter.Event> events = EventCutter.events(peak(limit, GUARD_AT_0_2), 0.9, 10);

        assertThat(events).hasSize(1);
        assertThat(events.get(0).peakMps2()).isEqualTo(limit);
    }

    @Test
    void onePlaceBelowInTheLastDigitDoesNotCount() {
        double below = Math.nextDown(0.9 + GUARD_AT_0_2);
        assertThat(EventCutter.events(peak(below, GUARD_AT_0_2), 0.9, 10)).isEmpty();
    }

    @Test
    void withoutGuardTheThresholdItselfCounts() {
        assertThat(EventCutter.events(peak(0.9, 0), 0.9, 10)).hasSize(1);
        assertThat(EventCutter.events(peak(Math.nextDown(0.9), 0), 0.9, 10)).isEmpty();
    }

    @Test
    void runs2_9SecondsApartAreOneEvent() {
        List<EventCutter.Event> events = EventCutter.events(twoRuns(29), 1, 10);

        assertThat(events).hasSize(1);
        assertThat(events.get(0).durationS()).isCloseTo(2.9, within(1e-9));
    }

    @Test
    void runs3_1SecondsApartAreTwoEvents() {
        List<EventCutter.Event> events = EventCutter.events(twoRuns(31), 1, 10);

        assertThat(events).hasSize(2);
        assertThat(events.get(1).at()).isEqualTo(AT.plusMillis(3100));
    }

    @Test
    void runsExactlyThreeSecondsApartAreTwoEvents() {
        Manoeuvre manoeuvre = manoeuvre(
                1, 1.5, 0, 40, new float[] {1.5f, 0.6f, 0.6f, 1.4f, 0.6f, 1.3f}, new float[] {40, 41, 42, 43, 44, 45});

        List<EventCutter.Event> events = EventCutter.events(manoeuvre, 1, 10);

        assertThat(events).extracting(EventCutter.Event::durationS).containsExactly(0.0, 2.0);
        assertThat(events).extracting(EventCutter.Event::startSpeedKmh).containsExactly(40.0, 43.0);
        assertThat(events.get(1).peakMps2()).isEqualTo(1.4f);
    }

    @Test
    void anEventMayStartAt10KmhButNotAt9_9() {
        assertThat(EventCutter.events(starting(10.0), 1, 10)).hasSize(1);
        assertThat(EventCutter.events(starting(9.9), 1, 10)).isEmpty();
    }

    @Test
    void theStartSpeedIsThatOfTheRunAboveTheThreshold() {
        Manoeuvre launch = manoeuvre(1, 1.2, 0, 4, new float[] {0.6f, 0.8f, 1.2f, 0.7f}, new float[] {4, 7, 12, 16});

        List<EventCutter.Event> events = EventCutter.events(launch, 1, 10);

        assertThat(events).hasSize(1);
        assertThat(events.get(0).startSpeedKmh()).isEqualTo(12);
        assertThat(events.get(0).at()).isEqualTo(AT.plusSeconds(2));
        assertThat(EventCutter.events(launch, 0.7, 10)).isEmpty();
    }

    @Test
    void aSlowRunIsNotCarriedByTheNext() {
        Manoeuvre launch = manoeuvre(1, 1.2, 0, 4, new float[] {1.1f, 0.8f, 1.2f, 0.7f}, new float[] {4, 7, 12, 16});

        List<EventCutter.Event> events = EventCutter.events(launch, 1, 10);

        assertThat(events).hasSize(1);
        assertThat(events.get(0).durationS()).isZero();
    }

    @Test
    void samplesOfTheOtherSignNeverReachAThreshold() {
        Manoeuvre braking = manoeuvre(1, 1.2, 0, 50, new float[] {1.2f, -2f, 1.1f}, new float[] {50, 46, 48});
        assertThat(EventCutter.events(braking, 1, 10).get(0).peakMps2()).isEqualTo(1.2);
    }

    private static Manoeuvre peak(double peakMps2, double guardMps2) {
        return manoeuvre(
                1, peakMps2, guardMps2, 50, new float[] {0.6f, (float) peakMps2, 0.6f}, new float[] {50, 52, 54});
    }

    private static Manoeuvre starting(double kmh) {
        return manoeuvre(1, 1.5, 0, kmh, new float[] {1.5f, 0.6f}, new float[] {(float) kmh, 15});
    }

    /** Two samples above 1 m/s², some tenths of a second apart. */
    private static Manoeuvre twoRuns(int tenthsApart) {
        float[] profile = new float[tenthsApart + 1];
        Arrays.fill(profile, 0.6f);
        profile[0] = 1.5f;
        profile[tenthsApart] = 1.4f;
        float[] kmh = new float[tenthsApart + 1];
        Arrays.fill(kmh, 40);
        return manoeuvre(0.1, 1.5, 0, 40, profile, kmh);
    }

    private static Manoeuvre manoeuvre(
            double stepS, double peakMps2, double guardMps2, double startKmh, float[] profile, float[] kmh) {
        return new Manoeuvre(
                0,
                0,
                ManoeuvreKind.ACCELERATION,
                AT,
                (profile.length - 1) * stepS,
                peakMps2,
                guardMps2,
                startKmh,
                Double.NaN,
                Double.NaN,
                stepS,
                profile,
                kmh);
    }
}
