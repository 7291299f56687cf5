package org.optimizer.transform;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.optimizer.model.DataNote;
import org.optimizer.model.DayFacts;
import org.optimizer.model.Manoeuvre;
import org.optimizer.model.MovementCurve;
import org.optimizer.model.Trace;
import org.optimizer.model.Trip;
import org.optimizer.testing.RealTraces;
import org.optimizer.transform.zones.ZoneMap;

/** What the transform makes of real recordings, against what others measured on them without any smoothing. */
class RealTracesTest {
    private static final ZoneId UTC = ZoneOffset.UTC;
    private static final Map<String, int[]> TABLE = new TreeMap<>();

    @AfterAll
    static void printTable() {
        TABLE.forEach((what, counts) ->
                System.out.printf(Locale.ROOT, "%-40s %4d of %4d trips within%n", what, counts[0], counts[1]));
    }

    /** A trip of a recording, put together again from its days. */
    private record Whole(
            double km, double maxKmh, double zeroS, double standingS, int stopsFrom60, int stopsFrom300, double gapS) {}

    @Test
    void cmapTripsAgreeWithTheirSource() {
        Map<String, Whole> trips = trips("CMAP");
        Map<String, NamedCsvRecord> simple = expected("expected/CMAP_simple.csv");
        Map<String, NamedCsvRecord> source = expected("CMAP/expected_from_source.csv");
        check(
                "CMAP max speed",
                trips,
                simple,
                (trip, row) -> near(trip.maxKmh, 3.6 * value(row, "max_speed_mps"), 0.1));
        check("CMAP distance", trips, simple, RealTracesTest::distanceAgrees);
        check("CMAP zero seconds", trips, source, (trip, row) -> seconds(trip.zeroS, value(row, "src_zero_seconds")));
        check(
                "CMAP stops from 60 s",
                trips,
                simple,
                (trip, row) -> near(trip.stopsFrom60, value(row, "stops_ge_60s"), 1));
        check(
                "CMAP stops from 300 s",
                trips,
                simple,
                (trip, row) -> near(trip.stopsFrom300, value(row, "stops_ge_300s"), 1));
        check(
                "CMAP stops from 60 s, source",
                trips,
                source,
                (trip, row) -> near(trip.stopsFrom60, value(row, "src_stops_60_plus"), 1));
        check(
                "CMAP stops from 300 s, source",
                trips,
                source,
                (trip, row) -> near(trip.stopsFrom300, value(row, "src_stops_300_plus"), 1));
    }

    @Test
    void ndsbrTripsAgreeWithAPlainReading() {
        checkPlain("NDSBR");
    }

    @Test
    void twizyTripsAgreeWithAPlainReading() {
        checkPlain("RSK_TWIZY");
    }

    @Test
    void envirocarTripsAgreeWithAPlainReading() {
        checkPlain("ENVIROCAR");
    }

    private static void checkPlain(String set) {
        Map<String, Whole> trips = trips(set);
        Map<String, NamedCsvRecord> simple = expected("expected/" + set + "_simple.csv");
        check(
                set + " max speed",
                trips,
                simple,
                (trip, row) -> near(trip.maxKmh, 3.6 * value(row, "max_speed_mps"), 0.1));
        check(set + " distance", trips, simple, RealTracesTest::distanceAgrees);
        check(
                set + " standing seconds",
                trips,
                simple,
                (trip, row) -> seconds(trip.standingS, value(row, "stationary_s")));
        check(
                set + " stops from 60 s",
                trips,
                simple,
                (trip, row) -> near(trip.stopsFrom60, value(row, "stops_ge_60s"), 1));
        check(
                set + " stops from 300 s",
                trips,
                simple,
                (trip, row) -> near(trip.stopsFrom300, value(row, "stops_ge_300s"), 1));
    }

