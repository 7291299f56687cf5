package org.optimizer.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.optimizer.extract.Contests;
import org.optimizer.extract.Drivers;
import org.optimizer.extract.Sites;
import org.optimizer.extract.TraceDays;
import org.optimizer.extract.TraceDays.TraceDay;
import org.optimizer.extract.Vehicles;
import org.optimizer.extract.Zones;
import org.optimizer.load.EtlRunSink;
import org.optimizer.load.FactsSink;
import org.optimizer.load.RejectSink;
import org.optimizer.load.TraceSink;
import org.optimizer.model.DayFacts;
import org.optimizer.model.Site;
import org.optimizer.model.Standstill;
import org.optimizer.model.Vehicle;
import org.optimizer.model.VehicleClass;
import org.optimizer.model.ZoneVisit;
import org.optimizer.testing.Drive;
import org.optimizer.transform.zones.Fence;
import org.optimizer.transform.zones.ZoneMap;

class FetchTracesTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final String DAYS = MONDAY + "/" + TUESDAY;

    private static final Fence YARD =
            new Fence("yard", "depot", 0, OptionalDouble.empty(), List.of(new Fence.Circle(45, 4.8, 100)));

    private final Sites sites = mock(Sites.class);
    private final Zones zones = mock(Zones.class);
    private final Vehicles vehicles = mock(Vehicles.class);
    private final TraceDays traceDays = mock(TraceDays.class);
    private final FactsSink factsSink = mock(FactsSink.class);
    private final FetchTraces steps = new FetchTraces(
            sites,
            zones,
            vehicles,
            mock(Contests.class),
            mock(Drivers.class),
            List.of(),
            mock(VehicleFetches.class),
            new Intake(sites, zones, traceDays, mock(TraceSink.class), mock(RejectSink.class), IntakeSettings.USUAL),
            traceDays,
            mock(TraceSink.class),
            factsSink,
            mock(EtlRunSink.class),
            new FetchSettings("0 0 3 * * ?", 6, Duration.ofHours(72), Duration.ofMinutes(1), 31, null, null),
            Clock.fixed(Instant.parse("2026-11-18T03:00:00Z"), ZoneOffset.UTC));

    @BeforeEach
    void aTruckIsLeftInTheEveningAndStartedInTheMorningAtOnePlace() {
        when(sites.get("quarry")).thenReturn(new Site("quarry", "Quarry", ZoneOffset.UTC, "FR"));
        when(zones.mapOf("quarry")).thenReturn(new ZoneMap(List.of(YARD)));
        when(vehicles.list()).thenReturn(List.of(new Vehicle("v1", "quarry", "Truck 1", VehicleClass.TIPPER)));
        when(traceDays.find(eq("v1"), any())).thenReturn(Optional.empty());
        store(MONDAY, Drive.from("2026-11-16T18:00:00Z", "evening"));
        store(TUESDAY, Drive.from("2026-11-17T06:00:00Z", "morning"));
    }

    private void store(LocalDate day, Drive drive) {
        TraceDay stored = new TraceDay("v1", day, 1, drive.stand(90).record().trace());
        when(traceDays.find("v1", day)).thenReturn(Optional.of(stored));
    }

    @Test
    void aNightAtOnePlaceIsAStandstillOfBothDays() {
        stale(MONDAY, TUESDAY);

        steps.makeFacts("all", DAYS, 0);

        assertThat(made()).extracting(DayFacts::day).containsExactly(MONDAY, TUESDAY);
        assertThat(made())
                .flatExtracting(DayFacts::standstills)
                .extracting(Standstill::durationS)
                .containsExactly(6 * 3600.0, 6 * 3600.0 + 90);
        assertThat(made())
                .flatExtracting(DayFacts::visits)
                .extracting(ZoneVisit::zone, ZoneVisit::dwellS, ZoneVisit::split)
                .containsExactly(tuple("yard", 6 * 3600.0, true), tuple("yard", 6 * 3600.0 + 90, true));
    }

    @Test
    void theMorningAfterMakesTheFactsOfTheEveningAgain() {
        stale(TUESDAY);

        int days = steps.makeFacts("all", DAYS, 0);

        assertThat(days).isEqualTo(2);
        assertThat(made().get(0).day()).isEqualTo(MONDAY);
        assertThat(made().get(0).standstills()).singleElement().satisfies(night -> assertThat(night.end())
                .isEqualTo("2026-11-17T00:00:00Z"));
    }

    private void stale(LocalDate... days) {
        when(traceDays.listWithoutFacts(any(), any(), any(), any())).thenReturn(List.of(days));
    }

    private List<DayFacts> made() {
        ArgumentCaptor<DayFacts> facts = ArgumentCaptor.forClass(DayFacts.class);
        verify(factsSink, atLeastOnce()).replace(facts.capture());
        return facts.getAllValues();
    }
}
