package org.optimizer.command;

import java.io.PrintStream;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.optimizer.model.Cycle;
import org.optimizer.model.DataNote;
import org.optimizer.model.DayFacts;
import org.optimizer.model.DrivingEvent;
import org.optimizer.model.Feature;
import org.optimizer.model.FeatureMark;
import org.optimizer.model.JudgedStandstill;
import org.optimizer.model.JudgedVisit;
import org.optimizer.model.KpiDay;
import org.optimizer.model.ManoeuvreKind;
import org.optimizer.model.Mark;
import org.optimizer.model.MarkKind;
import org.optimizer.model.RelativeMark;
import org.optimizer.model.RelativeScore;
import org.optimizer.model.Severity;
import org.optimizer.model.Standstill;
import org.optimizer.model.Trip;
import org.optimizer.model.VehicleClass;
import org.optimizer.model.ZoneVisit;

/** Prints a report for people: one block a vehicle, units in the heads, times in the site's zone. */
final class TextReport {
    private static final String NONE = "–";

    private final Report report;
    private final PrintStream out;
    private final DateTimeFormatter time;

    private TextReport(Report report, ZoneId timeZone, PrintStream out) {
        this.report = report;
        this.out = out;
        this.time =
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(timeZone);
    }

    static void print(Report report, ZoneId timeZone, PrintStream out) {
        TextReport text = new TextReport(report, timeZone, out);
        out.println("Optimizer " + report.optimizer() + ", rules " + shortened(report.rulebook()) + ", times "
                + timeZone.getId());
        report.vehicles().forEach(text::vehicle);
    }

    private static String shortened(String version) {
        return version.length() <= 19 ? version : version.substring(0, 19);
    }

    private void vehicle(Analysis analysis) {
        RecordedDays recorded = analysis.recorded();
        out.println();
        out.printf(
                Locale.ROOT,
                "Vehicle %s (%s): %d fixes read, %d kept, %d dropped%n",
                analysis.vehicleId(),
                report.vehicleClass().code(),
                recorded.rows(),
                recorded.kept(),
                recorded.rows() - recorded.kept());
        recorded.notes().forEach(this::note);
        print(days(analysis));
        print(trips(analysis.trips()));
        print(standstills(analysis.activity().standstills()));
        print(visits(analysis.activity().visits()));
        print(cycles(analysis.activity().cycles()));
        print(manoeuvres(analysis.manoeuvres()));
        week(analysis);
        analysis.explanation().ifPresent(explanation -> ExplanationText.print(explanation, out));
        report.relative().ifPresent(relative -> relative(relative.of(analysis.vehicleId())));
    }

    private void note(DataNote note) {
        out.printf(
                Locale.ROOT,
                "  %s %s: %d, first at %s (%s)%n",
                note.dropped() ? "dropped" : "note",
                note.kind(),
                note.count(),
                time.format(note.firstAt()),
                note.example());
    }

    private void print(Table table) {
        if (table.hasRows()) {
            out.println();
            out.print(table);
        }
    }

    private static Table days(Analysis analysis) {
        Table table = new Table(
                1,
                "Day",
                "km",
                "moving h",
                "standing h",
                "coverage %",
                "idle (2019) h",
                "tracks (2019) h",
                "cycles (2019)");
        List<DayFacts> days = analysis.recorded().days();
        for (int i = 0; i < days.size(); i++) {
            DayFacts day = days.get(i);
            KpiDay idle = analysis.activity().days().get(i);
            table.row(
                    day.day().toString(),
                    figure(day.distanceKm(), 1),
                    figure(day.movingS() / 3600, 2),
                    figure(day.standstillS() / 3600, 2),
                    figure(day.coverage() * 100, 1),
                    figure(idle.idle2019H(), 2),
                    figure(idle.trackH(), 2),
                    Integer.toString(idle.cycles2019()));
        }
        return table;
    }

    private Table trips(List<Analysis.JudgedTrip> trips) {
        Table table = new Table(
                2, "Trip", "start", "duration", "km", "max km/h", "at zero speed s", "every s", "sampling class");
        for (Analysis.JudgedTrip judged : trips) {
            Trip trip = judged.trip();
            table.row(
                    trip.track(),
                    time.format(trip.start()),
                    duration(trip.durationS()),
                    figure(trip.distanceKm(), 2),
                    figure(trip.maxSpeedKmh(), 1),
                    figure(trip.zeroSpeedS(), 0),
                    figure(trip.medianIntervalS(), 1),
                    judged.samplingClass().name());
        }
        return table;
    }

    private Table standstills(List<JudgedStandstill> standstills) {
        Table table = new Table(4, "Standstill", "class", "zone", "recorded", "duration");
        for (JudgedStandstill judged : standstills) {
            Standstill standstill = judged.standstill();
            table.row(
                    time.format(standstill.start()),
                    judged.idleClass(),
                    standstill.zone().orElse(NONE),
                    standstill.inferred() ? "inferred" : "yes",
                    duration(standstill.durationS()));
        }
        return table;
    }

    private Table visits(List<JudgedVisit> visits) {
        Table table = new Table(3, "Zone visit", "kind", "zone", "inside", "longest stand", "km/h", "± km/h");
        for (JudgedVisit judged : visits) {
            ZoneVisit visit = judged.visit();
            table.row(
                    time.format(visit.enter()),
                    judged.kind(),
                    visit.zone(),
                    duration(visit.dwellS()),
                    duration(visit.longestStandS()),
                    figure(visit.meanSpeedKmh(), 1),
                    figure(visit.sdSpeedKmh(), 1));
        }
        return table;
    }

