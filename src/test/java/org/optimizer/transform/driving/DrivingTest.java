package org.optimizer.transform.driving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.optimizer.model.DayFacts;
import org.optimizer.model.GpsFix;
import org.optimizer.model.Manoeuvre;
import org.optimizer.model.ManoeuvreKind;
import org.optimizer.model.MovementCurve;
import org.optimizer.model.Trace;
import org.optimizer.model.Trip;
import org.optimizer.testing.Drive;
import org.optimizer.transform.VehicleDay;
import org.optimizer.transform.zones.ZoneMap;

/** Numbers on the edge, for what is computed from speed. */
class DrivingTest {
    private static final String EIGHT = "2026-11-16T08:00:00Z";

    @Test
    void theSlopeOfFiveSpeedsIsThatOfTheirLeastSquaresLine() {
        double[] slope = new double[6];
        Slope.fill(new double[] {3, 1, 4, 1, 5, 9}, slope, 6);
        assertThat(slope[2]).isEqualTo((-2 * 3 - 1 + 1 + 2 * 5) / 10.0);
        assertThat(slope[3]).isEqualTo((-2 * 1 - 4 + 5 + 2 * 9) / 10.0);
        assertThat(new double[] {slope[0], slope[1], slope[4], slope[5]}).containsOnly(0);
    }

    // manoeuvres

