package org.optimizer.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.optimizer.extract.ActivityDays;
import org.optimizer.extract.Drivers;
import org.optimizer.extract.Sites;
import org.optimizer.extract.TraceDays;
import org.optimizer.extract.Vehicles;
import org.optimizer.extract.Zones;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.KpiDay;
import org.optimizer.model.Site;
import org.optimizer.model.Vehicle;
import org.optimizer.model.VehicleClass;
import org.optimizer.process.KpiDesk.SiteWeek;
import org.optimizer.rules.RulebookShelf;

class KpiDeskTest {
    private static final IsoWeek WEEK = IsoWeek.parse("2026-W47");

    private final Sites sites = mock(Sites.class);
    private final Vehicles vehicles = mock(Vehicles.class);
    private final ActivityDays activity = mock(ActivityDays.class);
    private final KpiDesk desk = new KpiDesk(
            sites,
            vehicles,
            mock(Drivers.class),
            mock(Zones.class),
            mock(TraceDays.class),
            activity,
            new RulebookShelf(Path.of("rules"), version -> Optional.empty()),
            Clock.systemUTC());

    /** Two vehicles drive 1 km on Monday, 2 km on Tuesday … of eight weeks. */
    @Test
    void eachWeekAndVehicleHasItsOwnDaysAndTheStandstillsAreReadOnce() {
        when(sites.get("quarry")).thenReturn(new Site("quarry", "Quarry", ZoneOffset.UTC, "FR"));
        when(vehicles.list()).thenReturn(List.of(vehicle("v1"), vehicle("v2")));
        LocalDate first = WEEK.plusWeeks(-7).monday();
        when(activity.listDays("quarry", first, WEEK.sunday()))
                .thenReturn(IntStream.range(0, 2 * 56)
                        .mapToObj(day -> day("v" + (1 + day / 56), first.plusDays(day % 56)))
                        .toList());

        SiteWeek week = desk.week("quarry", WEEK);

        assertThat(week.all().days().distanceKm()).isEqualTo(2 * 28);
        assertThat(week.before().days().days()).isEqualTo(14);
        assertThat(week.vehicles())
                .extracting(line -> line.now().days().distanceKm())
                .containsExactly(28.0, 28.0);
        assertThat(week.weeks())
                .extracting(line -> line.totals().days().days())
                .containsOnly(14)
                .hasSize(8);
        verify(activity, times(1)).standstills(any(), any(), any());
    }

    private static Vehicle vehicle(String id) {
        return new Vehicle(id, "quarry", id, VehicleClass.TIPPER);
    }

    private static KpiDay day(String vehicleId, LocalDate day) {
        int km = day.getDayOfWeek().getValue();
        return new KpiDay(vehicleId, day, 1, true, 8, 1, 3, Map.of(), Map.of(), 3600, km, 2, Map.of(), 0, 10, 10);
    }
}
