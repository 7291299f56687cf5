package org.optimizer.transform.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.optimizer.extract.Zones;
import org.optimizer.model.Cycle;
import org.optimizer.model.DayFacts;
import org.optimizer.model.SiteCalendar;
import org.optimizer.model.Trace;
import org.optimizer.model.Zone;
import org.optimizer.rules.RulesFolder;
import org.optimizer.testing.RealTraces;
import org.optimizer.transform.VehicleDay;

/** A real drive from A to B and back, against a plain reading of the same trace by others. */
class RealCycleTest {
    private static final LocalDate DAY = LocalDate.of(2021, 4, 22);
    /** What is within 300 m of where the drive begins: that reading's A. */
    private static final Zone A = zone("A", "load", "{\"type\":\"Point\",\"coordinates\":[-6.72496,33.986153]}", 300);
    /** Where it goes is said by no file: what lies west of where that reading has it arrive and leave. */
    private static final Zone B = zone(
            "B",
            "unload",
            "{\"type\":\"Polygon\",\"coordinates\":[[[-6.8481,33.945],[-6.8481,33.958],[-6.862,33.958],"
                    + "[-6.862,33.945],[-6.8481,33.945]]]}",
            0);

    private static Zone zone(String name, String type, String geoJson, double radiusM) {
        OptionalDouble radius = radiusM > 0 ? OptionalDouble.of(radiusM) : OptionalDouble.empty();
        return new Zone(name, "site", name, type, geoJson, radius, 0, OptionalDouble.empty());
    }

    @Test
    void theOneCycleOfTheDayIsFoundWithinFifteenSeconds() {
        List<NamedCsvRecord> expected = RealTraces.rows("expected/TWIZY_T3_cycles_simple.csv");
        List<Cycle> cycles = cycles();

        assertThat(expected).hasSize(1);
        assertThat(cycles).hasSize(1);
        Cycle cycle = cycles.get(0);
        Instant leavesA = cycle.start().plusMillis(Math.round(cycle.loadS() * 1000));
        Instant arrivesAtB = leavesA.plusMillis(Math.round(cycle.haulS() * 1000));
        Instant leavesB = arrivesAtB.plusMillis(Math.round(cycle.unloadS() * 1000));
        assertThat(cycle.complete()).isTrue();
        assertThat(cycle.flags()).as("144 s without fixes at B").containsExactly("ENTRY_CENSORED", "GAP_IN_ZONE");
        assertThat(cycle.start()).isEqualTo(at(expected, "A_first_row"));
        assertThat(leavesA).isCloseTo(at(expected, "A_leave"), within(15, ChronoUnit.SECONDS));
        assertThat(arrivesAtB).isCloseTo(at(expected, "B_arrive"), within(15, ChronoUnit.SECONDS));
        assertThat(leavesB).isCloseTo(at(expected, "B_leave"), within(15, ChronoUnit.SECONDS));
        assertThat(cycle.end()).isCloseTo(at(expected, "A_return"), within(15, ChronoUnit.SECONDS));
        assertThat(cycle.haulS()).isCloseTo(Double.parseDouble(expected.get(0).getField("outbound_s")), within(15.0));
        assertThat(cycle.returnS()).isCloseTo(Double.parseDouble(expected.get(0).getField("return_s")), within(15.0));
    }

    private static Instant at(List<NamedCsvRecord> expected, String column) {
        return Instant.parse(expected.get(0).getField(column));
    }

    private static List<Cycle> cycles() {
        Trace trace = RealTraces.ofFile(RealTraces.data().resolve("RSK_TWIZY/T3_dev_20210422.csv.gz"))
                .get("TWIZY");
        List<Zone> zones = List.of(A, B);
        DayFacts facts = VehicleDay.facts("TWIZY", trace, 1, DAY, ZoneOffset.UTC, List.of(), Zones.mapOf(zones));
        SiteCalendar calendar = new SiteCalendar("site", ZoneOffset.UTC, List.of());
        return Activities.of("TWIZY", List.of(facts), calendar, List.of(), zones, RulesFolder.shipped())
                .cycles();
    }
}