    @Test
    void aSlopeAtTheFloorIsACandidateAndOneBelowIsNot() {
        assertThat(facts(Drive.from(EIGHT).at(10).hold(20).to(15, 10).hold(20)).manoeuvres())
                .hasSize(1);
        assertThat(facts(Drive.from(EIGHT).at(10).hold(20).to(14.98, 10).hold(20))
                        .manoeuvres())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2, 1", "3, 2"})
    void speedUpsWithAShortPauseAreOneManoeuvre(int pauseS, int manoeuvres) {
        Drive drive = Drive.from(EIGHT)
                .at(10)
                .hold(20)
                .to(15, 5)
                .hold(pauseS)
                .to(20, 5)
                .hold(20);
        assertThat(facts(drive).manoeuvres()).hasSize(manoeuvres);
    }

    @Test
    void manoeuvresOfBothKindsAreNumberedInOrderOfTime() {
        Drive drive = Drive.from(EIGHT)
                .at(20)
                .hold(20)
                .to(10, 5)
                .hold(20)
                .to(20, 5)
                .hold(20)
                .to(10, 5)
                .hold(20);

        List<Manoeuvre> manoeuvres = facts(drive).manoeuvres();

        assertThat(manoeuvres)
                .extracting(Manoeuvre::kind)
                .containsExactly(ManoeuvreKind.BRAKING, ManoeuvreKind.ACCELERATION, ManoeuvreKind.BRAKING);
        assertThat(manoeuvres).extracting(Manoeuvre::number).containsExactly(0, 1, 2);
        assertThat(manoeuvres.get(0).startSpeedKmh()).isEqualTo(72);
        assertThat(manoeuvres.get(1).startSpeedKmh()).isEqualTo(36);
        assertThat(manoeuvres.get(0).profileMps2()).hasSize(6).contains(2f);
        assertThat(manoeuvres.get(0).at()).isEqualTo(Instant.parse("2026-11-16T08:00:20Z"));
    }

    @Test
    void theGuardTakesTheMedianAccuracyOfTheFiveFixesOfThePeak() {
        Drive drive = Drive.from(EIGHT)
                .speedAccuracy(5)
                .at(10)
                .hold(20)
                .to(11, 1)
                .speedAccuracy(0.9)
                .to(12, 1)
                .speedAccuracy(0.1)
                .to(13, 1)
                .speedAccuracy(0.4)
                .to(14, 1)
                .speedAccuracy(0.2)
                .record()
                .speedAccuracy(7)
                .silent(1, 14)
                .hold(20);

        Manoeuvre manoeuvre = facts(drive).manoeuvres().get(0);

        // the fixes at 10, 11, 12, 13 and 14 m/s report 5, 0.9, 0.1, 0.4 and 0.2
        assertThat(manoeuvre.peakMps2()).isCloseTo(1, within(1e-9));
        assertThat(manoeuvre.guardMps2()).isCloseTo(1.64 * 0.4 * Math.sqrt(0.1), within(1e-12));
    }

    @Test
    void fixesBetweenTheSecondsGiveTheSameSlope() {
        Drive drive = Drive.from("2026-11-16T08:00:00.400Z")
                .at(10)
                .hold(20)
                .to(20, 10)
                .hold(20);

        Manoeuvre manoeuvre = facts(drive).manoeuvres().get(0);

        assertThat(manoeuvre.peakMps2()).isCloseTo(1, within(1e-9));
        assertThat(manoeuvre.at()).isEqualTo(Instant.parse("2026-11-16T08:00:21Z"));
    }

    // mean speeds

    @ParameterizedTest
    @CsvSource({"0.04, 0", "0.051, 1", "0.3, 1", "0.49, 1", "0.52, 0", "2, 0"})
    void decelerationIsGentleBetweenFiveHundredthsAndAHalf(double mps2, double share) {
        int seconds = (int) Math.round(10 / mps2 / 5) * 5;
        // from a whole multiple of 5 s on, so that only the first and last mean are mixed
        Drive drive = Drive.from(EIGHT, "t")
                .at(25)
                .hold(60)
                .to(25 - mps2 * seconds, seconds)
                .hold(60);

        Trip trip = facts(drive).trips().get(0);

        assertThat(trip.totalLossMps()).isCloseTo(mps2 * seconds, within(0.01));
        assertThat(trip.gentleLossMps() / trip.totalLossMps()).isCloseTo(share, within(0.26));
    }

    @Test
    void aRiseOfATenthIsNoPositiveAcceleration() {
        assertThat(facts(Drive.from(EIGHT, "t").at(10).hold(20).to(19.5, 100).hold(20))
                        .trips()
                        .get(0)
                        .rpaWork())
                .isZero();
        assertThat(facts(Drive.from(EIGHT, "t").at(10).hold(20).to(21, 100).hold(20))
                        .trips()
                        .get(0)
                        .rpaWork())
                .isPositive();
    }

    @Test
    void meansAreTakenBetweenFixesThatMissTheFullSeconds() {
        Trip trip = facts(Drive.from("2026-11-16T08:00:01.700Z", "t")
                        .at(10)
                        .hold(100)
                        .to(20, 20)
                        .hold(100))
                .trips()
                .get(0);
        // the mean that holds the start of the rise is too little above the one before to count
        assertThat(trip.rpaWork()).isCloseTo(150, within(3.0));
    }

    @Test
    void aGapIsLeftOutOfTheMeans() {
        Drive drive = Drive.from(EIGHT, "t")
                .at(10)
                .hold(100)
                .record()
                .silent(16, 200)
                .at(20)
                .hold(100);

        Trip trip = facts(drive).trips().get(0);

        assertThat(trip.rpaWork()).isZero();
        // 100 s, then from the next full 5 s at 8:02:00 to 8:03:35
        assertThat(trip.rpaDistanceM()).isCloseTo(1000 + 95 * 20, within(1e-6));
    }

    // steadiness

    @Test
    void windowsAreMinutesOfTheClockWithoutAGap() {
        Drive whole = Drive.from(EIGHT, "t").at(20).hold(300).record();
        Drive torn = Drive.from(EIGHT, "t")
                .at(20)
                .hold(90)
                .record()
                .silent(16, 320)
                .hold(194)
                .record();
        Drive late = Drive.from("2026-11-16T08:00:01Z", "t").at(20).hold(299).record();

        assertThat(windows(whole)).isEqualTo(5);
        assertThat(windows(torn)).isEqualTo(4);
        assertThat(windows(late)).isEqualTo(4);
    }

    private static int windows(Drive drive) {
        return facts(drive).trips().get(0).speeds().windowsFrom(72);
    }

    @Test
    void aWindowsVarianceIsThatOfItsSpeedsLessTheReceiversNoise() {
        Drive drive = Drive.from(EIGHT, "t").speedAccuracy(0.5);
        for (int second = 0; second < 61; second++) {
            drive.at(second % 2 == 0 ? 20 : 22).hold(1);
        }

        Trip trip = facts(drive).trips().get(0);

        double variance = 60.0 / 59 - 0.25;
        assertThat(trip.speeds().windowsFrom(72)).isEqualTo(1);
        assertThat(trip.speeds().windowsFrom(73)).isZero();
        assertThat(trip.speeds().varianceFrom(72)).isCloseTo(variance * 3.6 * 3.6, within(1e-9));
    }

    @Test
    void noiseNeverMakesAVarianceNegative() {
        assertThat(facts(Drive.from(EIGHT, "t").at(20).hold(300))
                        .trips()
                        .get(0)
                        .speeds()
                        .varianceFrom(0))
                .isZero();
    }

    // curves

    @Test
    void aLaunchThatStandsAgainIsNone() {
        Drive drive = Drive.from(EIGHT, "t")
                .stand(70)
                .to(5, 10)
                .to(0, 10)
                .stand(3)
                .to(10, 20)
                .hold(60);
        assertThat(facts(drive).curves()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"19.99, 0", "20.01, 1"})
    void theFarEndIsFasterThanTwenty(double kmh, int curves) {
        Drive drive = Drive.from(EIGHT, "t").stand(70).to(kmh / 3.6, 20).hold(60);
        assertThat(facts(drive).curves()).hasSize(curves);
    }

    /** At 0.5 m/s, 1 s before and after, the vehicle still stands. */
    @Test
    void aCurveNeedsAllSixtyOneSamples() {
        assertThat(facts(Drive.from(EIGHT, "t").stand(70).to(10, 20).hold(42)).curves())
                .hasSize(1);
        assertThat(facts(Drive.from(EIGHT, "t").stand(70).to(10, 20).hold(41)).curves())
                .isEmpty();
        assertThat(facts(Drive.from(EIGHT, "t").at(10).hold(41).to(0, 20).stand(62))
                        .curves())
                .hasSize(1);
        assertThat(facts(Drive.from(EIGHT, "t").at(10).hold(40).to(0, 20).stand(62))
                        .curves())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {120, 121})
    void aSilenceOfMoreThanTwoMinutesCutsTheStop(int seconds) {
        Drive drive = Drive.from(EIGHT, "t")
                .stand(1)
                .silent(seconds - 1, 0)
                .stand(2)
                .to(10, 20)
                .hold(60);
        assertThat(facts(drive).curves()).hasSize(seconds == 120 ? 1 : 0);
    }

    @Test
    void stepsMayJitterButNeverSkip() {
        List<GpsFix> fixes =
                Drive.from(EIGHT, "t").stand(70).to(10, 20).hold(60).fixes();
        List<GpsFix> jittered = new ArrayList<>(fixes);
        GpsFix fix = fixes.get(90);
        jittered.set(
                90, new GpsFix(fix.at().plusMillis(300), "t", fix.latitudeDeg(), fix.longitudeDeg(), 10, 5, 0.3, 0, 0));

        assertThat(facts(jittered).curves())
                .extracting(MovementCurve::tripNumber)
                .containsExactly(0);
        jittered.remove(90);
        assertThat(facts(jittered).curves()).isEmpty();
    }

    private static DayFacts facts(Drive drive) {
        return facts(drive.fixes());
    }

    private static DayFacts facts(List<GpsFix> fixes) {
        return VehicleDay.facts(
                "v", Trace.of(fixes), 1, LocalDate.of(2026, 11, 16), ZoneOffset.UTC, List.of(), ZoneMap.NONE);
    }
}