    @Test
    void distancesByPositionAgreeWithAPlainReading() {
        Map<String, NamedCsvRecord> simple = expected("expected/BAREFOOT_simple.csv");
        for (Path file : RealTraces.files("BAREFOOT")) {
            check(
                    file.getFileName() + " distance by position",
                    trips(RealTraces.ofFile(file)),
                    simple,
                    (trip, row) ->
                            near(trip.km * 1000, value(row, "distance_pos_m"), 0.05 * value(row, "distance_pos_m")));
        }
    }

    @Test
    void fourFixesOnTheEquatorAreDroppedAndNamed() {
        List<DataNote> notes = RealTraces.ofFile(RealTraces.data().resolve("RSK_TWIZY/T1.csv.gz")).entrySet().stream()
                .flatMap(vehicle -> days(vehicle.getKey(), vehicle.getValue()))
                .flatMap(day -> day.notes().stream())
                .filter(DataNote::dropped)
                .toList();

        assertThat(notes).hasSize(1);
        assertThat(notes.get(0).kind()).isEqualTo("impossible-position");
        assertThat(notes.get(0).count()).isEqualTo(4);
        assertThat(notes.get(0).firstAt()).isEqualTo(Instant.parse("2021-06-30T10:32:43Z"));
        assertThat(notes.get(0).example()).isEqualTo("lat 0.0 lon -6.858635");
    }

    @Test
    void nothingElseIsDropped() {
        for (String set : List.of("CMAP", "NDSBR", "ENVIROCAR", "GOAL")) {
            RealTraces.ofSet(set)
                    .forEach((vehicle, trace) -> days(vehicle, trace).forEach(day -> assertThat(day.fixesKept())
                            .as("%s %s", vehicle, day.day())
                            .isEqualTo(day.fixesRead())));
        }
    }

    @Test
    void clearStopsGiveAsManyCurvesAsAPlainReading() {
        for (NamedCsvRecord row : RealTraces.rows("expected/CMAP_relative.csv")) {
            Path file = RealTraces.data().resolve("CMAP/" + row.getField("file") + ".csv.gz");
            List<MovementCurve> curves = RealTraces.ofFile(file).entrySet().stream()
                    .flatMap(vehicle -> days(vehicle.getKey(), vehicle.getValue()))
                    .flatMap(day -> day.curves().stream())
                    .toList();
            assertThat(curves.stream().filter(curve -> curve.kind() == MovementCurve.Kind.LAUNCH))
                    .as("launches of %s", file.getFileName())
                    .hasSize(Integer.parseInt(row.getField("launch_curves")));
            assertThat(curves.stream().filter(curve -> curve.kind() == MovementCurve.Kind.BRAKING))
                    .as("brakings of %s", file.getFileName())
                    .hasSize(Integer.parseInt(row.getField("braking_curves")));
        }
    }

    @Test
    void noManoeuvreComesFromAGapOrFromSpeedsThatJump() {
        int manoeuvres = 0;
        for (String set : List.of("CMAP", "RSK_TWIZY", "NDSBR", "ENVIROCAR")) {
            for (Map.Entry<String, Trace> vehicle : RealTraces.ofSet(set).entrySet()) {
                List<Manoeuvre> found = days(vehicle.getKey(), vehicle.getValue())
                        .flatMap(day -> day.manoeuvres().stream())
                        .toList();
                found.forEach(manoeuvre -> assertContinuous(vehicle.getValue(), manoeuvre));
                manoeuvres += found.size();
            }
        }
        System.out.printf(Locale.ROOT, "%d manoeuvres, none of them from a gap or a jump%n", manoeuvres);
        assertThat(manoeuvres).isGreaterThan(1000);
    }

    /** The slope of each sample needs the fixes from 2 s before to 2 s after it. */
    private static void assertContinuous(Trace trace, Manoeuvre manoeuvre) {
        long fromMs = manoeuvre.at().toEpochMilli() - 2000;
        Trace part = trace.between(fromMs, fromMs + Math.round(manoeuvre.durationS() * 1000) + 4001);
        for (int index = 1; index < part.size(); index++) {
            double seconds = (part.timeMs()[index] - part.timeMs()[index - 1]) / 1e3;
            double changeMps = (part.speedMmps()[index] - part.speedMmps()[index - 1]) / 1e3;
            assertThat(seconds).as("%s", manoeuvre).isLessThanOrEqualTo(4);
            assertThat(Math.abs(changeMps) / seconds).as("%s", manoeuvre).isLessThanOrEqualTo(6);
        }
    }

