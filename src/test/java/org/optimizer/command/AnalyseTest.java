package org.optimizer.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalyseTest {
    private static final Drive DRIVE = Drive.ofHalfAnHour();

    @TempDir
    Path folder;

    /** The shape that is promised: every field with its kind, absent or not. */
    private static final String SHAPE = """
            optimizer text
            rulebook text
            method text
            vehicles[].vehicle_id text
            vehicles[].vehicle_class text
            vehicles[].fixes.read whole
            vehicles[].fixes.kept whole
            vehicles[].fixes.dropped whole
            vehicles[].notes[].kind text
            vehicles[].notes[].count whole
            vehicles[].notes[].first_at text
            vehicles[].notes[].example text
            vehicles[].days[].date text
            vehicles[].days[].distance_km decimal
            vehicles[].days[].moving_s whole
            vehicles[].days[].standstill_s whole
            vehicles[].days[].coverage decimal
            vehicles[].trips[].trip_id text
            vehicles[].trips[].start text
            vehicles[].trips[].end text
            vehicles[].trips[].distance_km decimal
            vehicles[].trips[].duration_s whole
            vehicles[].trips[].max_speed_kmh decimal
            vehicles[].trips[].zero_speed_s whole
            vehicles[].trips[].sampling_class text
            vehicles[].trips[].median_interval_s decimal
            vehicles[].standstills[].start text
            vehicles[].standstills[].end text
            vehicles[].standstills[].duration_s whole
            vehicles[].standstills[].lat decimal
            vehicles[].standstills[].lon decimal
            vehicles[].standstills[].zone null
            vehicles[].standstills[].class text
            vehicles[].standstills[].inferred flag
            vehicles[].manoeuvres[].kind text
            vehicles[].manoeuvres[].at text
            vehicles[].manoeuvres[].duration_s decimal
            vehicles[].manoeuvres[].peak_mps2 decimal
            vehicles[].manoeuvres[].guard_mps2 decimal
            vehicles[].manoeuvres[].start_speed_kmh decimal
            vehicles[].manoeuvres[].severity text
            vehicles[].manoeuvres[].points whole
            vehicles[].manoeuvres[].rule text
            vehicles[].curves.launch[].at text
            vehicles[].curves.launch[].class text
            vehicles[].curves.braking[].at text
            vehicles[].curves.braking[].class text
            vehicles[].zone_visits empty
            vehicles[].cycles empty
            vehicles[].kpis[].date text
            vehicles[].kpis[].idle_2019_h decimal
            vehicles[].kpis[].track_h decimal
            vehicles[].kpis[].cycles_2019 whole
            vehicles[].features.distance_km decimal
            vehicles[].features.acceleration_points whole
            vehicles[].features.braking_points whole
            vehicles[].features.rpa5_mps2 decimal
            vehicles[].features.gentle_share decimal
            vehicles[].features.steadiness_kmh decimal
            vehicles[].features.eco_cap_share decimal
            vehicles[].marks.acceleration decimal
            vehicles[].marks.deceleration decimal
            vehicles[].marks.speed_keeping decimal
            vehicles[].marks.week decimal
            vehicles[].marks.ranked flag
            vehicles[].marks.why_not[] text
            """;

    private static final String RELATIVE_SHAPE = """
            vehicles[].relative.acceleration.curves whole
            vehicles[].relative.acceleration.raw decimal
            vehicles[].relative.acceleration.mark null
            vehicles[].relative.acceleration.why_not text
            vehicles[].relative.deceleration.curves whole
            vehicles[].relative.deceleration.raw decimal
            vehicles[].relative.deceleration.mark null
            vehicles[].relative.deceleration.why_not text
            vehicles[].relative.speed_keeping.visits whole
            vehicles[].relative.speed_keeping.raw null
            vehicles[].relative.speed_keeping.mark null
            vehicles[].relative.speed_keeping.why_not text
            vehicles[].relative.global null
            vehicles[].relative.rank null
            """;

    @Test
    void theAnswerHasExactlyThePromisedShape() throws IOException {
        Path file = write("a.csv", withImpossibleRows());

        assertThat(shape(json(file))).isEqualTo(lines(SHAPE));
        assertThat(shape(json("--method", "relative", file))).isEqualTo(lines(SHAPE + RELATIVE_SHAPE));
    }

    @Test
    void fieldsComeInThePromisedOrder() throws IOException {
        Path file = write("a.csv", DRIVE.csv("v1"));
        List<String> names = new ArrayList<>();
        json(file).path("vehicles").path(0).fieldNames().forEachRemaining(names::add);

        assertThat(names)
                .containsExactly(
                        "vehicle_id",
                        "vehicle_class",
                        "fixes",
                        "notes",
                        "days",
                        "trips",
                        "standstills",
                        "manoeuvres",
                        "curves",
                        "zone_visits",
                        "cycles",
                        "kpis",
                        "features",
                        "marks");
    }

    @Test
    void aDriveIsDescribedAsItWasDriven() throws IOException {
        JsonNode vehicle = vehicle(write("a.csv", DRIVE.csv("v1")));
        JsonNode trip = vehicle.path("trips").path(0);

        assertThat(trip.path("trip_id").asText()).isEqualTo("t1");
        assertThat(trip.path("start").asText()).isEqualTo("2026-11-16T08:00:00Z");
        assertThat(trip.path("duration_s").asInt()).isEqualTo(DRIVE.fixes().size() - 1);
        assertThat(trip.path("max_speed_kmh").asDouble()).isEqualTo(72);
        assertThat(trip.path("sampling_class").asText()).isEqualTo("A");
        double driven = DRIVE.fixes().stream().mapToDouble(Drive.Fix::speedMps).sum() / 1000;
        assertThat(trip.path("distance_km").asDouble()).isCloseTo(driven, within(0.005 * driven));
        assertThat(vehicle.path("manoeuvres").findValuesAsText("severity")).contains("severe", "none");
        assertThat(vehicle.path("curves").path("launch").findValuesAsText("class"))
                .contains(">35");
        assertThat(vehicle.path("marks").path("ranked").asBoolean()).isFalse();
        assertThat(vehicle.path("marks").path("why_not").toString())
                .contains("too few kilometres: ")
                .contains("too few days: 1, at least 3 needed");
    }

    @Test
    void mildManoeuvresAreListedWithoutPointsInOrderOfTime() throws IOException {
        JsonNode manoeuvres = vehicle(write("a.csv", DRIVE.csv("v1"))).path("manoeuvres");
        List<String> times = manoeuvres.findValuesAsText("at");

        assertThat(times).isSorted();
        assertThat(manoeuvres).anySatisfy(manoeuvre -> {
            assertThat(manoeuvre.path("severity").asText()).isEqualTo("none");
            assertThat(manoeuvre.path("points").asInt()).isZero();
            assertThat(manoeuvre.path("rule").isNull()).isTrue();
        });
        assertThat(manoeuvres).allSatisfy(manoeuvre -> assertThat(
                        manoeuvre.path("severity").asText().equals("none"))
                .isEqualTo(manoeuvre.path("rule").isNull()));
    }

    @Test
    void csvGpxAndTrackpointsOfOneDriveSayTheSame() throws IOException {
        JsonNode csv = withoutTripIds(vehicle(write("truck.csv", DRIVE.csv("truck"))));
        JsonNode gpx = withoutTripIds(vehicle(write("truck.gpx", DRIVE.gpx())));
        JsonNode trackpoints = withoutTripIds(vehicle(write("truck.json", DRIVE.trackpoints())));

        assertThat(gpx).isEqualTo(csv);
        assertThat(trackpoints.path("manoeuvres")).isEqualTo(csv.path("manoeuvres"));
        assertThat(trackpoints.path("standstills")).isEqualTo(csv.path("standstills"));
        assertThat(trackpoints.path("curves")).isEqualTo(csv.path("curves"));
    }

    @Test
    void theOrderOfRowsAndOfFilesChangesNothing() throws IOException {
        List<String> rows = new ArrayList<>(Arrays.asList(DRIVE.rows("v1").split("\n")));
        Collections.shuffle(rows, new Random(7));
        Path one = write("one.csv", Drive.header() + String.join("\n", rows.subList(0, 700)) + "\n");
        Path two = write("two.csv", Drive.header() + String.join("\n", rows.subList(700, rows.size())) + "\n");
        String inOrder = run(write("a.csv", DRIVE.csv("v1"))).out();

        assertThat(run(one, two).out()).isEqualTo(inOrder);
        assertThat(run(two, one).out()).isEqualTo(inOrder);
    }

    @Test
    void vehiclesComeInOrderOfTheirIds() throws IOException {
        JsonNode vehicles =
                json(write("a.csv", DRIVE.csv("v2") + DRIVE.rows("v10"))).path("vehicles");

        assertThat(vehicles.findValuesAsText("vehicle_id")).containsExactly("v10", "v2");
    }

    @Test
    void impossibleRowsAreDroppedCountedAndNamed() throws IOException {
        JsonNode vehicle = vehicle(write("a.csv", withImpossibleRows()));

        assertThat(vehicle.path("fixes").path("read").asInt())
                .isEqualTo(DRIVE.fixes().size() + 3);
        assertThat(vehicle.path("fixes").path("kept").asInt())
                .isEqualTo(DRIVE.fixes().size());
        assertThat(vehicle.path("fixes").path("dropped").asInt()).isEqualTo(3);
        assertThat(vehicle.path("notes").findValuesAsText("kind"))
                .containsExactlyInAnyOrder("repeated-instant", "impossible-position");
        assertThat(vehicle.path("trips").path(0).path("max_speed_kmh").asDouble())
                .isEqualTo(72);
    }

    @Test
    void aRecordingWithAMockFixIsRefusedAndNamed() throws IOException {
        assertThat(vehicle(write("a.csv", withMockColumn("false"))).path("trips"))
                .hasSize(1);
        JsonNode vehicle = vehicle(write("b.csv", withMockColumn("true")));
        assertThat(vehicle.path("trips")).isEmpty();
        assertThat(vehicle.path("notes").path(0).path("kind").asText()).isEqualTo("mock-location");
        assertThat(vehicle.path("notes").path(0).path("count").asInt())
                .isEqualTo(DRIVE.fixes().size());
    }

    @Test
    void aDayOfWhichNothingIsKeptIsOnlyNoted() throws IOException {
        JsonNode vehicle = vehicle(write("a.csv", DRIVE.csv("v1") + "v1,t1,1970-01-01T00:00:00Z,48,2.5,0,,,\n"));

        assertThat(vehicle.path("days").findValuesAsText("date")).containsExactly("2026-11-16");
        assertThat(vehicle.path("kpis").findValuesAsText("date")).containsExactly("2026-11-16");
        assertThat(vehicle.path("notes").path(0).path("kind").asText()).isEqualTo("impossible-time");
        assertThat(vehicle.path("notes").path(0).path("first_at").asText()).isEqualTo("1970-01-01T00:00:00Z");
    }

    @Test
    void withoutPositionsThereAreDistancesAndNoPlaces() throws IOException {
        JsonNode vehicle = vehicle(write("a.csv", DRIVE.csvWithoutPositions("v1")));

        assertThat(vehicle.path("days").path(0).path("distance_km").asDouble()).isGreaterThan(20);
        assertThat(vehicle.path("standstills")).isNotEmpty().allSatisfy(standstill -> {
            assertThat(standstill.path("lat").isNull()).isTrue();
            assertThat(standstill.path("zone").isNull()).isTrue();
        });
        assertThat(vehicle.path("marks").path("week").isNumber()).isTrue();
    }

    @Test
    void withoutSpeedThereAreStopsAndDistancesAndNoMarks() throws IOException {
        JsonNode vehicle = vehicle(write("a.csv", DRIVE.csvWithoutSpeed("v1")));

        assertThat(vehicle.path("days").path(0).path("distance_km").asDouble()).isGreaterThan(20);
        assertThat(vehicle.path("standstills")).isNotEmpty();
        assertThat(vehicle.path("trips").path(0).path("sampling_class").asText())
                .isEqualTo("D");
        assertThat(vehicle.path("features").path("acceleration_points").isNull())
                .isTrue();
        assertThat(vehicle.path("marks").path("week").isNull()).isTrue();
        assertThat(vehicle.path("marks").path("why_not").toString()).contains("not scored: no speed data");
    }

    @Test
    void aStandstillIsInTheZoneAroundIt() throws IOException {
        Path zones = write("zones.geojson", """
                {"type":"FeatureCollection","features":[
                 {"type":"Feature","geometry":{"type":"Point","coordinates":[2.5,48.0]},
                  "properties":{"name":"ROM pad","type":"unload","radius_m":50,"min_dwell_s":30,"priority":1}}]}
                """);
        JsonNode standstills =
                json("--zones", zones, write("a.csv", DRIVE.csv("v1"))).findPath("standstills");

        assertThat(standstills.path(0).path("zone").asText()).isEqualTo("ROM pad");
        assertThat(standstills.path(1).path("zone").isNull()).isTrue();
    }

    @Test
    void whoStandsInAZoneVisitsItAndWhoDoesNotPassesThrough() throws IOException {
        Path zones = write("zones.geojson", """
                {"type":"FeatureCollection","features":[
                 {"type":"Feature","geometry":{"type":"Point","coordinates":[2.5,48.0]},
                  "properties":{"name":"ROM pad","type":"unload","radius_m":50}},
                 {"type":"Feature","geometry":{"type":"Point","coordinates":[2.5,48.04]},
                  "properties":{"name":"haul road","type":"cruise","radius_m":400}}]}
                """);
        JsonNode visits =
                json("--zones", zones, write("a.csv", DRIVE.csv("v1"))).findPath("zone_visits");

        assertThat(visits).hasSize(2);
        assertThat(shape(visits.path(1))).isEqualTo(lines("""
                zone text
                enter text
                exit text
                kind text
                dwell_s whole
                mean_speed_kmh decimal
                sd_speed_kmh decimal
                """));
        assertThat(visits.path(0).path("zone").asText()).isEqualTo("ROM pad");
        assertThat(visits.path(0).path("enter").asText()).isEqualTo("2026-11-16T08:00:00Z");
        assertThat(visits.path(0).path("kind").asText()).isEqualTo("visit");
        assertThat(visits.path(0).path("dwell_s").asInt()).isEqualTo(100);
        assertThat(visits.path(1).path("kind").asText()).isEqualTo("pass-through");
        assertThat(visits.path(1).path("dwell_s").asInt()).isEqualTo(40);
        assertThat(visits.path(1).path("mean_speed_kmh").asDouble()).isEqualTo(72);
        assertThat(visits.path(1).path("sd_speed_kmh").asDouble()).isZero();
    }

    /** Three zones, one passage each: their deviations weighted by the time inside; alone in the fleet is the middle. */
    @Test
    void passagesOfCruiseZonesAreSpeedKeeping() throws IOException {
        Path zones = write("zones.geojson", """
                {"type":"FeatureCollection","features":[
                 {"type":"Feature","geometry":{"type":"Point","coordinates":[2.5,48.01]},
                  "properties":{"name":"first","type":"cruise","radius_m":400}},
                 {"type":"Feature","geometry":{"type":"Point","coordinates":[2.5,48.04]},
                  "properties":{"name":"second","type":"cruise","radius_m":300}},
                 {"type":"Feature","geometry":{"type":"Point","coordinates":[2.5,48.13]},
                  "properties":{"name":"third","type":"cruise","radius_m":500}}]}
                """);
        Path file = write("a.csv", DRIVE.csv("v1"));
        JsonNode vehicle = json("--method", "relative", "--zones", zones, file)
                .path("vehicles")
                .path(0);
        double weighted = 0;
        double seconds = 0;
        for (JsonNode visit : vehicle.path("zone_visits")) {
            weighted += visit.path("dwell_s").asDouble()
                    * visit.path("sd_speed_kmh").asDouble();
            seconds += visit.path("dwell_s").asDouble();
        }

        JsonNode keeping = vehicle.path("relative").path("speed_keeping");
        assertThat(keeping.path("visits").asInt()).isEqualTo(3);
        assertThat(keeping.path("raw").asDouble()).isPositive().isCloseTo(weighted / seconds, within(1e-3));
        assertThat(keeping.path("mark").asInt()).isEqualTo(5);
        assertThat(vehicle.path("relative").path("global").asDouble()).isEqualTo(15);
    }

    @Test
    void aCycleIsToldWithItsPhases() throws IOException {
        Path zones = write("zones.geojson", """
                {"type":"FeatureCollection","features":[
                 {"type":"Feature","geometry":{"type":"Point","coordinates":[2.5,48.0]},
                  "properties":{"name":"pit","type":"load","radius_m":50}},
                 {"type":"Feature","geometry":{"type":"Point","coordinates":[2.5,48.04]},
                  "properties":{"name":"pad","type":"unload","radius_m":400,"min_dwell_s":0}}]}
                """);
        JsonNode vehicle = json("--zones", zones, write("a.csv", DRIVE.csv("v1")));
        JsonNode cycle = vehicle.findPath("cycles").path(0);

        assertThat(vehicle.findPath("cycles")).hasSize(1);
        assertThat(shape(cycle)).isEqualTo(lines("""
                start text
                end text
                load_zone text
                unload_zone text
                complete flag
                reason text
                distance_km decimal
                phases.load_s whole
                phases.haul_s whole
                phases.unload_s whole
                phases.return_s whole
                """));
        assertThat(cycle.path("start").asText()).isEqualTo("2026-11-16T08:00:00Z");
        assertThat(cycle.path("load_zone").asText()).isEqualTo("pit");
        assertThat(cycle.path("unload_zone").asText()).isEqualTo("pad");
        assertThat(cycle.path("complete").asBoolean()).isFalse();
        assertThat(cycle.path("reason").asText()).isEqualTo("GAP");
        assertThat(cycle.path("phases").path("load_s").asDouble()).isEqualTo(100);
        assertThat(cycle.path("phases").path("unload_s").asDouble()).isEqualTo(40);
        assertThat(vehicle.findPath("kpis").path(0).path("cycles_2019").asInt()).isEqualTo(1);
        assertThat(vehicle.findPath("standstills").path(0).path("class").asText())
                .isEqualTo("LOADING");
    }

    @Test
    void aVisitOverMidnightIsOne() throws IOException {
        Path zones = write("zones.geojson", """
                {"type":"FeatureCollection","features":[
                 {"type":"Feature","geometry":{"type":"Point","coordinates":[2.5,48.04]},
                  "properties":{"name":"haul road","type":"cruise","radius_m":3000}}]}
                """);
        Path file = write("a.csv", DRIVE.csv("v1"));
        JsonNode whole = json("--zones", zones, file).findPath("zone_visits");
        // 08:05 in UTC is a midnight somewhere
        JsonNode split = json("--zones", zones, "--time-zone", "-08:05", file).findPath("zone_visits");

        assertThat(whole).hasSize(1);
        assertThat(split).isEqualTo(whole);
    }

    @Test
    void daysAreThoseOfTheTimeZone() throws IOException {
        Path file = write("a.csv", DRIVE.csv("v1"));

        assertThat(json("--time-zone", "Pacific/Auckland", file)
                        .findPath("days")
                        .findValuesAsText("date"))
                .containsExactly("2026-11-16");
        assertThat(json("--time-zone", "Pacific/Honolulu", file)
                        .findPath("days")
                        .findValuesAsText("date"))
                .containsExactly("2026-11-15");
    }

    @Test
    void theClassOfTheVehicleDecidesWhatIsHarsh() throws IOException {
        Path file = write("a.csv", DRIVE.csv("v1"));

        assertThat(points("dumper", file)).isGreaterThan(points("van", file));
    }

    @Test
    void aSingleFixIsNoDrive() throws IOException {
        Path file = write("a.csv", Drive.header() + "v1,t1,2026-11-16T08:00:00.500Z,48,2.5,0,,,\n");
        JsonNode vehicle = vehicle(file);

        assertThat(vehicle.path("features").path("distance_km").asDouble()).isZero();
        assertThat(vehicle.path("marks").path("week").isNull()).isTrue();
        assertThat(vehicle.path("marks").path("why_not")).isNotEmpty();
    }

    @Test
    void peopleGetTables() throws IOException {
        Cli cli = run("--format", "text", "--method", "relative", write("a.csv", withImpossibleRows()));

        assertThat(cli.status()).isZero();
        assertThat(cli.out())
                .contains("Vehicle v1 (tipper): ")
                .contains("dropped impossible-position: 2, first at 2026-11-16 08:02:00 (lat 0.0 lon ")
                .containsPattern("(?m)^ {2}2026-11-16 +\\d+\\.\\d ")
                .contains("All days as one week")
                .contains("would not be ranked: too few kilometres")
                .contains("Method of 2019")
                .contains("no mark: too few launches after a clear stop: ")
                .contains("not ranked: no mark")
                .doesNotContain("NaN");
    }

    @Test
    void marksAreToldWithWhatTheyAreMadeOf() throws IOException {
        Cli cli = run("--format", "text", write("a.csv", DRIVE.csv("v1")));

        assertThat(cli.out())
                .containsPattern("(?m)^ {2}acceleration +\\d+\\.\\d\\d +35$")
                .containsPattern("(?m)^ {4}RPA₅, m/s² +0\\.\\d{4} +\\d+\\.\\d\\d +40 +feature-mark: tipper-rpa5$")
                .containsPattern("(?m)^ {2}speed keeping +\\d");
    }

    private static int points(String vehicleClass, Path file) throws IOException {
        JsonNode features = json("--vehicle-class", vehicleClass, file).findPath("features");
        return features.path("acceleration_points").asInt()
                + features.path("braking_points").asInt();
    }

    /** A position nobody can be at, twice, and a row twice. */
    /** Only the first row says something in it. */
    private static String withMockColumn(String first) {
        List<String> lines = DRIVE.csv("v1").lines().toList();
        return lines.get(0) + ",mock\n" + lines.get(1) + "," + first + "\n"
                + String.join(",\n", lines.subList(2, lines.size())) + ",\n";
    }

    private static String withImpossibleRows() {
        return DRIVE.csv("v1")
                + "v1,t1,2026-11-16T08:02:00.500Z,0,1555,20,,,\n"
                + "v1,t1,2026-11-16T08:02:01.500Z,0,1555,20,,,\n"
                + DRIVE.rows("v1").lines().findFirst().orElseThrow() + "\n";
    }

    private static JsonNode withoutTripIds(JsonNode vehicle) {
        vehicle.path("trips").forEach(trip -> ((ObjectNode) trip).remove("trip_id"));
        return vehicle;
    }

    private static SortedSet<String> lines(String text) {
        return new TreeSet<>(Arrays.asList(text.split("\n")));
    }

    private static SortedSet<String> shape(JsonNode json) {
        SortedSet<String> paths = new TreeSet<>();
        addPaths("", json, paths);
        paths.removeIf(path -> path.endsWith(" null") && paths.contains(path.replaceFirst("null$", "text")));
        return paths;
    }

    private static void addPaths(String path, JsonNode node, SortedSet<String> paths) {
        if (node.isObject()) {
            node.properties()
                    .forEach(field -> addPaths(
                            path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue(), paths));
        } else if (node.isArray() && !node.isEmpty()) {
            node.forEach(element -> addPaths(path + "[]", element, paths));
        } else {
            paths.add(path + " " + kind(node));
        }
    }

    private static String kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case NUMBER -> node.isIntegralNumber() ? "whole" : "decimal";
            case BOOLEAN -> "flag";
            case STRING -> "text";
            case ARRAY -> "empty";
            default -> "null";
        };
    }

    private static JsonNode vehicle(Path file) throws IOException {
        return json(file).path("vehicles").path(0);
    }

    private static JsonNode json(Object... args) throws IOException {
        Cli cli = run(args);
        assertThat(cli.err()).isEmpty();
        assertThat(cli.status()).isZero();
        return new ObjectMapper().readTree(cli.out());
    }

    private static Cli run(Object... args) {
        return Cli.analyse(TestRules::delivered, args);
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }
}
