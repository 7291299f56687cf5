package org.optimizer.transform.trips;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.optimizer.model.DayFacts;
import org.optimizer.model.GpsFix;
import org.optimizer.model.Manoeuvre;
import org.optimizer.model.Trace;
import org.optimizer.model.Trip;
import org.optimizer.testing.Drive;
import org.optimizer.transform.VehicleDay;
import org.optimizer.transform.zones.ZoneMap;

/**
 * A phone whose clock is put forward or back while it records: no single fix is impossible, and the order in which they came is
 * not kept. The day must not gain a kilometre or a hard braking by it; a step back by a second or two squeezes what happens then, by
 * half a m/s² at most.
 */
class ClockStepsTest {
    private static Drive drive() {
        Drive drive = Drive.from("2026-11-16T08:00:00Z", "t");
        for (int trip = 0; trip < 5; trip++) {
            drive.to(16, 16).hold(50).to(8, 10).hold(25).to(0, 8).stand(20);
        }
        return drive;
    }

    private static DayFacts facts(List<GpsFix> fixes) {
        return VehicleDay.facts(
                "v1", Trace.of(fixes), 1, LocalDate.of(2026, 11, 16), ZoneOffset.UTC, List.of(), ZoneMap.NONE);
    }

    /** From one fix on, the clock shows another time. */
    private static List<GpsFix> stepped(List<GpsFix> fixes, int from, long stepMs, double northwards) {
        List<GpsFix> changed = new ArrayList<>();
        for (int index = 0; index < fixes.size(); index++) {
            GpsFix fix = fixes.get(index);
            Duration step = Duration.ofMillis(index < from ? 0 : stepMs);
            changed.add(new GpsFix(
                    fix.at().plus(step),
                    fix.track(),
                    45 + northwards * (fix.latitudeDeg() - 45),
                    fix.longitudeDeg(),
                    fix.speedMps(),
                    fix.accuracyM(),
                    fix.speedAccuracyMps(),
                    fix.bearingDeg(),
                    fix.altitudeM()));
        }
        return changed;
    }

    private static double km(DayFacts facts) {
        return facts.trips().stream().mapToDouble(Trip::distanceKm).sum();
    }

    private static double hardest(DayFacts facts) {
        return facts.manoeuvres().stream()
                .mapToDouble(Manoeuvre::peakMps2)
                .max()
                .orElse(0);
    }

    @ParameterizedTest
    @CsvSource({
        "90_000, 1",
        "90_000, -1",
        "3_600_000, 1",
        "-40_000, 1",
        "-40_000, -1",
        "-40_500, 1",
        "-40_500, -1",
        "-1_500, 1",
        "-3_600_000, 1",
        "700, 1",
        "-300, -1"
    })
    void aClockThatIsPutForwardOrBackAddsNeitherKilometresNorBraking(String step, double northwards) {
        List<GpsFix> fixes = drive().fixes();
        DayFacts asItWas = facts(stepped(fixes, 0, 0, northwards));
        for (int from = 20; from < fixes.size() - 60; from += 37) {
            DayFacts after = facts(stepped(fixes, from, Long.parseLong(step.replace("_", "")), northwards));

            assertThat(km(after)).as("kilometres, from fix " + from).isLessThan(1.01 * km(asItWas));
            assertThat(hardest(after)).as("hardest, from fix " + from).isLessThan(hardest(asItWas) + 0.5);
        }
    }
}