    private static boolean distanceAgrees(Whole trip, NamedCsvRecord row) {
        double metres = value(row, "distance_speed_m");
        return metres <= 500 || near(trip.km * 1000, metres, 0.005 * metres);
    }

    private static boolean seconds(double found, double expected) {
        return near(found, expected, Math.max(3, 0.03 * expected));
    }

    private static boolean near(double found, double expected, double tolerance) {
        return Math.abs(found - expected) <= tolerance + 1e-9;
    }

    private static double value(NamedCsvRecord row, String column) {
        return Double.parseDouble(row.getField(column));
    }

    private static void check(
            String what,
            Map<String, Whole> trips,
            Map<String, NamedCsvRecord> expected,
            BiPredicate<Whole, NamedCsvRecord> agrees) {
        List<String> wrong = new ArrayList<>();
        trips.forEach((id, trip) -> {
            assertThat(expected).containsKey(id);
            if (!agrees.test(trip, expected.get(id))) {
                wrong.add(id + " " + trip);
            }
        });
        TABLE.put(what, new int[] {trips.size() - wrong.size(), trips.size()});
        assertThat(trips).isNotEmpty();
        assertThat(wrong).as(what).hasSizeLessThanOrEqualTo(trips.size() * 2 / 100);
    }

    private static Map<String, NamedCsvRecord> expected(String file) {
        Map<String, NamedCsvRecord> rows = new HashMap<>();
        RealTraces.rows(file).forEach(row -> rows.put(row.getField("vehicle_id") + " " + row.getField("trip_id"), row));
        return rows;
    }

    private static Stream<DayFacts> days(String vehicle, Trace trace) {
        return RealTraces.days(trace, UTC).stream()
                .map(day -> VehicleDay.facts(vehicle, trace, 1, day, UTC, List.of(), ZoneMap.NONE));
    }

    private static Map<String, Whole> trips(String set) {
        return trips(RealTraces.ofSet(set));
    }

    private static Map<String, Whole> trips(Map<String, Trace> traces) {
        Map<String, Whole> trips = new TreeMap<>();
        traces.forEach((vehicle, trace) -> days(vehicle, trace).forEach(day -> day.trips().stream()
                .filter(trip -> trace.tracks().contains(trip.track()))
                .forEach(trip -> trips.merge(vehicle + " " + trip.track(), whole(day, trip), RealTracesTest::plus))));
        return trips;
    }

    private static Whole whole(DayFacts day, Trip trip) {
        return new Whole(
                trip.distanceKm(),
                trip.maxSpeedKmh(),
                trip.zeroSpeedS(),
                trip.coveredS() - trip.movingS(),
                stops(day, trip, 60),
                stops(day, trip, 300),
                trip.durationS() - trip.coveredS());
    }

    private static int stops(DayFacts day, Trip trip, int seconds) {
        return (int) day.standstills().stream()
                .filter(stand -> within(stand.start(), stand.end(), trip) >= seconds)
                .count();
    }

    private static double within(Instant start, Instant end, Trip trip) {
        long from = Math.max(start.toEpochMilli(), trip.start().toEpochMilli());
        long to = Math.min(end.toEpochMilli(), trip.end().toEpochMilli());
        return (to - from) / 1e3;
    }

    private static Whole plus(Whole one, Whole other) {
        return new Whole(
                one.km + other.km,
                Math.max(one.maxKmh, other.maxKmh),
                one.zeroS + other.zeroS,
                one.standingS + other.standingS,
                one.stopsFrom60 + other.stopsFrom60,
                one.stopsFrom300 + other.stopsFrom300,
                one.gapS + other.gapS);
    }
}
