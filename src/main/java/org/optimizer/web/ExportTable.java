package org.optimizer.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.optimizer.model.Cycle;
import org.optimizer.model.KpiDay;
import org.optimizer.process.KpiDesk.CycleRow;
import org.optimizer.process.KpiDesk.DayRow;
import org.optimizer.process.KpiDesk.Export;

/**
 * A table of the export.
 *
 * @param head names of columns, as in the database and with units, the same in every language: tools read them
 * @param rows each value a text, a number, a truth, a {@link LocalDate} or a {@link LocalDateTime} of the site; null for none
 */
record ExportTable(String id, String name, List<String> head, List<List<Object>> rows) {
    private static final List<String> COUNTED =
            List.of("idle", "wait", "service", "break", "traffic", "off", "standstill", "moving");

    static List<ExportTable> all(Export export, Words say) {
        return List.of(days(export, say), cycles(export, say));
    }

    private static ExportTable days(Export export, Words say) {
        return new ExportTable(
                "days",
                say.text("export.days"),
                List.of(
                        "vehicle_id",
                        "vehicle_name",
                        "site_day",
                        "coverage",
                        "shown",
                        "track_h",
                        "idle_2019_h",
                        "cycles_2019",
                        "moving_s",
                        "idle_s",
                        "wait_s",
                        "service_s",
                        "break_s",
                        "traffic_s",
                        "off_s",
                        "standstill_s",
                        "short_stop_s",
                        "distance_km",
                        "cycles_complete",
                        "cycles_incomplete",
                        "pass_throughs",
                        "loaded_km",
                        "empty_km"),
                export.days().stream().map(ExportTable::row).toList());
    }

    private static List<Object> row(DayRow row) {
        KpiDay day = row.kpis();
        List<Object> values = new ArrayList<>(List.of(
                day.vehicleId(),
                row.vehicle().name(),
                day.day(),
                day.coverage(),
                day.shown(),
                day.trackH(),
                day.idle2019H(),
                day.cycles2019(),
                day.movingS()));
        COUNTED.forEach(countsAs -> values.add(day.countedS().getOrDefault(countsAs, 0.0)));
        values.addAll(List.of(
                day.distanceKm(),
                day.cyclesComplete(),
                sum(day.cyclesIncomplete()),
                day.passThroughs(),
                day.loadedKm(),
                day.emptyKm()));
        return values;
    }

    private static int sum(Map<String, Integer> byReason) {
        return byReason.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static ExportTable cycles(Export export, Words say) {
        return new ExportTable(
                "cycles",
                say.text("export.cycles"),
                List.of(
                        "vehicle_id",
                        "vehicle_name",
                        "site_day",
                        "cycle_number",
                        "driver",
                        "shift_name",
                        "started_at_site",
                        "ended_at_site",
                        "load_zone",
                        "unload_zone",
                        "complete",
                        "reason",
                        "flags",
                        "measured",
                        "load_s",
                        "haul_s",
                        "unload_s",
                        "return_s",
                        "break_s",
                        "queue_load_s",
                        "queue_unload_s",
                        "distance_km",
                        "loaded_km",
                        "empty_km"),
                export.cycles().stream()
                        .map(row -> row(row, export.site().zone()))
                        .toList());
    }

    private static List<Object> row(CycleRow row, ZoneId zone) {
        Cycle cycle = row.cycle();
        return Arrays.asList(
                cycle.vehicleId(),
                row.vehicle().name(),
                cycle.day(),
                cycle.number(),
                row.driver().orElse(null),
                cycle.shift().orElse(null),
                LocalDateTime.ofInstant(cycle.start(), zone),
                LocalDateTime.ofInstant(cycle.end(), zone),
                cycle.loadZone(),
                cycle.unloadZone().orElse(null),
                cycle.complete(),
                cycle.reason().orElse(null),
                String.join(" ", cycle.flags()),
                cycle.measured(),
                cycle.loadS(),
                cycle.haulS(),
                cycle.unloadS(),
                cycle.returnS(),
                cycle.breakS(),
                cycle.queueLoadS(),
                cycle.queueUnloadS(),
                cycle.distanceKm(),
                cycle.loadedKm(),
                cycle.emptyKm());
    }
}
