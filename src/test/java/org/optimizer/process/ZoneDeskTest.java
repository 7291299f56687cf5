package org.optimizer.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyMap;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;
import org.optimizer.extract.ActivityDays;
import org.optimizer.extract.Drivers;
import org.optimizer.extract.Sites;
import org.optimizer.extract.TraceDays;
import org.optimizer.extract.TraceDays.TraceDay;
import org.optimizer.extract.Vehicles;
import org.optimizer.extract.Zones;
import org.optimizer.load.ActivitySink;
import org.optimizer.load.FleetSink;
import org.optimizer.model.Site;
import org.optimizer.model.Vehicle;
import org.optimizer.model.VehicleClass;
import org.optimizer.model.Zone;
import org.optimizer.process.ZoneDesk.Count;
import org.optimizer.process.ZoneDesk.Trial;
import org.optimizer.rules.RulebookShelf;
import org.optimizer.testing.Tour;
import org.springframework.transaction.support.TransactionOperations;

class ZoneDeskTest {
    private static final RulebookShelf SHELF = new RulebookShelf(Path.of("rules"), version -> Optional.empty());
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);

    private final Sites sites = mock(Sites.class);
    private final Vehicles vehicles = mock(Vehicles.class);
    private final Zones zones = mock(Zones.class);
    private final TraceDays traceDays = mock(TraceDays.class);
    private final FleetSink fleetSink = mock(FleetSink.class);
    private final ActivitySink activitySink = mock(ActivitySink.class);
    private final RuntimeService engine = mock(RuntimeService.class);
    private final IdentityService identities = mock(IdentityService.class);
    private final ZoneDesk desk = new ZoneDesk(
            sites,
            vehicles,
            mock(Drivers.class),
            zones,
            traceDays,
            mock(ActivityDays.class),
            fleetSink,
            activitySink,
            SHELF,
            new FetchSettings("0 0 3 * * ?", 6, Duration.ofHours(72), Duration.ofMinutes(1), 31, null, null),
            engine,
            identities,
            TransactionOperations.withoutTransaction(),
            Clock.fixed(Instant.parse("2026-11-18T03:00:00Z"), ZoneOffset.UTC));

    /** Pit at 0/0, pad 2 km to the east; two loads, and at last an empty stop at the pit. */
    @BeforeEach
    void aTruckDrivesTwoLoads() {
        when(sites.get("quarry")).thenReturn(new Site("quarry", "Quarry", ZoneOffset.UTC, "FR"));
        when(vehicles.list()).thenReturn(List.of(new Vehicle("v1", "quarry", "Truck 1", VehicleClass.TIPPER)));
        Tour tour = Tour.from("2026-11-16T06:00:00Z").at(-500, 0);
        for (int load = 0; load < 2; load++) {
            tour.to(0, 0, 10).stand(240).to(2000, 0, 12).stand(120).to(1000, 0, 12);
        }
        tour.to(0, 0, 10).stand(240).to(-500, 0, 10).record();
        when(traceDays.find(any(), any())).thenReturn(Optional.empty());
        when(traceDays.find("v1", MONDAY)).thenReturn(Optional.of(new TraceDay("v1", MONDAY, 1, tour.trace())));
        when(zones.listBySite("quarry")).thenReturn(List.of(square("pit", "load", 0)));
    }

    private static Zone square(String name, String type, double eastM) {
        return read(feature(name, type, eastM)).get(0);
    }

    private static List<Zone> read(String... features) {
        return new ZoneDesk(null, null, null, null, null, null, null, null, null, null, null, null, null, null)
                .read("quarry", collection(features));
    }

    private static String collection(String... features) {
        return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",\n", features) + "]}";
    }

    /** 120 m wide and high, in metres around 45° north, 4.8° east. */
    private static String feature(String name, String type, double eastM) {
        double degree = 6_371_008.8 * Math.PI / 180;
        double shrink = Math.cos(Math.toRadians(45));
        StringBuilder ring = new StringBuilder();
        double[][] corners = {{-60, -60}, {60, -60}, {60, 60}, {-60, 60}, {-60, -60}};
        for (double[] corner : corners) {
            ring.append(ring.isEmpty() ? "" : ",")
                    .append(String.format(
                            Locale.ROOT,
                            "[%.6f,%.6f]",
                            4.8 + (eastM + corner[0]) / degree / shrink,
                            45 + corner[1] / degree));
        }
        return "{\"type\":\"Feature\",\"id\":\"" + name + "\",\"properties\":{\"name\":\"" + name + "\",\"type\":\""
                + type + "\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[" + ring + "]]}}";
    }

    @Test
    void aDrawnPadMakesTwoVisitsMoreAndTwoCyclesOfADayWithoutBeingSaved() {
        List<Zone> drawn = List.of(square("pit", "load", 0), square("pad", "unload", 2000));

        Trial trial = desk.tryOut("quarry", drawn, "v1", MONDAY).orElseThrow();

        assertThat(trial.saved()).isEqualTo(new Count(3, 0, 0));
        assertThat(trial.drawn()).isEqualTo(new Count(5, 0, 2));
        assertThat(trial.zones()).extracting(ZoneDesk.ZoneTrial::zone).containsExactly("pad", "pit");
        verifyNoInteractions(fleetSink, activitySink, engine);
    }

    @Test
    void aZoneBesideTheStopIsOnlyPassed() {
        List<Zone> drawn = List.of(square("pit", "load", 400));

        Trial trial = desk.tryOut("quarry", drawn, "v1", MONDAY).orElseThrow();

        assertThat(trial.drawn().visits()).isZero();
        assertThat(trial.drawn().passThroughs()).isEqualTo(4);
    }

    @Test
    void aDayWithoutATraceCannotBeTried() {
        assertThat(desk.tryOut("quarry", List.of(), "v1", MONDAY.plusDays(3))).isEmpty();
        assertThatThrownBy(() -> desk.tryOut("quarry", List.of(), "v9", MONDAY)).hasMessageContaining("vehicle \"v9\"");
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        List<Zone> drawn = read(feature("pit", "load", 0), feature("pad", "unload", 2000));
        assertThat(desk.read("quarry", desk.write(drawn))).isEqualTo(drawn);
    }

    @Test
    void twoZonesOfOneNameAndAnEndlessTextAreRefused() {
        assertThatThrownBy(() -> desk.read(
                        "quarry",
                        collection(
                                feature("pit", "load", 0),
                                feature("pit", "load", 0).replace("\"id\":\"pit\"", "\"id\":\"pit2\""))))
                .hasMessageContaining("found \"pit\" twice");
        assertThatThrownBy(() -> desk.read("quarry", " ".repeat(1_000_001))).hasMessageContaining("1000001");
    }

    @Test
    void countingAgainMarksTheSitesDaysStaleAndStartsTheCountInTheNameOfWhoAsked() {
        when(activitySink.markStale("quarry", MONDAY, LocalDate.of(2026, 11, 18)))
                .thenReturn(7);

        int days = desk.countAgain("quarry", MONDAY, "olivia");

        assertThat(days).isEqualTo(7);
        InOrder order = inOrder(identities, activitySink, engine);
        order.verify(identities).setAuthentication("olivia", List.of("camunda-admin"));
        order.verify(activitySink).markStale("quarry", MONDAY, LocalDate.of(2026, 11, 18));
        order.verify(engine)
                .startProcessInstanceByKey(
                        "driving-kpis", Map.of("scope", "site:quarry", "days", "2026-11-16/2026-11-18"));
        order.verify(identities).clearAuthentication();
    }

    @Test
    void aMistypedYearIsNotCounted() {
        assertThatThrownBy(() -> desk.countAgain("quarry", LocalDate.of(202, 11, 16), "olivia"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("since 0202-11-16: expected a day up to 2026-11-18 and not before 2025-10-14");
        verify(activitySink, never()).markStale(any(), any(), any());
        verify(engine, never()).startProcessInstanceByKey(anyString(), anyMap());
    }

    @Test
    void theFutureIsNotCounted() {
        assertThatThrownBy(() -> desk.countAgain("quarry", LocalDate.of(2026, 11, 19), "olivia"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected a day up to 2026-11-18");
        verify(activitySink, never()).markStale(any(), any(), any());
        verify(engine, never()).startProcessInstanceByKey(anyString(), anyMap());
    }
}
