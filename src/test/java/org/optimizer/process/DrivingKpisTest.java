package org.optimizer.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.mockito.InOrder;
import org.optimizer.extract.ActivityDays;
import org.optimizer.extract.Contests;
import org.optimizer.extract.Facts;
import org.optimizer.extract.Sites;
import org.optimizer.extract.Vehicles;
import org.optimizer.extract.Zones;
import org.optimizer.load.ActivitySink;
import org.optimizer.load.RowCountSink;
import org.optimizer.load.RulebookSink;
import org.optimizer.model.Activity;
import org.optimizer.model.DayFacts;
import org.optimizer.model.KpiDay;
import org.optimizer.model.Site;
import org.optimizer.model.Vehicle;
import org.optimizer.model.VehicleClass;
import org.optimizer.rules.RulebookShelf;
import org.optimizer.testing.Drive;
import org.optimizer.transform.VehicleDay;
import org.optimizer.transform.zones.ZoneMap;

class DrivingKpisTest {
    private static final RulebookShelf SHELF = new RulebookShelf(Path.of("rules"), version -> Optional.empty());
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);

    private final Sites sites = mock(Sites.class);
    private final Vehicles vehicles = mock(Vehicles.class);
    private final Facts facts = mock(Facts.class);
    private static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");
    private final ActivitySink sink = mock(ActivitySink.class);
    private final RulebookSink rulebookSink = mock(RulebookSink.class);
    private final DrivingKpis steps = new DrivingKpis(
            sites,
            vehicles,
            mock(Contests.class),
            facts,
            mock(Zones.class),
            mock(ActivityDays.class),
            sink,
            rulebookSink,
            SHELF,
            new LivingSheet(mock(RowCountSink.class)),
            new FetchSettings("0 0 3 * * ?", 2, Duration.ofHours(72), Duration.ofMinutes(1), 31, null, null),
            Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void theRulesThatFiguresNameAreKept() {
        steps.planActivity("all", MONDAY + "/" + TUESDAY);
        verify(rulebookSink).keep(SHELF.current().version(), SHELF.currentFiles(), NOW);
    }

    @BeforeEach
    void threeTrucksThatDroveEveryDay() {
        when(sites.get(any())).thenReturn(new Site("quarry", "Quarry", ZoneOffset.UTC, "FR"));
        when(vehicles.list()).thenReturn(List.of(truck("v3", "pit"), truck("v1", "quarry"), truck("v2", "quarry")));
        when(facts.list(any(), any(), any())).thenAnswer(call -> {
            LocalDate from = call.getArgument(1);
            LocalDate to = call.getArgument(2);
            return Stream.iterate(from, day -> !day.isAfter(to), day -> day.plusDays(1))
                    .map(day -> facts(call.getArgument(0), day))
                    .toList();
        });
    }

    private static Vehicle truck(String id, String siteId) {
        return new Vehicle(id, siteId, "Truck " + id, VehicleClass.TIPPER);
    }

    private static DayFacts facts(String vehicleId, LocalDate day) {
        Drive drive = Drive.from(day + "T08:00:00Z")
                .stand(60)
                .to(10, 20)
                .hold(600)
                .to(0, 20)
                .stand(60);
        return VehicleDay.facts(vehicleId, drive.record().trace(), 1, day, ZoneOffset.UTC, List.of(), ZoneMap.NONE);
    }

    @Test
    void aFleetAndASiteAreDividedIntoChunks() {
        assertThat(steps.planActivity("all", MONDAY + "/" + TUESDAY)).isEqualTo(2);
        assertThat(steps.planActivity("site:quarry", MONDAY + "/" + TUESDAY)).isEqualTo(1);
        assertThat(steps.planActivity("site:nowhere", MONDAY + "/" + TUESDAY)).isZero();
        assertThatThrownBy(() -> steps.planActivity("all", "monday")).hasMessageContaining("days \"monday\"");
    }

    @Test
    void theDaysBesideTheSpanAreCountedAndTheirNeighboursOnlyRead() {
        int days = steps.countActivity("all", MONDAY + "/" + TUESDAY, 0);

        assertThat(days).isEqualTo(12);
        verify(facts).list("v1", MONDAY.minusDays(3), TUESDAY.plusDays(3));
        assertThat(replaced("v1", MONDAY.minusDays(2), TUESDAY.plusDays(2)).days())
                .extracting(KpiDay::day)
                .containsExactly(
                        MONDAY.minusDays(2),
                        MONDAY.minusDays(1),
                        MONDAY,
                        TUESDAY,
                        TUESDAY.plusDays(1),
                        TUESDAY.plusDays(2));
    }

    private Activity replaced(String vehicleId, LocalDate from, LocalDate to) {
        ArgumentCaptor<Activity> activity = ArgumentCaptor.forClass(Activity.class);
        verify(sink)
                .replace(
                        eq(vehicleId),
                        eq(from),
                        eq(to),
                        eq(ZoneOffset.UTC),
                        activity.capture(),
                        eq(SHELF.current().version()));
        return activity.getValue();
    }

    @Test
    void aVehicleIsLockedBeforeItsDaysAreReadAndVehiclesComeInOrder() {
        steps.countActivity("all", MONDAY + "/" + MONDAY, 0);

        InOrder order = inOrder(sink, facts);
        order.verify(sink).lock("v1");
        order.verify(facts).list(eq("v1"), any(), any());
        order.verify(sink).lock("v2");
        order.verify(facts).list(eq("v2"), any(), any());
    }

    @Test
    void aSpanOfMonthsIsCountedPartByPartWithoutADayTwice() {
        LocalDate last = MONDAY.plusDays(39);

        int days = steps.countActivity("site:quarry", MONDAY + "/" + last, 0);

        assertThat(days).isEqualTo(2 * 44);
        verify(sink, times(4)).replace(eq("v1"), any(), any(), any(), any(), any());
        verify(sink).replace(eq("v1"), eq(MONDAY.plusDays(40)), eq(last.plusDays(2)), any(), any(), any());
    }

    @Test
    void aChunkThatIsThereNoMoreIsEmpty() {
        assertThat(steps.countActivity("all", MONDAY + "/" + MONDAY, 7)).isZero();
    }
}
