package org.optimizer.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.optimizer.config.EdgesTest;
import org.optimizer.extract.ActivityDays;
import org.optimizer.extract.TraceDays;
import org.optimizer.model.Activity;
import org.optimizer.model.Cycle;
import org.optimizer.model.DayFacts;
import org.optimizer.model.GpsFix;
import org.optimizer.model.JudgedStandstill;
import org.optimizer.model.JudgedVisit;
import org.optimizer.model.KpiDay;
import org.optimizer.model.Standstill;
import org.optimizer.model.Trace;
import org.optimizer.model.Vehicle;
import org.optimizer.model.VehicleClass;
import org.optimizer.model.ZoneVisit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@EdgesTest
@Transactional
class ActivitySinkTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 16);
    /** Half past midnight in Paris, still Sunday in UTC. */
    private static final Instant NIGHT = Instant.parse("2026-11-15T23:30:00.250Z");

    @Autowired
    private ProducerTemplate camel;

    private ActivitySink sink;
    private ActivityDays days;

    @BeforeEach
    void twoTrucksAtTwoSites() {
        sink = new ActivitySink(camel);
        days = new ActivityDays(camel);
        new FleetSink(camel)
                .saveVehicles(List.of(
                        new Vehicle("v1", "q1", "Truck 1", VehicleClass.TIPPER),
                        new Vehicle("v2", "q2", "Truck 2", VehicleClass.TIPPER)));
    }

    @Test
    void whatAVehicleDidIsReadAsItWasWritten() {
        Activity activity = activity("v1", 3);
        sink.replace("v1", DAY, DAY, PARIS, activity, "sha256:ab");

        assertThat(days.listDays("q1", DAY, DAY)).isEqualTo(activity.days());
        assertThat(days.listCycles("q1", DAY, DAY)).isEqualTo(activity.cycles());
        assertThat(days.standstills("q1", DAY, DAY))
                .containsExactly(Map.entry(new ActivityDays.VehicleDay("v1", DAY), activity.standstills()));
        assertThat(days.listVisits("v1", DAY, DAY)).isEqualTo(activity.visits());
    }

    @Test
    void countingTwiceIsOnceAndOtherDaysAndVehiclesStay() {
        sink.replace("v2", DAY, DAY, PARIS, activity("v2", 2), "sha256:ab");
        sink.replace("v1", DAY.minusDays(7), DAY.minusDays(7), PARIS, nothing(DAY.minusDays(7)), "sha256:ab");
        sink.replace("v1", DAY, DAY, PARIS, activity("v1", 4), "sha256:ab");
        sink.replace("v1", DAY, DAY, PARIS, activity("v1", 1), "sha256:cd");
        sink.replace("v1", DAY, DAY, PARIS, activity("v1", 1), "sha256:cd");

        assertThat(days.listCycles("q1", DAY, DAY)).hasSize(1);
        assertThat(days.listCycles("q2", DAY, DAY)).hasSize(2);
        assertThat(days.listDays("q1", DAY.minusDays(7), DAY))
                .extracting(KpiDay::day)
                .containsExactly(DAY.minusDays(7), DAY);
    }

    @Test
    void aDayThatHasNothingAnyMoreIsEmptied() {
        sink.replace("v1", DAY, DAY, PARIS, activity("v1", 4), "sha256:ab");
        sink.replace("v1", DAY, DAY, PARIS, new Activity(List.of(), List.of(), List.of(), List.of()), "sha256:ab");

        assertThat(days.listDays("q1", DAY, DAY)).isEmpty();
        assertThat(days.listVisits("v1", DAY, DAY)).isEmpty();
    }

    @Test
    void aVehicleThatIsGoneIsSaidSo() {
        sink.lock("v1");
        assertThatThrownBy(() -> sink.lock("v9")).hasMessageContaining("vehicle v9: expected a row");
    }

    @Test
    void aChangedZoneMakesTheFactsOfItsSitesDaysStaleAndNoOthers() {
        for (String vehicle : List.of("v1", "v2")) {
            for (LocalDate day : List.of(DAY, DAY.plusDays(1))) {
                Trace trace = Trace.of(List.of(fix(day)));
                new TraceSink(camel).merge(vehicle, day, trace);
                new FactsSink(camel).replace(facts(vehicle, day));
            }
        }
        TraceDays traces = new TraceDays(camel);
        assertThat(traces.listWithoutFacts("v1", DAY, DAY.plusDays(1), "1")).isEmpty();
        assertThat(days.countFacts("q1", DAY.plusDays(1), DAY.plusDays(30))).isEqualTo(1);

        int marked = sink.markStale("q1", DAY.plusDays(1), DAY.plusDays(30));

        assertThat(marked).isEqualTo(1);
        assertThat(traces.listWithoutFacts("v1", DAY, DAY.plusDays(1), "1")).containsExactly(DAY.plusDays(1));
        assertThat(traces.listWithoutFacts("v2", DAY, DAY.plusDays(1), "1")).isEmpty();
    }

    private static GpsFix fix(LocalDate day) {
        double none = Double.NaN;
        return new GpsFix(day.atTime(12, 0).atZone(PARIS).toInstant(), "t", 48.1, 2.3, 0, none, none, none, none);
    }

    private static DayFacts facts(String vehicle, LocalDate day) {
        return new DayFacts(
                vehicle, day, "1", 1, 1, 1, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of());
    }

    private static Activity nothing(LocalDate day) {
        KpiDay quiet = new KpiDay("v1", day, 0, false, 0, 0, 0, Map.of(), Map.of(), 0, 0, 0, Map.of(), 0, 0, 0);
        return new Activity(List.of(), List.of(), List.of(), List.of(quiet));
    }

    private static Activity activity(String vehicle, int cycles) {
        JudgedStandstill stand = new JudgedStandstill(
                new Standstill(
                        0, Optional.of("d1"), NIGHT, NIGHT.plusMillis(61_001), 44.1, 3.2, Optional.of("Fosse"), true),
                Optional.of("load"),
                Optional.of("night"),
                "LOADING",
                "service",
                "loading");
        KpiDay day = new KpiDay(
                vehicle,
                DAY,
                1 / 3.0,
                true,
                7.25,
                0.1 + 0.2,
                5,
                Map.of("LOADING", 61.001, "BREAK", 900.0),
                Map.of("service", 61.001, "break", 900.0),
                12_345.6,
                123.456,
                cycles,
                Map.of("NO_UNLOAD", 2, "GAP", 1),
                4,
                60.5,
                61.5);
        return new Activity(
                List.of(stand),
                List.of(new JudgedVisit(visit(), "visit", "load-dwell")),
                IntStream.range(0, cycles)
                        .mapToObj(number -> cycle(vehicle, number))
                        .toList(),
                List.of(day));
    }

    private static ZoneVisit visit() {
        return new ZoneVisit(
                0,
                "Fosse",
                "load",
                Optional.empty(),
                NIGHT,
                NIGHT.plusSeconds(300),
                true,
                false,
                true,
                61,
                62,
                0,
                0.2,
                1.5,
                1.7,
                300,
                4.5,
                0.5);
    }

    private static Cycle cycle(String vehicle, int number) {
        Instant start = NIGHT.plusSeconds(3600L * number);
        return new Cycle(
                number,
                vehicle,
                DAY,
                Optional.of("d1"),
                Optional.empty(),
                start,
                start.plusSeconds(3000),
                "Fosse",
                Optional.of("Plateforme"),
                number % 2 == 0,
                number % 2 == 0 ? Optional.empty() : Optional.of("NO_UNLOAD"),
                number % 2 == 0 ? List.of() : List.of("WRONG_ZONE", "GAP_IN_ZONE"),
                number % 2 == 0,
                300,
                1200,
                240,
                1200,
                60,
                60,
                30,
                21.5,
                9.9,
                10.1);
    }
}
