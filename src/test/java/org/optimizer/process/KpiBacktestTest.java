package org.optimizer.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.optimizer.extract.ActivityDays;
import org.optimizer.extract.Facts;
import org.optimizer.extract.Sites;
import org.optimizer.extract.Vehicles;
import org.optimizer.extract.Zones;
import org.optimizer.model.BacktestKpi;
import org.optimizer.model.DayFacts;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.KpiCount;
import org.optimizer.model.Rulebook;
import org.optimizer.model.Site;
import org.optimizer.model.Vehicle;
import org.optimizer.model.VehicleClass;
import org.optimizer.rules.CellEdit;
import org.optimizer.rules.DraftRules;
import org.optimizer.rules.RulesFolder;
import org.optimizer.testing.Drive;
import org.optimizer.transform.VehicleDay;
import org.optimizer.transform.zones.ZoneMap;

/** Two trucks that stand 7 minutes on each day of two of the last four weeks. */
class KpiBacktestTest {
    private static final Rulebook SHIPPED = RulesFolder.shipped();
    private static final IsoWeek LAST = IsoWeek.parse("2026-W47");
    private static final double STOOD_H = 2 * 7 * 420 / 3600.0;

    private final Sites sites = mock(Sites.class);
    private final Vehicles vehicles = mock(Vehicles.class);
    private final Facts facts = mock(Facts.class);
    private final KpiBacktest backtest = new KpiBacktest(
            sites,
            vehicles,
            facts,
            mock(Zones.class),
            mock(ActivityDays.class),
            Clock.fixed(Instant.parse("2026-11-24T06:00:00Z"), ZoneOffset.UTC));

    @BeforeEach
    void twoTrucks() {
        when(sites.list()).thenReturn(List.of(new Site("quarry", "Quarry", ZoneOffset.UTC, "FR")));
        when(vehicles.list()).thenReturn(List.of(truck("v1"), truck("v2")));
        when(facts.list(any(), any(), any())).thenAnswer(call -> {
            LocalDate from = call.getArgument(1);
            LocalDate to = call.getArgument(2);
            return Stream.iterate(from, day -> !day.isAfter(to), day -> day.plusDays(1))
                    .filter(day -> !day.isBefore(LAST.plusWeeks(-1).monday()))
                    .map(day -> facts(call.getArgument(0), day))
                    .toList();
        });
    }

    private static Vehicle truck(String id) {
        return new Vehicle(id, "quarry", "Truck " + id, VehicleClass.TIPPER);
    }

    private static DayFacts facts(String vehicleId, LocalDate day) {
        Drive drive = Drive.from(day + "T08:00:00Z")
                .stand(60)
                .to(10, 20)
                .hold(600)
                .to(0, 20)
                .stand(420)
                .to(10, 20)
                .hold(600)
                .to(0, 20)
                .stand(60);
        return VehicleDay.facts(vehicleId, drive.record().trace(), 1, day, ZoneOffset.UTC, List.of(), ZoneMap.NONE);
    }

    private static Rulebook draft(String table, String row, String column, double value) {
        CellEdit edit = new CellEdit(table, Map.of("id", row), column, value, "test", 0, 0);
        return DraftRules.edited(RulesFolder.shelf(RulesFolder.SHIPPED).currentFiles(), List.of(edit))
                .rulebook();
    }

    private List<BacktestKpi> compare(Rulebook after) {
        return backtest.compare(SHIPPED, after, () -> {});
    }

    @Test
    void standsThatAreIdleNoMoreLeaveTheHoursOfEachWeekThatHasFacts() {
        List<BacktestKpi> figures = compare(draft("idle-2019", "every-site", "longer_than_min", 10));

        assertThat(figures)
                .filteredOn(each -> each.figure() == KpiCount.IDLE_2019_H)
                .hasSize(2)
                .allSatisfy(each -> {
                    assertThat(each.before()).isCloseTo(STOOD_H, within(0.1));
                    assertThat(each.after()).isZero();
                    assertThat(each.changes()).isTrue();
                })
                .extracting(BacktestKpi::week)
                .containsExactly(LAST, LAST.plusWeeks(-1));
        assertThat(figures)
                .filteredOn(each -> each.figure() != KpiCount.IDLE_2019_H)
                .hasSize(2 * (KpiCount.values().length - 1))
                .noneMatch(BacktestKpi::changes);
    }

    @Test
    void aChangeThatLeavesTheirRulesAloneReadsNothing() {
        assertThat(compare(draft("feature-mark", "artic-braking-points", "half_mark_at", 6)))
                .isEmpty();
        verifyNoInteractions(sites, vehicles, facts);
    }

    @Test
    void whoIsOutOfTimeStopsBetweenVehicles() {
        Rulebook after = draft("kpi", "coverage-needed", "value", 0.9);
        assertThatThrownBy(() -> backtest.compare(SHIPPED, after, () -> {
                    throw new IllegalStateException("time is over");
                }))
                .hasMessage("time is over");
        verifyNoInteractions(facts);
    }
}
