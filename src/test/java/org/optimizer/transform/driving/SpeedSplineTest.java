package org.optimizer.transform.driving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.optimizer.model.GpsFix;
import org.optimizer.model.Manoeuvre;
import org.optimizer.model.Trace;
import org.optimizer.transform.VehicleDay;
import org.optimizer.transform.zones.ZoneMap;

class SpeedSplineTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-16");
    private static final Instant EIGHT = Instant.parse("2026-11-16T08:00:00Z");

    private static List<Manoeuvre> manoeuvres(Trace trace) {
        return VehicleDay.facts("v", trace, 1, DAY, ZoneOffset.UTC, List.of(), ZoneMap.NONE)
                .manoeuvres();
    }

    private static GpsFix fix(long ms, double mps) {
        return new GpsFix(EIGHT.plusMillis(ms), "t", 45, 4.8, mps, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }

    /** One swing in 8 s, of 1.2 m/s² at most; lines between the odd seconds would take a fifth off it. */
    private static List<GpsFix> swings(int stepS, int fromS) {
        List<GpsFix> fixes = new ArrayList<>();
        for (int second = fromS; second < 300; second += stepS) {
            fixes.add(fix(second * 1000L, 15 + 1.5 * Math.sin(second * Math.PI / 4)));
        }
        return fixes;
    }

    @Test
    void aSwingHasItsPeakAlsoWhereItIsRecordedEveryOtherSecond() {
        double fine = highest(manoeuvres(Trace.of(swings(1, 0))));
        assertThat(highest(manoeuvres(Trace.of(swings(2, 0))))).isCloseTo(fine, within(0.075 * fine));
        assertThat(highest(manoeuvres(Trace.of(swings(2, 1))))).isCloseTo(fine, within(0.075 * fine));
    }

    private static double highest(List<Manoeuvre> manoeuvres) {
        return manoeuvres.stream().mapToDouble(Manoeuvre::peakMps2).max().orElseThrow();
    }

    @Test
    void twoFixesInTheSameInstantAlmostDoNotBendTheSecondsAfterThem() {
        List<GpsFix> fixes = new ArrayList<>();
        for (int second = 0; second < 300; second += 3) {
            fixes.add(fix(second * 1000L, 15));
            fixes.add(fix(second * 1000L + 40, 15.2));
        }
        assertThat(manoeuvres(Trace.of(fixes))).isEmpty();
    }

    @Test
    void aSpeedNearZeroNeverSwingsBelow() {
        List<GpsFix> fixes = new ArrayList<>();
        for (int second = 0; second < 60; second += 2) {
            fixes.add(fix(second * 1000L, second < 30 ? 8 : 0));
        }
        for (Manoeuvre manoeuvre : manoeuvres(Trace.of(fixes))) {
            for (float kmh : manoeuvre.profileKmh()) {
                assertThat(kmh).isGreaterThanOrEqualTo(0);
            }
        }
    }

    /** A spline knows all its knots; those more than an hour away must not change a bit. */
    @Test
    void aDayGivesTheSameManoeuvresWhateverWasRecordedBeforeItsMargin() {
        Random random = new Random(9);
        List<GpsFix> fixes = new ArrayList<>();
        double mps = 15;
        Instant from = Instant.parse("2026-11-15T20:00:00Z");
        for (int second = 0; second < 8 * 3600; second += 2) {
            mps = Math.max(5, Math.min(25, mps + 1.5 * random.nextGaussian()));
            fixes.add(new GpsFix(
                    from.plusSeconds(second), "t", 45, 4.8, mps, Double.NaN, Double.NaN, Double.NaN, Double.NaN));
        }
        List<Manoeuvre> whole = manoeuvres(Trace.of(fixes));
        List<Manoeuvre> torn = manoeuvres(Trace.of(fixes.subList(3 * 1800 + 17, fixes.size())));
        assertThat(whole).isNotEmpty();
        assertThat(torn).usingRecursiveComparison().isEqualTo(whole);
    }
}
