package org.optimizer.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.optimizer.testing.RealTraces;

/** What {@code analyse} prints of real recordings, against what others measured on them. */
class RealRecordingsTest {

    @ParameterizedTest
    @ValueSource(strings = {"NDSBR", "ENVIROCAR", "RSK_TWIZY", "CYCLES", "CMAP"})
    void tripsAgreeWithAPlainReading(String set) throws IOException {
        Map<String, NamedCsvRecord> expected = new HashMap<>();
        RealTraces.rows("expected/" + set + "_simple.csv")
                .forEach(row -> expected.put(row.getField("vehicle_id") + row.getField("trip_id"), row));
        List<String> wrong = new ArrayList<>();
        int trips = 0;
        for (Path file : RealTraces.files(set)) {
            for (JsonNode vehicle : analyse(file).path("vehicles")) {
                for (JsonNode trip : vehicle.path("trips")) {
                    NamedCsvRecord row = expected.get(vehicle.path("vehicle_id").asText()
                            + trip.path("trip_id").asText());
                    trips++;
                    if (!agrees(trip, row)) {
                        wrong.add(trip + " expected " + row);
                    }
                }
            }
        }
        assertThat(trips).isPositive();
        assertThat(wrong).as("of %d trips", trips).hasSizeLessThanOrEqualTo(trips / 50);
    }

    private static boolean agrees(JsonNode trip, NamedCsvRecord row) {
        double kmh = 3.6 * number(row, "max_speed_mps");
        double km = number(row, "distance_speed_m") / 1000;
        return Math.abs(trip.path("max_speed_kmh").asDouble() - kmh) <= 0.1
                && (km <= 0.5 || Math.abs(trip.path("distance_km").asDouble() - km) <= 0.005 * km);
    }

    @Test
    void secondsAtZeroSpeedAreThoseOfTheSource() throws IOException {
        Map<String, Double> expected = new HashMap<>();
        RealTraces.rows("CMAP/expected_from_source.csv")
                .forEach(row -> expected.put(
                        row.getField("vehicle_id") + row.getField("trip_id"), number(row, "src_zero_seconds")));
        List<String> wrong = new ArrayList<>();
        int compared = 0;
        for (JsonNode vehicle : analyse(RealTraces.files("CMAP").toArray()).path("vehicles")) {
            for (JsonNode trip : vehicle.path("trips")) {
                String id = vehicle.path("vehicle_id").asText()
                        + trip.path("trip_id").asText();
                double seconds = trip.path("zero_speed_s").asDouble();
                if (expected.containsKey(id)) {
                    compared++;
                    if (Math.abs(seconds - expected.get(id)) > Math.max(3, 0.03 * expected.get(id))) {
                        wrong.add(id + ": " + seconds + ", expected " + expected.get(id));
                    }
                }
            }
        }
        assertThat(compared).isGreaterThan(50);
        assertThat(wrong).as("of %d trips", compared).hasSizeLessThanOrEqualTo(compared / 50);
    }

    @Test
    void aHarderCycleHasMoreEventPoints() throws IOException {
        int highway = points("hwfet");
        int town = points("udds");
        int aggressive = points("us06");

        assertThat(highway).isLessThanOrEqualTo(town);
        assertThat(town).isLessThan(aggressive);
    }

    private static int points(String cycle) throws IOException {
        Path file = RealTraces.data().resolve("CYCLES/" + cycle + ".csv.gz");
        JsonNode features = analyse("--vehicle-class", "van", file).findPath("features");
        return features.path("acceleration_points").asInt()
                + features.path("braking_points").asInt();
    }

