package org.optimizer.command;

import java.io.PrintStream;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.optimizer.model.Cycle;
import org.optimizer.model.DataNote;
import org.optimizer.model.DayFacts;
import org.optimizer.model.DrivingEvent;
import org.optimizer.model.Feature;
import org.optimizer.model.JudgedStandstill;
import org.optimizer.model.JudgedVisit;
import org.optimizer.model.KpiDay;
import org.optimizer.model.ManoeuvreKind;
import org.optimizer.model.MarkKind;
import org.optimizer.model.Severity;
import org.optimizer.model.Standstill;
import org.optimizer.model.Trip;
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
        report.relative().ifPresent(relative -> print(relative(relative, analysis.vehicleId())));
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
        Table features = new Table(1, "All days as one week", "value", "mark of 100");
        features.row("distance, km", figure(analysis.distanceKm(), 1), "");
        features.row("acceleration", "", figure(analysis.mark(MarkKind.ACCELERATION), 2));
        features.row("  points", whole(analysis.accelerationPoints()), "");
        features.row("  RPA₅, m/s²", figure(analysis.feature(Feature.RPA5), 4), "");
        features.row("deceleration", "", figure(analysis.mark(MarkKind.DECELERATION), 2));
        features.row("  points", whole(analysis.brakingPoints()), "");
        features.row("  gentle share, %", figure(analysis.feature(Feature.GENTLE_SHARE) * 100, 1), "");
        features.row("speed keeping", "", figure(analysis.mark(MarkKind.SPEED_KEEPING), 2));
        features.row("  steadiness, km/h", figure(analysis.feature(Feature.STEADINESS), 2), "");
        features.row("  above eco speed, %", figure(analysis.feature(Feature.ECO_CAP_SHARE) * 100, 1), "");
        features.row("week", "", figure(analysis.score(), 2));
        print(features);
        out.println("  " + ranking(analysis));
    }

    private static String ranking(Analysis analysis) {
        return analysis.isRanked()
                ? "would be ranked"
                : "would not be ranked: " + analysis.whyNot().stream().collect(Collectors.joining("; "));
    }

    private static Table relative(Relative relative, String vehicle) {
        Table table = new Table(1, "Method of 2019", "curves", "1 − r²", "mark of 10");
        relativeRow(table, "launches", relative.launches(vehicle));
        relativeRow(table, "brakings", relative.brakings(vehicle));
        return table;
    }

    private static void relativeRow(Table table, String name, Relative.Score score) {
        table.row(
                name,
                Integer.toString(score.curves()),
                figure(score.raw(), 4),
                score.mark().isPresent() ? whole(score.mark()) : "too few");
    }

    private static String whole(OptionalInt value) {
        return value.isPresent() ? Integer.toString(value.getAsInt()) : NONE;
    }

    private static String figure(double value, int decimals) {
        return Double.isNaN(value) ? NONE : String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    private static String duration(double seconds) {
        Duration duration = Duration.ofSeconds(Math.round(seconds));
        return "%d:%02d:%02d".formatted(duration.toHours(), duration.toMinutesPart(), duration.toSecondsPart());
    }
}