    private Table cycles(List<Cycle> cycles) {
        Table table =
                new Table(4, "Cycle", "load", "unload", "what", "duration", "load", "haul", "unload", "return", "km");
        for (Cycle cycle : cycles) {
            table.row(
                    time.format(cycle.start()),
                    cycle.loadZone(),
                    cycle.unloadZone().orElse(NONE),
                    cycle.reason().orElse("complete"),
                    duration(cycle.durationS()),
                    duration(cycle.loadS()),
                    duration(cycle.haulS()),
                    duration(cycle.unloadS()),
                    duration(cycle.returnS()),
                    figure(cycle.distanceKm(), 2));
        }
        return table;
    }

    private static Table manoeuvres(List<DrivingEvent> events) {
        Table table = new Table(1, "Manoeuvres", "mild", "strong", "harsh", "severe", "highest m/s²", "points");
        for (ManoeuvreKind kind : ManoeuvreKind.values()) {
            List<DrivingEvent> ofKind =
                    events.stream().filter(event -> event.kind() == kind).toList();
            table.row(
                    kind.code(),
                    count(Severity.NONE, ofKind),
                    count(Severity.STRONG, ofKind),
                    count(Severity.HARSH, ofKind),
                    count(Severity.SEVERE, ofKind),
                    figure(
                            ofKind.stream()
                                    .mapToDouble(DrivingEvent::peakMps2)
                                    .max()
                                    .orElse(Double.NaN),
                            2),
                    Integer.toString(
                            ofKind.stream().mapToInt(DrivingEvent::points).sum()));
        }
        return table;
    }

    private static String count(Severity severity, List<DrivingEvent> events) {
        return Long.toString(
                events.stream().filter(event -> event.severity() == severity).count());
    }

    private void week(Analysis analysis) {
        Table marks = new Table(1, "All days as one week", "value", "of 100", "weight %", "rule");
        marks.row("distance, km", figure(analysis.distanceKm(), 1), "", "", "");
        for (MarkKind kind : MarkKind.values()) {
            mark(marks, kind, analysis);
        }
        marks.row("week", "", figure(analysis.score(), 2), "", "");
        print(marks);
        out.println("  " + ranking(analysis));
    }

    /** A mark, and under it what it was made of. */
    private static void mark(Table table, MarkKind kind, Analysis analysis) {
        Optional<Mark> found = analysis.verdict().stream()
                .flatMap(verdict -> verdict.marks().stream())
                .filter(mark -> mark.kind() == kind)
                .findFirst();
        String weight = found.map(mark -> figure(mark.weight() * 100, 0)).orElse(NONE);
        table.row(named(kind), "", figure(analysis.mark(kind), 2), weight, "");
        found.ifPresent(mark -> mark.parts()
                .forEach(part -> table.row(
                        "  " + named(part.feature()),
                        value(part),
                        figure(part.points(), 2),
                        figure(part.weight() * 100, 0),
                        part.rule())));
    }

    private static String named(MarkKind kind) {
        return kind.code().replace('_', ' ');
    }

    private static String named(Feature feature) {
        return switch (feature) {
            case ACCELERATION_POINTS, BRAKING_POINTS -> "points per 100 km";
            case RPA5 -> "RPA₅, m/s²";
            case GENTLE_SHARE -> "gentle share, %";
            case STEADINESS -> "steadiness, km/h";
            case ECO_CAP_SHARE -> "above eco speed, %";
        };
    }

    private static String value(FeatureMark part) {
        return switch (part.feature()) {
            case ACCELERATION_POINTS, BRAKING_POINTS, STEADINESS -> figure(part.value(), 2);
            case RPA5 -> figure(part.value(), 4);
            case GENTLE_SHARE, ECO_CAP_SHARE -> figure(part.value() * 100, 1);
        };
    }

    private static String ranking(Analysis analysis) {
        return analysis.isRanked()
                ? "would be ranked"
                : "would not be ranked: " + analysis.whyNot().stream().collect(Collectors.joining("; "));
    }

    private void relative(RelativeScore score) {
        Table table = new Table(1, "Method of 2019", "moves", "raw", "mark of 10");
        for (RelativeMark mark : score.marks()) {
            table.row(
                    counted(mark.kind()),
                    Integer.toString(mark.moves()),
                    figure(mark.raw(), 4),
                    mark.mark().map(String::valueOf).orElse(NONE));
        }
        print(table);
        score.marks().stream()
                .flatMap(mark -> mark.whyNot().stream())
                .distinct()
                .forEach(reason -> out.println("  no mark: " + Words.of(reason)));
        out.println("  " + place(score));
    }

    private String counted(MarkKind kind) {
        return switch (kind) {
            case ACCELERATION -> "launches, 1 − r²";
            case DECELERATION -> "brakings, 1 − r²";
            case SPEED_KEEPING ->
                report.vehicleClass() == VehicleClass.DUMPER
                        ? "climbs and descents, scaled deviation"
                        : "cruise zones, km/h";
        };
    }

    private static String place(RelativeScore score) {
        return score.global()
                .map(global -> "global " + global + " of 30, place "
                        + score.rank().orElseThrow() + " of " + score.rankedOf() + " in these files")
                .orElse("not ranked: no mark");
    }

    private static String figure(double value, int decimals) {
        return Double.isNaN(value) ? NONE : String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    private static String duration(double seconds) {
        Duration duration = Duration.ofSeconds(Math.round(seconds));
        return "%d:%02d:%02d".formatted(duration.toHours(), duration.toMinutesPart(), duration.toSecondsPart());
    }
}