    /** 5 s sampling: accelerations cannot be seen, so there are no events; all else is scored. */
    @Test
    void slowSamplingIsScoredAndNotRanked() throws IOException {
        JsonNode vehicle = analyse(RealTraces.files("ENVIROCAR").toArray())
                .path("vehicles")
                .path(0);

        assertThat(vehicle.path("trips").findValuesAsText("sampling_class")).containsOnly("C");
        assertThat(vehicle.path("features").path("acceleration_points").isNull())
                .isTrue();
        assertThat(vehicle.path("features").path("rpa5_mps2").asDouble()).isPositive();
        assertThat(vehicle.path("marks").path("acceleration").isNumber()).isTrue();
        assertThat(vehicle.path("marks").path("deceleration").isNumber()).isTrue();
        assertThat(vehicle.path("marks").path("ranked").asBoolean()).isFalse();
        assertThat(vehicle.path("marks").path("why_not").toString())
                .contains("sampling too slow to see events: 0 % of the kilometres in class A");
    }

    @Test
    void fourImpossibleFixesAreDroppedAndNamed() throws IOException {
        JsonNode vehicle = analyse(RealTraces.data().resolve("RSK_TWIZY/T1.csv.gz"))
                .path("vehicles")
                .path(0);

        assertThat(vehicle.path("fixes").path("dropped").asInt()).isEqualTo(4);
        assertThat(vehicle.path("notes")).anySatisfy(note -> {
            assertThat(note.path("kind").asText()).isEqualTo("impossible-position");
            assertThat(note.path("count").asInt()).isEqualTo(4);
        });
    }

    /** The figures were made by others, over the seven files as one fleet. */
    @Test
    void launchesAndBrakingsAreAsFarFromTheFleetsAsAnIndependentReadingSays() throws IOException {
        Map<String, JsonNode> relative = new HashMap<>();
        JsonNode report = analyse(Stream.concat(Stream.of("--method", "relative"), RealTraces.files("CMAP").stream())
                .toArray());
        report.path("vehicles")
                .forEach(vehicle -> relative.put(vehicle.path("vehicle_id").asText(), vehicle.path("relative")));
        List<NamedCsvRecord> rows = RealTraces.rows("expected/CMAP_relative.csv");

        assertThat(rows).hasSize(7);
        for (NamedCsvRecord row : rows) {
            JsonNode found = relative.get(row.getField("file").replace("cmap", "CMAP"));
            assertCurves(found.path("acceleration"), row, "launch");
            assertCurves(found.path("deceleration"), row, "braking");
        }
    }

    private static void assertCurves(JsonNode found, NamedCsvRecord row, String kind) {
        int curves = (int) number(row, kind + "_curves");
        assertThat(found.path("curves").asInt()).as("%s", row).isEqualTo(curves);
        assertThat(found.path("mark").isNumber()).as("%s", row).isEqualTo(curves >= 3);
        if (curves > 0) {
            assertThat(found.path("raw").asDouble()).as("%s", row).isCloseTo(number(row, kind + "_raw"), within(1e-5));
        } else {
            assertThat(found.path("raw").isNull()).as("%s", row).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"NDSBR", "ENVIROCAR", "RSK_TWIZY", "CYCLES", "CMAP", "GOAL", "BAREFOOT"})
    void everyRecordingGivesNumbersOrNothing(String set) throws IOException {
        Object[] files = RealTraces.files(set).toArray();
        for (String format : List.of("json", "text")) {
            Cli cli = run(Stream.concat(Stream.of("--format", format, "--method", "relative"), Stream.of(files))
                    .toArray());
            assertThat(cli.status()).isZero();
            assertThat(cli.err()).isEmpty();
            assertThat(cli.out()).doesNotContain("NaN").doesNotContain("Infinity");
        }
    }

    private static double number(NamedCsvRecord row, String column) {
        return Double.parseDouble(row.getField(column));
    }

    private static JsonNode analyse(Object... args) throws IOException {
        Cli cli = run(args);
        assertThat(cli.err()).isEmpty();
        assertThat(cli.status()).isZero();
        return new ObjectMapper().readTree(cli.out());
    }

    private static Cli run(Object... args) {
        return Cli.analyse(TestRules::delivered, args);
    }
}
