package org.optimizer.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.Site;
import org.optimizer.process.CycleFigures;
import org.optimizer.process.DayFigures;
import org.optimizer.process.KpiDesk.GroupLine;
import org.optimizer.process.KpiDesk.SiteWeek;
import org.optimizer.process.KpiDesk.ThinDay;
import org.optimizer.process.KpiDesk.Totals;
import org.optimizer.process.KpiDesk.VehicleLine;
import org.optimizer.process.KpiDesk.WeekLine;
import org.optimizer.process.Spread;

/**
 * A site's week of activity, worded and drawn for the page.
 *
 * @param sites all there are, to change between them
 * @param path of this site's page
 * @param empty whether no day counts
 * @param idle2019 idle share by vehicle
 * @param classes standstill by class and vehicle
 * @param legend of the classes that occur
 */
record KpiPage(
        List<SiteLink> sites,
        String site,
        String path,
        String weekValue,
        String week,
        String days,
        String weekBefore,
        String weekAfter,
        boolean empty,
        List<Figure> figures,
        List<String> thin,
        List<Row> idle2019,
        List<Row> classes,
        List<Legend> legend,
        List<Row> cyclesByDay,
        List<Phase> phases,
        String phaseScale,
        List<Week> weeks,
        List<Vehicle> vehicles,
        List<Reason> incomplete,
        List<Table> tables) {

    /** Standstills of a night or in the depot are no part of the working day and would dwarf all others. */
    private static final String OFF = "OVERNIGHT";

    private static final String PARKED = "PARKED";
    /** In the order in which they are drawn. */
    private static final List<String> CLASSES = List.of(
            "LOADING",
            "QUEUE_LOAD",
            "UNLOADING",
            "QUEUE_UNLOAD",
            "SERVICE_STOP",
            "BREAK",
            "IDLE_SHORT",
            "IDLE_MED",
            "IDLE_LONG",
            "ROAD_WAIT",
            "TRAFFIC",
            "STANDSTILL_UNKNOWN");

    private static final double SECONDS_PER_HOUR = 3600;
    private static final double SECONDS_PER_MINUTE = 60;

    record SiteLink(String name, String path, boolean here) {}

    record Figure(String name, String value, String unit, String detail) {}

    record Row(String name, List<Bar> bars, String value, String detail) {}

    record Legend(String look, String name) {}

    /** @param before the week before; empty where there is none */
    record Phase(
            String name,
            Optional<Box> box,
            Optional<Box> before,
            String median,
            String p90,
            String change,
            int count) {}

    record Week(
            String name,
            boolean here,
            String cycles,
            List<Bar> cycleBar,
            String median,
            String idleShare,
            List<Bar> idleBar,
            String waitH) {}

    /** @param days links to the days of the vehicle, Monday first */
    record Vehicle(String name, Line line, String passThroughs, String trips2019, List<DayLink> days) {}

    record DayLink(String name, String title, String link) {}

    record Line(
            int complete,
            int incomplete,
            String median,
            String p90,
            String load,
            String haul,
            String unload,
            String back,
            String loadedKm,
            String emptyKm,
            String idle,
            String waiting) {}

    record Reason(String text, int count) {}

    /** @param stands whether standstills belong to its rows */
    record Table(String id, String title, String head, boolean stands, List<Named> rows) {}

    record Named(String name, Line line) {}

    static KpiPage of(SiteWeek week, List<Site> sites, Words say) {
        Totals all = week.all();
        double longestS = week.vehicles().stream()
                .mapToDouble(line -> standing(line.now().days()))
                .max()
                .orElse(0);
        double phaseFullS = phaseFullS(week);
        return new KpiPage(
                sites.stream()
                        .map(site -> new SiteLink(
                                site.name(),
                                path(site.id()),
                                site.id().equals(week.site().id())))
                        .toList(),
                week.site().name(),
                path(week.site().id()),
                week.week().toString(),
                say.week(week.week()),
                say.days(week.week()),
                week.week().plusWeeks(-1).toString(),
                week.week().plusWeeks(1).toString(),
                all.days().days() == 0,
                figures(week, say),
                week.tooThin().stream()
                        .map(day -> thin(day, week.coverageNeeded(), say))
                        .toList(),
                week.vehicles().stream().map(line -> idle2019(line, say)).toList(),
                week.vehicles().stream()
                        .map(line -> classes(line, longestS, say))
                        .toList(),
                legend(all.days(), say),
                cyclesByDay(week, say),
                phases(week, phaseFullS, say),
                minutes(phaseFullS, 0, say),
                weeks(week, say),
                week.vehicles().stream().map(line -> vehicle(week, line, say)).toList(),
                all.cycles().incomplete().entrySet().stream()
                        .map(reason -> new Reason(say.incomplete(reason.getKey()), reason.getValue()))
                        .toList(),
                tables(week, say));
    }

    static String path(String siteId) {
        return "/sites/" + siteId + "/kpis";
    }

    static String dayPath(String siteId, String vehicleId, Object day) {
        return "/sites/" + siteId + "/vehicles/" + vehicleId + "/days/" + day;
    }

    private static List<Figure> figures(SiteWeek week, Words say) {
        Totals all = week.all();
        Totals before = week.before();
        int thin = week.tooThin().size();
        int counting = all.days().days();
        return List.of(
                new Figure(
                        say.text("kpi.idle-2019"),
                        say.percent(all.days().idleShare2019(), 1),
                        "",
                        say.text("kpi.before", say.percent(before.days().idleShare2019(), 1))),
                new Figure(
                        say.text("kpi.cycles"),
                        String.valueOf(all.cycles().complete()),
                        "",
                        say.text(
                                "kpi.cycles.detail",
                                all.cycles().incompleteCount(),
                                before.cycles().complete())),
                new Figure(
                        say.text("kpi.trips-2019"),
                        String.valueOf(all.days().cycles2019()),
                        "",
                        say.text("kpi.before", before.days().cycles2019())),
                new Figure(
                        say.text("kpi.median-cycle"),
                        minutes(all.cycles().cycleS().median(), 0, say),
                        "min",
                        say.text(
                                "kpi.median-cycle.detail",
                                minutes(all.cycles().cycleS().p90(), 0, say),
                                minutes(before.cycles().cycleS().median(), 0, say))),
                new Figure(
                        say.text("kpi.km"),
                        say.number(all.days().distanceKm(), 0),
                        "km",
                        say.text(
                                "kpi.km.detail",
                                say.number(all.cycles().loadedKm(), 0),
                                say.number(all.cycles().emptyKm(), 0))),
                new Figure(
                        say.text("kpi.coverage"),
                        counting + "\u00a0/\u00a0" + (counting + thin),
                        "",
                        say.text("kpi.coverage.detail", say.percent(week.coverageNeeded(), 0))));
    }

    private static String thin(ThinDay day, double needed, Words say) {
        return say.text(
                "kpi.thin",
                day.vehicle().name(),
                say.day(day.day()),
                say.percent(day.coverage(), 0),
                say.percent(needed, 0));
    }

    private static Row idle2019(VehicleLine line, Words say) {
        DayFigures now = line.now().days();
        return new Row(
                line.vehicle().name(),
                Bar.stack(
                        List.of(new Bar.Piece(
                                finite(now.idleShare2019()), "idle", say.percent(now.idleShare2019(), 1))),
                        1),
                say.percent(now.idleShare2019(), 1),
                say.text(
                        "kpi.idle-2019.detail",
                        say.number(now.idle2019H(), 1),
                        say.number(now.trackH(), 1),
                        say.percent(line.before().days().idleShare2019(), 1)));
    }

    private static double finite(double value) {
        return Double.isFinite(value) ? value : 0;
    }

    /** Seconds that the plot of classes shows. */
    private static double standing(DayFigures days) {
        return shownClasses(days).values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    private static Map<String, Double> shownClasses(DayFigures days) {
        Map<String, Double> shown = new TreeMap<>(days.stoodS());
        shown.keySet().removeAll(List.of(OFF, PARKED));
        return shown;
    }

    private static Row classes(VehicleLine line, double longestS, Words say) {
        Map<String, Double> stoodS = shownClasses(line.now().days());
        List<Bar.Piece> pieces = ordered(stoodS).stream()
                .map(name -> new Bar.Piece(
                        stoodS.get(name), look(name), say.idleClass(name) + ": " + hours(stoodS.get(name), say)))
                .toList();
        return new Row(
                line.vehicle().name(),
                Bar.stack(pieces, longestS),
                hours(standing(line.now().days()), say),
                "");
    }

    /** A class that a business user has invented comes last. */
    private static List<String> ordered(Map<String, Double> byClass) {
        List<String> names = new ArrayList<>(CLASSES);
        byClass.keySet().stream().filter(name -> !CLASSES.contains(name)).forEach(names::add);
        return names.stream().filter(byClass::containsKey).toList();
    }

    static String look(String idleClass) {
        return idleClass.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static List<Legend> legend(DayFigures days, Words say) {
        return ordered(shownClasses(days)).stream()
                .map(name -> new Legend(look(name), say.idleClass(name)))
                .toList();
    }

    private static List<Row> cyclesByDay(SiteWeek week, Words say) {
        int most = week.days().stream()
                .mapToInt(day -> day.complete() + day.incomplete())
                .max()
                .orElse(0);
        return week.days().stream()
                .map(day -> new Row(
                        say.day(day.day()),
                        Bar.stack(
                                List.of(
                                        new Bar.Piece(
                                                day.complete(), "complete", say.text("kpi.complete", day.complete())),
                                        new Bar.Piece(
                                                day.incomplete(),
                                                "incomplete",
                                                say.text("kpi.incomplete", day.incomplete()))),
                                most),
                        String.valueOf(day.complete()),
                        say.text("kpi.incomplete", day.incomplete())))
                .toList();
    }

    private static double phaseFullS(SiteWeek week) {
        return Stream.of(week.all(), week.before())
                .map(Totals::cycles)
                .flatMap(cycles -> Stream.of(cycles.loadS(), cycles.haulS(), cycles.unloadS(), cycles.returnS()))
                .mapToDouble(Spread::p90)
                .filter(Double::isFinite)
                .max()
                .orElse(1);
    }

    private static List<Phase> phases(SiteWeek week, double fullS, Words say) {
        return List.of(
                phase("load", week, CycleFigures::loadS, fullS, say),
                phase("haul", week, CycleFigures::haulS, fullS, say),
                phase("unload", week, CycleFigures::unloadS, fullS, say),
                phase("return", week, CycleFigures::returnS, fullS, say));
    }

    private static Phase phase(
            String name, SiteWeek week, Function<CycleFigures, Spread> part, double fullS, Words say) {
        Spread now = part.apply(week.all().cycles());
        Spread before = part.apply(week.before().cycles());
        return new Phase(
                say.text("phase." + name),
                box(now, fullS),
                box(before, fullS),
                minutes(now.median(), 1, say),
                minutes(now.p90(), 1, say),
                minutes(before.median(), 1, say),
                now.count());
    }

    private static Optional<Box> box(Spread spread, double fullS) {
        return spread.count() == 0 ? Optional.empty() : Optional.of(Box.of(spread, fullS));
    }

    private static List<Week> weeks(SiteWeek week, Words say) {
        double mostCycles = most(week, line -> line.totals().cycles().complete());
        double mostIdle = most(week, line -> finite(line.totals().days().idleShare2019()));
        return week.weeks().stream()
                .map(line -> weekRow(line, week.week(), mostCycles, mostIdle, say))
                .toList();
    }

    private static double most(SiteWeek week, ToDoubleFunction<WeekLine> figure) {
        return week.weeks().stream().mapToDouble(figure).max().orElse(0);
    }

    private static Week weekRow(WeekLine line, IsoWeek here, double mostCycles, double mostIdle, Words say) {
        CycleFigures cycles = line.totals().cycles();
        DayFigures days = line.totals().days();
        String idle = say.percent(days.idleShare2019(), 1);
        return new Week(
                say.week(line.week()),
                line.week().equals(here),
                days.days() == 0 ? say.number(Double.NaN, 0) : String.valueOf(cycles.complete()),
                Bar.stack(
                        List.of(new Bar.Piece(cycles.complete(), "complete", String.valueOf(cycles.complete()))),
                        mostCycles),
                minutes(cycles.cycleS().median(), 0, say),
                idle,
                Bar.stack(List.of(new Bar.Piece(finite(days.idleShare2019()), "idle", idle)), mostIdle),
                days.days() == 0
                        ? say.number(Double.NaN, 0)
                        : hours(days.countedS().getOrDefault("wait", 0.0), say));
    }

    private static Vehicle vehicle(SiteWeek week, VehicleLine line, Words say) {
        return new Vehicle(
                line.vehicle().name(),
                line(line.now().cycles(), line.now().days().countedS(), say),
                String.valueOf(line.now().days().passThroughs()),
                String.valueOf(line.now().days().cycles2019()),
                week.week().days().stream()
                        .map(day -> new DayLink(
                                say.weekday(day),
                                say.day(day),
                                dayPath(week.site().id(), line.vehicle().id(), day)))
                        .toList());
    }

    private static List<Table> tables(SiteWeek week, Words say) {
        return List.of(
                table("shifts", true, week.shifts(), say),
                table("drivers", true, week.drivers(), say),
                table("pairs", false, week.zonePairs(), say));
    }

    private static Table table(String id, boolean stands, List<GroupLine> lines, Words say) {
        return new Table(
                id,
                say.text("kpi.by-" + id),
                say.text("kpi.by-" + id + ".head"),
                stands,
                lines.stream()
                        .map(line -> new Named(
                                line.name().orElseGet(() -> say.text("kpi.by-" + id + ".none")),
                                line(line.cycles(), line.countedS(), say)))
                        .toList());
    }

    private static Line line(CycleFigures cycles, Map<String, Double> countedS, Words say) {
        return new Line(
                cycles.complete(),
                cycles.incompleteCount(),
                minutes(cycles.cycleS().median(), 1, say),
                minutes(cycles.cycleS().p90(), 1, say),
                minutes(cycles.loadS().median(), 1, say),
                minutes(cycles.haulS().median(), 1, say),
                minutes(cycles.unloadS().median(), 1, say),
                minutes(cycles.returnS().median(), 1, say),
                say.number(cycles.loadedKm(), 0),
                say.number(cycles.emptyKm(), 0),
                hours(countedS.getOrDefault("idle", 0.0), say),
                hours(countedS.getOrDefault("wait", 0.0), say));
    }

    private static String hours(double seconds, Words say) {
        return say.number(seconds / SECONDS_PER_HOUR, 1) + "\u00a0h";
    }

    private static String minutes(double seconds, int decimals, Words say) {
        return say.number(seconds / SECONDS_PER_MINUTE, decimals);
    }
}
