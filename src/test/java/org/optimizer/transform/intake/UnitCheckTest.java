package org.optimizer.transform.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.optimizer.model.GpsFix;
import org.optimizer.model.Trace;
import org.optimizer.model.UnitMistake;
import org.optimizer.testing.Drive;
import org.optimizer.testing.RealTraces;
import org.optimizer.transform.intake.UnitCheck.Finding;

class UnitCheckTest {
    private static final String EIGHT = "2026-11-16T08:00:00Z";

    private static Drive haul(String track) {
        Drive drive = Drive.from(EIGHT, track);
        for (int trip = 0; trip < 6; trip++) {
            drive.to(14, 25).hold(60).to(6, 10).hold(30).to(0, 8).stand(60);
        }
        return drive;
    }

    private static Finding finding(List<GpsFix> fixes) {
        return UnitCheck.of(Trace.of(fixes))[0];
    }

    private static List<GpsFix> times(List<GpsFix> fixes, double factor) {
        return Drive.each(fixes, fix -> Drive.withSpeed(fix, fix.speedMps() * factor));
    }

    @ParameterizedTest
    @EnumSource(UnitMistake.class)
    void eachMistakeIsFoundAndNamed(UnitMistake mistake) {
        Finding finding = finding(times(haul("t").fixes(), mistake.ratio()));

        assertThat(finding.ratio()).isCloseTo(mistake.ratio(), within(0.02 * mistake.ratio()));
        assertThat(finding.mistake()).contains(mistake);
        assertThat(mistake.factor() * mistake.ratio()).isCloseTo(1, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({
        "1, false",
        "0.9, false",
        "1.15, false",
        "0.7, false",
        "1.79, false",
        "1.81, true",
        "2.11, false",
        "3.19, false",
        "3.21, true",
        "4.01, false",
        "0.555, true",
        "0.56, false",
        "0.251, true",
        "0.249, false"
    })
    void onlyWhatIsNearAKnownRatioIsAMistake(double ratio, boolean expected) {
        assertThat(UnitCheck.mistake(ratio).isPresent()).isEqualTo(expected);
    }

    @Test
    void noisyPositionsAndSpeedsDoNotMoveTheMedianFar() {
        Finding finding = finding(Drive.noisy(haul("t").fixes(), 0.5, 7));
        assertThat(finding.ratio()).isCloseTo(1, within(0.03));
        assertThat(finding.mistake()).isEmpty();
    }

    @Test
    void aVehicleThatHardlyMovesSaysNothing() {
        assertThat(finding(Drive.from(EIGHT).stand(3600).fixes()).isKnown()).isFalse();
        assertThat(finding(times(Drive.from(EIGHT).to(10, 20).hold(30).fixes(), 3.6))
                        .isKnown())
                .isFalse();
    }

    @Test
    void withoutPositionsAbsurdSpeedsTell() {
        List<GpsFix> blind =
                Drive.each(times(haul("t").fixes(), 3.6), fix -> Drive.withPosition(fix, Double.NaN, Double.NaN));

        assertThat(finding(blind)).isEqualTo(new Finding(Double.NaN, Optional.of(UnitMistake.KMH_AS_MPS)));
    }

    @Test
    void eachRecordingIsJudgedByItself() {
        Drive right = haul("right");
        Drive wrong = Drive.from("2026-11-16T12:00:00Z", "wrong").to(20, 30).hold(300);
        Trace both = Trace.merge(right.trace(), Trace.of(times(wrong.fixes(), 3.6)));

        assertThat(new UnitWatch().wrong(both)).containsOnlyKeys("wrong");
    }

    @Test
    void aShortRecordingFollowsTheOthersWhenAllAreWrong() {
        Trace wrong = Trace.of(times(haul("long").fixes(), 0.5));
        Trace brief = Trace.of(
                times(Drive.from("2026-11-16T12:00:00Z", "brief").to(9, 20).fixes(), 0.5));
        Trace right =
                Drive.from("2026-11-16T13:00:00Z", "right").to(20, 30).hold(300).trace();

        assertThat(new UnitWatch().wrong(Trace.merge(wrong, brief))).containsOnlyKeys("long", "brief");
        assertThat(new UnitWatch().wrong(Trace.merge(Trace.merge(wrong, brief), right)))
                .containsOnlyKeys("long");
    }

    @Test
    void aLaterPartWithoutDrivingIsJudgedByTheOneBefore() {
        UnitWatch watch = new UnitWatch();
        watch.wrong(Trace.of(times(haul("t").fixes(), 3.6)));

        Trace later = Drive.from("2026-11-16T20:00:00Z", "t").stand(100).trace();
        assertThat(watch.wrong(later)).containsOnlyKeys("t");
    }

    /** A false alarm would hold back a driver's day. */
    @Test
    void noRealRecordingIsHeld() {
        int known = 0;
        double least = 9;
        double most = 0;
        for (String set : List.of("CMAP", "NDSBR", "ENVIROCAR", "GOAL", "RSK_TWIZY", "BAREFOOT")) {
            for (Map.Entry<String, Trace> vehicle : RealTraces.ofSet(set).entrySet()) {
                for (Finding finding : UnitCheck.of(vehicle.getValue())) {
                    assertThat(finding.mistake())
                            .as(set + " " + vehicle.getKey() + " " + finding)
                            .isEmpty();
                    if (finding.isKnown()) {
                        known++;
                        least = Math.min(least, finding.ratio());
                        most = Math.max(most, finding.ratio());
                    }
                }
            }
        }
        System.out.printf(
                "units: %d real recordings judged, reported by derived speed %.3f to %.3f%n", known, least, most);
        assertThat(known).isGreaterThan(15);
    }
}
