package org.optimizer.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.DataNote;
import org.optimizer.model.DayFacts;
import org.optimizer.model.Gradient;
import org.optimizer.model.Manoeuvre;
import org.optimizer.model.MovementCurve;
import org.optimizer.model.ProfileCodec;
import org.optimizer.model.Standstill;
import org.optimizer.model.Stored;
import org.optimizer.model.Trip;
import org.optimizer.model.ZoneVisit;

/** Writes the facts of a vehicle's day in place of those before. */
public class FactsSink {
    private final ProducerTemplate camel;

    public FactsSink(ProducerTemplate camel) {
        this.camel = camel;
    }

    /** All facts of the day in one route, so that a day is never half of one making and half of another. */
    public void replace(DayFacts facts) {
        List<Map<String, Object>> trips = rows(facts, facts.trips(), FactsSink::row);
        List<Map<String, Object>> manoeuvres = rows(facts, facts.manoeuvres(), FactsSink::row);
        List<Map<String, Object>> curves = rows(facts, facts.curves(), FactsSink::row);
        List<Map<String, Object>> gradients = rows(facts, facts.gradients(), FactsSink::row);
        // what zones make of the same fixes is not in it: a zone that is drawn anew is no new data
        FactsHash hash = new FactsHash()
                .add("trip", trips)
                .add("manoeuvre", manoeuvres)
                .add("movement_curve", curves)
                .add("gradient", gradients);
        Call.route(
                camel,
                "replace-day-facts",
                row(facts, hash.hex()),
                Map.of(
                        "notes", notes(facts),
                        "trips", trips,
                        "manoeuvres", manoeuvres,
                        "curves", curves,
                        "standstills", rows(facts, facts.standstills(), FactsSink::row),
                        "visits", rows(facts, facts.visits(), FactsSink::row),
                        "gradients", gradients));
    }

    private static Map<String, Object> row(DayFacts facts, String hash) {
        return Stored.row(
                "vehicleId", facts.vehicleId(),
                "day", facts.day(),
                "algorithm", facts.algorithm(),
                "traceRevision", facts.traceRevision(),
                "fixesRead", facts.fixesRead(),
                "fixesKept", facts.fixesKept(),
                "factsHash", hash);
    }

    private static <T> List<Map<String, Object>> rows(
            DayFacts facts, List<T> things, Function<T, Map<String, Object>> row) {
        List<Map<String, Object>> rows = new ArrayList<>(things.size());
        for (T thing : things) {
            Map<String, Object> columns = row.apply(thing);
            columns.put("vehicleId", facts.vehicleId());
            columns.put("day", facts.day());
            rows.add(columns);
        }
        return rows;
    }

    private static List<Map<String, Object>> notes(DayFacts facts) {
        List<Map<String, Object>> rows = rows(facts, facts.notes(), FactsSink::row);
        for (int ordinal = 0; ordinal < rows.size(); ordinal++) {
            rows.get(ordinal).put("ordinal", ordinal);
        }
        return rows;
    }

    private static Map<String, Object> row(DataNote note) {
        return Stored.row(
                "kind", note.kind(),
                "dropped", note.dropped(),
                "count", note.count(),
                "firstAt", note.firstAt(),
                "example", note.example());
    }

    private static Map<String, Object> row(Trip trip) {
        return Stored.row(
                "number", trip.number(),
                "track", trip.track(),
                "driverId", trip.driverId(),
                "start", trip.start(),
                "end", trip.end(),
                "distanceKm", trip.distanceKm(),
                "movingS", trip.movingS(),
                "maxSpeedKmh", trip.maxSpeedKmh(),
                "zeroSpeedS", trip.zeroSpeedS(),
                "coveredS", trip.coveredS(),
                "lostS", trip.lostS(),
                "medianIntervalS", trip.medianIntervalS(),
                "dopplerShare", trip.dopplerShare(),
                "speedAccuracyMps", trip.speedAccuracyMps(),
                "rpaWork", trip.rpaWork(),
                "rpaDistanceM", trip.rpaDistanceM(),
                "gentleLossMps", trip.gentleLossMps(),
                "totalLossMps", trip.totalLossMps(),
                "speedProfile", ProfileCodec.encode(trip.speeds()));
    }

    private static Map<String, Object> row(Manoeuvre manoeuvre) {
        return Stored.row(
                "number", manoeuvre.number(),
                "tripNumber", manoeuvre.tripNumber(),
                "kind", manoeuvre.kind(),
                "at", manoeuvre.at(),
                "durationS", manoeuvre.durationS(),
                "peakMps2", manoeuvre.peakMps2(),
                "guardMps2", manoeuvre.guardMps2(),
                "startSpeedKmh", manoeuvre.startSpeedKmh(),
                "latitudeDeg", manoeuvre.latitudeDeg(),
                "longitudeDeg", manoeuvre.longitudeDeg(),
                "stepS", manoeuvre.stepS(),
                "profileMps2", Stored.bytes(manoeuvre.profileMps2()),
                "profileKmh", Stored.bytes(manoeuvre.profileKmh()));
    }

    private static Map<String, Object> row(MovementCurve curve) {
        return Stored.row(
                "number", curve.number(),
                "tripNumber", curve.tripNumber(),
                "kind", curve.kind(),
                "at", curve.at(),
                "speedsKmh", Stored.bytes(curve.kmh()));
    }

    private static Map<String, Object> row(Standstill standstill) {
        return Stored.row(
                "number", standstill.number(),
                "driverId", standstill.driverId(),
                "start", standstill.start(),
                "end", standstill.end(),
                "latitudeDeg", standstill.latitudeDeg(),
                "longitudeDeg", standstill.longitudeDeg(),
                "zone", standstill.zone(),
                "inferred", standstill.inferred());
    }

    private static Map<String, Object> row(ZoneVisit visit) {
        return Stored.row(
                "number", visit.number(),
                "zone", visit.zone(),
                "type", visit.type(),
                "driverId", visit.driverId(),
                "enter", visit.enter(),
                "exit", visit.exit(),
                "entryCensored", visit.entryCensored(),
                "exitCensored", visit.exitCensored(),
                "split", visit.split(),
                "longestStandS", visit.longestStandS(),
                "standS", visit.standS(),
                "gapS", visit.gapS(),
                "distanceKm", visit.distanceKm(),
                "odometerEnterKm", visit.odometerEnterKm(),
                "odometerExitKm", visit.odometerExitKm(),
                "samples", visit.samples(),
                "meanSpeedKmh", visit.meanSpeedKmh(),
                "sdSpeedKmh", visit.sdSpeedKmh());
    }

    private static Map<String, Object> row(Gradient gradient) {
        return Stored.row(
                "number", gradient.number(),
                "tripNumber", gradient.tripNumber(),
                "kind", gradient.kind(),
                "middle", gradient.middle(),
                "samples", gradient.samples(),
                "minSpeedKmh", gradient.minSpeedKmh(),
                "maxSpeedKmh", gradient.maxSpeedKmh(),
                "sdSpeedKmh", gradient.sdSpeedKmh());
    }
}
