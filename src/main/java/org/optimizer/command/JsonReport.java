package org.optimizer.command;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.optimizer.model.Cycle;
import org.optimizer.model.DataNote;
import org.optimizer.model.DayFacts;
import org.optimizer.model.DrivingEvent;
import org.optimizer.model.Feature;
import org.optimizer.model.JudgedStandstill;
import org.optimizer.model.JudgedVisit;
import org.optimizer.model.KpiDay;
import org.optimizer.model.MarkKind;
import org.optimizer.model.MovementCurve;
import org.optimizer.model.RelativeMark;
import org.optimizer.model.RelativeScore;
import org.optimizer.model.Standstill;
import org.optimizer.model.Trip;
import org.optimizer.model.ZoneVisit;
import org.optimizer.transform.scoring.relative.CurveClass;

/** Prints a report as one JSON object, for programs. */
final class JsonReport {
    private static final int KM = 4;
    private static final int KMH = 3;
    private static final int MPS2 = 4;
    private static final int SHARE = 5;
    private static final int DEGREES = 7;
    private static final int HOURS = 5;
    private static final int POINTS = 2;
    private static final int DISPARITY = 6;

    private final Report report;
    private final Json json;

    private JsonReport(Report report, Json json) {
        this.report = report;
        this.json = json;
    }

    static void print(Report report, OutputStream out) throws IOException {
        try (Json json = new Json(out)) {
            json.root(new JsonReport(report, json)::report);
        }
    }

    private void report() throws IOException {
        json.text("optimizer", report.optimizer())
                .text("rulebook", report.rulebook())
                .text("method", report.method())
                .array("vehicles", report.vehicles(), this::vehicle);
    }

    private void vehicle(Analysis analysis) throws IOException {
        RecordedDays recorded = analysis.recorded();
        json.text("vehicle_id", analysis.vehicleId())
                .text("vehicle_class", report.vehicleClass().code())
                .object("fixes", () -> fixes(recorded))
                .array("notes", recorded.notes(), this::note)
                .array("days", recorded.days(), this::day)
                .array("trips", analysis.trips(), this::trip)
                .array("standstills", analysis.activity().standstills(), this::standstill)
                .array("manoeuvres", analysis.manoeuvres(), this::manoeuvre)
                .object("curves", () -> curves(analysis.curves()))
                .array("zone_visits", analysis.activity().visits(), this::visit)
                .array("cycles", analysis.activity().cycles(), this::cycle)
                .array("kpis", analysis.activity().days(), this::kpi)
                .object("features", () -> features(analysis))
                .object("marks", () -> marks(analysis));
        if (report.relative().isPresent()) {
            RelativeScore score = report.relative().orElseThrow().of(analysis.vehicleId());
            json.object("relative", () -> relative(score));
        }
    }

    private void fixes(RecordedDays recorded) throws IOException {
        json.count("read", recorded.rows())
                .count("kept", recorded.kept())
                .count("dropped", recorded.rows() - recorded.kept());
    }

    private void note(DataNote note) throws IOException {
        json.text("kind", note.kind())
                .count("count", note.count())
                .instant("first_at", note.firstAt())
                .text("example", note.example());
    }

    private void day(DayFacts day) throws IOException {
        json.text("date", day.day().toString())
                .decimal("distance_km", day.distanceKm(), KM)
                .seconds("moving_s", day.movingS())
                .seconds("standstill_s", day.standstillS())
                .decimal("coverage", day.coverage(), SHARE);
    }

    private void trip(Analysis.JudgedTrip judged) throws IOException {
        Trip trip = judged.trip();
        json.text("trip_id", trip.track())
                .instant("start", trip.start())
                .instant("end", trip.end())
                .decimal("distance_km", trip.distanceKm(), KM)
                .seconds("duration_s", trip.durationS())
                .decimal("max_speed_kmh", trip.maxSpeedKmh(), KMH)
                .seconds("zero_speed_s", trip.zeroSpeedS())
                .text("sampling_class", judged.samplingClass().name())
                .decimal("median_interval_s", trip.medianIntervalS(), 3);
    }

    private void standstill(JudgedStandstill judged) throws IOException {
        Standstill standstill = judged.standstill();
        json.instant("start", standstill.start())
                .instant("end", standstill.end())
                .seconds("duration_s", standstill.durationS())
                .decimal("lat", standstill.latitudeDeg(), DEGREES)
                .decimal("lon", standstill.longitudeDeg(), DEGREES)
                .text("zone", standstill.zone().orElse(null))
                .text("class", judged.idleClass())
                .flag("inferred", standstill.inferred());
    }

