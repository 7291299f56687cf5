package org.optimizer.extract;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.Cycle;
import org.optimizer.model.JudgedStandstill;
import org.optimizer.model.JudgedVisit;
import org.optimizer.model.KpiDay;
import org.optimizer.model.Standstill;

/** Reads what vehicles did: the figures of their days, cycles, standstills and visits as the rules judged them. */
public class ActivityDays {
    /** What standstills count as, and the column of {@code kpi_day} that holds its seconds. */
    private static final Map<String, String> COUNTED = Map.of(
            "idle", "idle_s",
            "wait", "wait_s",
            "service", "service_s",
            "break", "break_s",
            "traffic", "traffic_s",
            "off", "off_s",
            "standstill", "standstill_s",
            "moving", "short_stop_s");

    private final ProducerTemplate camel;

    public ActivityDays(ProducerTemplate camel) {
        this.camel = camel;
    }

    /** Whose day it is. */
    public record VehicleDay(String vehicleId, LocalDate day) {
        private static VehicleDay of(Row row) {
            return new VehicleDay(row.text("vehicle_id"), row.day("site_day"));
        }
    }

    /** The days of a site's vehicles, in order of vehicle and day. */
    public List<KpiDay> listDays(String siteId, LocalDate from, LocalDate to) {
        Map<VehicleDay, Map<String, Double>> stood =
                figures("list-kpi-idle-classes", siteId, from, to, "idle_class", row -> row.real("stood_s"));
        Map<VehicleDay, Map<String, Integer>> incomplete =
                figures("list-kpi-incomplete", siteId, from, to, "reason", row -> row.number("cycles"));
        return ofSite("list-kpi-days", siteId, from, to)
                .map(row -> day(
                        row,
                        stood.getOrDefault(VehicleDay.of(row), Map.of()),
                        incomplete.getOrDefault(VehicleDay.of(row), Map.of())))
                .toList();
    }

    private <V> Map<VehicleDay, Map<String, V>> figures(
            String route, String siteId, LocalDate from, LocalDate to, String name, Function<Row, V> figure) {
        return ofSite(route, siteId, from, to)
                .collect(groupingBy(VehicleDay::of, toMap(row -> row.text(name), figure)));
    }

    private Stream<Row> ofSite(String route, String siteId, LocalDate from, LocalDate to) {
        return Query.rows(camel, route, "siteId", siteId, "fromDay", from, "toDay", to).stream();
    }

    private static KpiDay day(Row row, Map<String, Double> stoodS, Map<String, Integer> incomplete) {
        return new KpiDay(
                row.text("vehicle_id"),
                row.day("site_day"),
                row.real("coverage"),
                row.flag("shown"),
                row.real("track_h"),
                row.real("idle_2019_h"),
                row.number("cycles_2019"),
                stoodS,
                counted(row),
                row.real("moving_s"),
                row.real("distance_km"),
                row.number("cycles_complete"),
                incomplete,
                row.number("pass_throughs"),
                row.real("loaded_km"),
                row.real("empty_km"));
    }

    private static Map<String, Double> counted(Row row) {
        Map<String, Double> seconds = new LinkedHashMap<>();
        COUNTED.forEach((countsAs, column) -> {
            if (row.real(column) > 0) {
                seconds.put(countsAs, row.real(column));
            }
        });
        return seconds;
    }

    /** The cycles that begin on these days, in order of vehicle and time. */
    public List<Cycle> listCycles(String siteId, LocalDate from, LocalDate to) {
        return ofSite("list-cycles", siteId, from, to).map(ActivityDays::cycle).toList();
    }

    private static Cycle cycle(Row row) {
        return new Cycle(
                row.number("cycle_number"),
                row.text("vehicle_id"),
                row.day("site_day"),
                row.optionalText("driver_id"),
                row.optionalText("shift_name"),
                row.instant("started_at"),
                row.instant("ended_at"),
                row.text("load_zone"),
                row.optionalText("unload_zone"),
                row.flag("complete"),
                row.optionalText("reason"),
                flags(row.text("flags")),
                row.flag("measured"),
                row.real("load_s"),
                row.real("haul_s"),
                row.real("unload_s"),
                row.real("return_s"),
                row.real("break_s"),
                row.real("queue_load_s"),
                row.real("queue_unload_s"),
                row.real("distance_km"),
                row.real("loaded_km"),
                row.real("empty_km"));
    }

    private static List<String> flags(String words) {
        return Arrays.stream(words.split(" ")).filter(word -> !word.isEmpty()).toList();
    }

    /** The standstills that begin on these days by vehicle and day, in order of time. */
    public Map<VehicleDay, List<JudgedStandstill>> standstills(String siteId, LocalDate from, LocalDate to) {
        return ofSite("list-judged-standstills", siteId, from, to)
                .collect(groupingBy(VehicleDay::of, mapping(ActivityDays::standstill, toList())));
    }

    private static JudgedStandstill standstill(Row row) {
        Standstill standstill = new Standstill(
                row.number("ordinal"),
                row.optionalText("driver_id"),
                row.instant("started_at"),
                row.instant("ended_at"),
                row.real("latitude_deg"),
                row.real("longitude_deg"),
                row.optionalText("zone_name"),
                row.flag("inferred"));
        return new JudgedStandstill(
                standstill,
                row.optionalText("zone_type"),
                row.optionalText("shift_name"),
                row.text("idle_class"),
                row.text("counts_as"),
                row.text("rule_name"));
    }

    /** A vehicle's visits and pass-throughs that begin on these days, in order of time. */
    public List<JudgedVisit> listVisits(String vehicleId, LocalDate from, LocalDate to) {
        return Query.rows(camel, "list-judged-visits", "vehicleId", vehicleId, "fromDay", from, "toDay", to).stream()
                .map(row -> new JudgedVisit(Facts.visit(row, "ordinal"), row.text("kind"), row.text("rule_name")))
                .toList();
    }

    /** How many vehicle-days of a site have facts. */
    public int countFacts(String siteId, LocalDate from, LocalDate to) {
        return Query.rows(camel, "count-facts", "siteId", siteId, "fromDay", from, "toDay", to)
                .get(0)
                .number("days");
    }
}
