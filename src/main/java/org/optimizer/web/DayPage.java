package org.optimizer.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.optimizer.model.Cycle;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.JudgedStandstill;
import org.optimizer.model.JudgedVisit;
import org.optimizer.model.KpiDay;
import org.optimizer.model.ZoneVisit;
import org.optimizer.process.KpiDesk.Day;

/**
 * What a vehicle did on a day, worded and drawn for the page.
 *
 * @param counted whether there are figures
 * @param thin why the day does not count for the week; empty when it does
 * @param hours marks under the timeline
 * @param lanes of the timeline
 */
record DayPage(
        String site,
        String weekPath,
        String week,
        String vehicle,
        String day,
        String path,
        String before,
        String after,
        String zone,
        boolean counted,
        String thin,
        List<Figure> figures,
        List<String> hours,
        List<Lane> lanes,
        List<KpiPage.Legend> legend,
        List<CycleRow> cycles,
        List<VisitRow> visits,
        List<StandRow> standstills) {

    private static final double SECONDS_PER_HOUR = 3600;
    private static final double SECONDS_PER_MINUTE = 60;
    /** Marks under the timeline, at most. */
    private static final int MARKS = 6;

    record Figure(String name, String value, String detail) {}

    record Lane(String name, List<Bar> bars) {}

    record CycleRow(
            String start,
            String end,
            String route,
            String duration,
            String load,
            String haul,
            String unload,
            String back,
            String loadedKm,
            String emptyKm,
            String result,
            boolean complete) {}

    record VisitRow(
            String zone,
            String type,
            String start,
            String end,
            String duration,
            String stood,
            String kind,
            boolean passed,
            String rule) {}

    record StandRow(
            String start,
            String end,
            String duration,
            String zone,
            String idleClass,
            String look,
            String countsAs,
            String rule) {}

    static DayPage of(Day day, Words say) {
        ZoneId zone = day.site().zone();
        Stretch stretch = Stretch.of(day);
        IsoWeek week = IsoWeek.of(day.day());
        return new DayPage(
                day.site().name(),
                KpiPage.path(day.site().id()) + "?week=" + week,
                say.week(week),
                day.vehicle().name(),
                say.day(day.day()),
                path(day, day.day()),
                path(day, day.day().minusDays(1)),
                path(day, day.day().plusDays(1)),
                zone.getId(),
                day.kpis().isPresent(),
                day.kpis()
                        .filter(kpis -> !kpis.shown())
                        .map(kpis -> say.text(
                                "day.thin", say.percent(kpis.coverage(), 0), say.percent(day.coverageNeeded(), 0)))
                        .orElse(""),
                day.kpis().map(kpis -> figures(kpis, say)).orElse(List.of()),
                stretch.marks(zone, say),
                lanes(day, stretch, say),
                legend(day, say),
                day.cycles().stream().map(cycle -> row(cycle, zone, say)).toList(),
                day.visits().stream().map(visit -> row(visit, zone, say)).toList(),
                day.standstills().stream().map(stand -> row(stand, zone, say)).toList());
    }

    private static String path(Day day, LocalDate date) {
        return KpiPage.dayPath(day.site().id(), day.vehicle().id(), date);
    }

    private static List<Figure> figures(KpiDay kpis, Words say) {
        return List.of(
                new Figure(
                        say.text("kpi.cycles"),
                        String.valueOf(kpis.cyclesComplete()),
                        say.text(
                                "kpi.incomplete",
                                kpis.cyclesIncomplete().values().stream()
                                        .mapToInt(Integer::intValue)
                                        .sum())),
                new Figure(
                        say.text("kpi.idle-2019"),
                        say.percent(kpis.idle2019H() / kpis.trackH(), 1),
                        say.number(kpis.idle2019H(), 1) + "\u00a0h / " + say.number(kpis.trackH(), 1) + "\u00a0h"),
                new Figure(
                        say.text("day.moving"),
                        say.number(kpis.movingS() / SECONDS_PER_HOUR, 1) + "\u00a0h",
                        say.number(kpis.distanceKm(), 1) + "\u00a0km"),
                new Figure(
                        say.text("kpi.wait"),
                        say.number(kpis.countedS().getOrDefault("wait", 0.0) / SECONDS_PER_HOUR, 1) + "\u00a0h",
                        say.text("kpi.pass-throughs") + " " + kpis.passThroughs()),
                new Figure(say.text("fact.coverage"), say.percent(kpis.coverage(), 0), ""));
    }

    private static List<Lane> lanes(Day day, Stretch stretch, Words say) {
        return List.of(
                new Lane(
                        say.text("day.timeline.phases"),
                        day.cycles().stream()
                                .flatMap(cycle ->
                                        phases(cycle, stretch, day.site().zone(), say))
                                .toList()),
                new Lane(
                        say.text("day.timeline.zones"),
                        day.visits().stream()
                                .map(JudgedVisit::visit)
                                .map(visit -> stretch.bar(
                                        visit.enter(),
                                        visit.exit(),
                                        "zone-" + visit.type(),
                                        visit.zone() + " "
                                                + say.time(
                                                        visit.enter(),
                                                        day.site().zone())))
                                .toList()),
                new Lane(
                        say.text("day.timeline.stands"),
                        day.standstills().stream()
                                .map(judged -> stretch.bar(
                                        judged.standstill().start(),
                                        judged.standstill().end(),
                                        KpiPage.look(judged.idleClass()),
                                        say.idleClass(judged.idleClass()) + " "
                                                + minutes(judged.standstill().durationS(), say) + "\u00a0min"))
                                .toList()));
    }

    /** Load, haul, unload and return one after the other; breaks that the rules take out make them end before the cycle. */
    private static Stream<Bar> phases(Cycle cycle, Stretch stretch, ZoneId zone, Words say) {
        String[] names = {"load", "haul", "unload", "return"};
        double[] seconds = {cycle.loadS(), cycle.haulS(), cycle.unloadS(), cycle.returnS()};
        List<Bar> bars = new ArrayList<>();
        Instant from = cycle.start();
        for (int phase = 0; phase < names.length; phase++) {
            Instant to = from.plusMillis(Math.round(seconds[phase] * 1000));
            if (seconds[phase] > 0) {
                String title = say.text("phase." + names[phase]) + " " + say.time(from, zone) + ", "
                        + minutes(seconds[phase], say) + "\u00a0min";
                bars.add(stretch.bar(from, to, names[phase], title));
            }
            from = to;
        }
        return bars.stream();
    }

    private static List<KpiPage.Legend> legend(Day day, Words say) {
        Stream<KpiPage.Legend> phases = Stream.of("load", "haul", "unload", "return")
                .map(name -> new KpiPage.Legend(name, say.text("phase." + name)));
        Stream<KpiPage.Legend> classes = day.standstills().stream()
                .map(JudgedStandstill::idleClass)
                .distinct()
                .map(name -> new KpiPage.Legend(KpiPage.look(name), say.idleClass(name)));
        return Stream.concat(phases, classes).toList();
    }

    private static CycleRow row(Cycle cycle, ZoneId zone, Words say) {
        return new CycleRow(
                say.time(cycle.start(), zone),
                say.time(cycle.end(), zone),
                cycle.loadZone()
                        + cycle.unloadZone().map(unload -> " → " + unload).orElse(""),
                minutes(cycle.durationS(), say),
                minutes(cycle.loadS(), say),
                minutes(cycle.haulS(), say),
                minutes(cycle.unloadS(), say),
                minutes(cycle.returnS(), say),
                say.number(cycle.loadedKm(), 1),
                say.number(cycle.emptyKm(), 1),
                result(cycle, say),
                cycle.complete());
    }

    private static String result(Cycle cycle, Words say) {
        String result = cycle.reason().map(say::incomplete).orElseGet(() -> say.text("day.complete"));
        return Stream.concat(Stream.of(result), cycle.flags().stream().map(say::cycleFlag))
                .collect(Collectors.joining(", "));
    }

    private static VisitRow row(JudgedVisit judged, ZoneId zone, Words say) {
        ZoneVisit visit = judged.visit();
        return new VisitRow(
                visit.zone(),
                say.zoneType(visit.type()),
                visit.entryCensored() ? say.text("day.entry-unknown") : say.time(visit.enter(), zone),
                visit.exitCensored() ? say.text("day.exit-unknown") : say.time(visit.exit(), zone),
                minutes(visit.dwellS(), say),
                minutes(visit.standS(), say),
                say.text("day." + judged.kind()),
                judged.kind().equals("pass-through"),
                judged.rule());
    }

    private static StandRow row(JudgedStandstill judged, ZoneId zone, Words say) {
        String inferred = judged.standstill().inferred() ? " (" + say.text("day.inferred") + ")" : "";
        return new StandRow(
                say.time(judged.standstill().start(), zone),
                say.time(judged.standstill().end(), zone),
                minutes(judged.standstill().durationS(), say),
                judged.standstill().zone().orElse("–"),
                say.idleClass(judged.idleClass()) + inferred,
                KpiPage.look(judged.idleClass()),
                say.countsAs(judged.countsAs()),
                judged.rule());
    }

    private static String minutes(double seconds, Words say) {
        return say.number(seconds / SECONDS_PER_MINUTE, 1);
    }

    /** The hours of the day in which anything happened: a night in the depot would leave nothing to see of the rest. */
    private record Stretch(Instant from, Instant to) {
        static Stretch of(Day day) {
            ZoneId zone = day.site().zone();
            Stretch whole = new Stretch(
                    day.day().atStartOfDay(zone).toInstant(),
                    day.day().plusDays(1).atStartOfDay(zone).toInstant());
            List<Instant> moments = Stream.concat(
                            day.cycles().stream().flatMap(cycle -> Stream.of(cycle.start(), cycle.end())),
                            day.visits().stream()
                                    .map(JudgedVisit::visit)
                                    .flatMap(visit -> Stream.of(visit.enter(), visit.exit())))
                    .filter(at -> !at.isBefore(whole.from) && !at.isAfter(whole.to))
                    .sorted()
                    .toList();
            return moments.isEmpty()
                    ? whole
                    : new Stretch(
                            moments.get(0).truncatedTo(ChronoUnit.HOURS),
                            moments.get(moments.size() - 1)
                                    .plus(Duration.ofMinutes(59))
                                    .truncatedTo(ChronoUnit.HOURS));
        }

        Bar bar(Instant start, Instant end, String look, String title) {
            double x = share(start);
            return new Bar(x, share(end) - x, look, title);
        }

        /** 0 to 100. */
        private double share(Instant at) {
            double ms = Duration.between(from, at).toMillis();
            return Math.max(
                    0,
                    Math.min(
                            100,
                            100 * ms / Math.max(1, Duration.between(from, to).toMillis())));
        }

        List<String> marks(ZoneId zone, Words say) {
            long hours = Math.max(1, Duration.between(from, to).toHours());
            int parts = (int) Stream.iterate((long) MARKS, count -> count > 1, count -> count - 1)
                    .filter(count -> hours % count == 0)
                    .findFirst()
                    .orElse(1L)
                    .longValue();
            return Stream.iterate(0, mark -> mark <= parts, mark -> mark + 1)
                    .map(mark -> say.time(from.plus(Duration.ofHours(hours * mark / parts)), zone))
                    .toList();
        }
    }
}