    private void manoeuvre(DrivingEvent event) throws IOException {
        json.text("kind", event.kind().code())
                .instant("at", event.at())
                .decimal("duration_s", event.durationS(), 3)
                .decimal("peak_mps2", event.peakMps2(), MPS2)
                .decimal("guard_mps2", event.guardMps2(), MPS2)
                .decimal("start_speed_kmh", event.startSpeedKmh(), KMH)
                .text("severity", event.severity().code())
                .count("points", event.points())
                .text("rule", event.rule());
    }

    private void curves(List<MovementCurve> curves) throws IOException {
        json.array("launch", compared(MovementCurve.Kind.LAUNCH, curves), this::curve)
                .array("braking", compared(MovementCurve.Kind.BRAKING, curves), this::curve);
    }

    private static List<MovementCurve> compared(MovementCurve.Kind kind, List<MovementCurve> curves) {
        return curves.stream()
                .filter(curve -> curve.kind() == kind && CurveClass.of(curve).isPresent())
                .toList();
    }

    private void curve(MovementCurve curve) throws IOException {
        json.instant("at", curve.at())
                .text("class", CurveClass.of(curve).orElseThrow().code());
    }

    private void visit(JudgedVisit judged) throws IOException {
        ZoneVisit visit = judged.visit();
        json.text("zone", visit.zone())
                .instant("enter", visit.enter())
                .instant("exit", visit.exit())
                .text("kind", judged.kind())
                .seconds("dwell_s", visit.dwellS())
                .decimal("mean_speed_kmh", visit.meanSpeedKmh(), KMH)
                .decimal("sd_speed_kmh", visit.sdSpeedKmh(), KMH);
    }

    private void cycle(Cycle cycle) throws IOException {
        json.instant("start", cycle.start())
                .instant("end", cycle.end())
                .text("load_zone", cycle.loadZone())
                .text("unload_zone", cycle.unloadZone().orElse(null))
                .flag("complete", cycle.complete())
                .text("reason", cycle.reason().orElse(null))
                .decimal("distance_km", cycle.distanceKm(), KM)
                .object("phases", () -> phases(cycle));
    }

    private void phases(Cycle cycle) throws IOException {
        json.seconds("load_s", cycle.loadS())
                .seconds("haul_s", cycle.haulS())
                .seconds("unload_s", cycle.unloadS())
                .seconds("return_s", cycle.returnS());
    }

    private void kpi(KpiDay day) throws IOException {
        json.text("date", day.day().toString())
                .decimal("idle_2019_h", day.idle2019H(), HOURS)
                .decimal("track_h", day.trackH(), HOURS)
                .count("cycles_2019", day.cycles2019());
    }

    private void features(Analysis analysis) throws IOException {

        json.decimal("distance_km", analysis.distanceKm(), KM);
        points("acceleration_points", analysis.accelerationPoints());
        points("braking_points", analysis.brakingPoints());
        json.decimal("rpa5_mps2", analysis.feature(Feature.RPA5), 6)
                .decimal("gentle_share", analysis.feature(Feature.GENTLE_SHARE), SHARE)
                .decimal("steadiness_kmh", analysis.feature(Feature.STEADINESS), MPS2)
                .decimal("eco_cap_share", analysis.feature(Feature.ECO_CAP_SHARE), SHARE);
    }

    private void points(String name, OptionalInt points) throws IOException {
        if (points.isPresent()) {
            json.count(name, points.getAsInt());
        } else {
            json.nothing(name);
        }
    }

    private void marks(Analysis analysis) throws IOException {
        json.decimal("acceleration", analysis.mark(MarkKind.ACCELERATION), POINTS)
                .decimal("deceleration", analysis.mark(MarkKind.DECELERATION), POINTS)
                .decimal("speed_keeping", analysis.mark(MarkKind.SPEED_KEEPING), POINTS)
                .decimal("week", analysis.score(), POINTS)
                .flag("ranked", analysis.isRanked())
                .texts("why_not", analysis.whyNot());
    }

    private void relative(RelativeScore score) throws IOException {
        for (RelativeMark mark : score.marks()) {
            json.object(mark.kind().code(), () -> relative(mark));
        }
        json.decimal("global", score.global().map(Number::doubleValue).orElse(Double.NaN), 1);
        points("rank", whole(score.rank()));
    }

    private void relative(RelativeMark mark) throws IOException {
        json.count(mark.kind() == MarkKind.SPEED_KEEPING ? "visits" : "curves", mark.moves())
                .decimal("raw", mark.raw(), DISPARITY);
        points("mark", whole(mark.mark()));
        json.text("why_not", mark.whyNot().map(Words::of).orElse(null));
    }

    private static OptionalInt whole(Optional<Integer> value) {
        return value.map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }
}
