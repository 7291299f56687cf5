package org.optimizer.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.optimizer.model.IsoWeek;

class RecordingsTest {
    private static final String HEADER =
            "vehicle_id,trip_id,timestamp_utc_iso,lat,lon,speed_mps,accuracy_m,bearing,altitude_m\n";
    private static final Path SHARED =
            Path.of(System.getProperty("optimizer.shared", "../shared")).resolve("data");
    private static final String MONDAY = "2026-11-16T00:00:00Z";

    @TempDir
    private Path folder;

    private final MovableClock clock = new MovableClock("2026-11-23T06:00:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"NDSBR", "RSK_TWIZY", "ENVIROCAR"})
    void aRealRecordingComesBackExactlyAsItIsInTheFile(String name) throws IOException {
        Path data = SHARED.resolve(name);
        boolean isThere = Files.isDirectory(data);
        assertThat(isThere || !"true".equals(System.getenv("CI")))
                .as("recordings in %s", data.toAbsolutePath())
                .isTrue();
        Assumptions.assumeTrue(isThere, "skipped: no recordings in " + data.toAbsolutePath());

        Map<String, List<String[]>> trips = trips(data);
        List<String> days = trips.values().stream()
                .flatMap(List::stream)
                .map(row -> row[2].substring(0, 10))
                .distinct()
                .sorted()
                .toList();
        try (Provider provider = Provider.replay(data, "2026-W47", clock)) {
            assertThat(provider.data("/vehicles?limit=100")).hasSize(1);
            List<JsonNode> tracks = tracks(provider);
            assertThat(tracks).hasSameSizeAs(trips.keySet());
            int track = 0;
            for (List<String[]> rows : trips.values()) {
                assertSame(rows, days, points(provider, tracks.get(track++)));
            }
        }
    }

    @Test
    void theEighthDayIsLeftOut() throws IOException {
        StringBuilder rows = new StringBuilder(HEADER);
        for (int day = 1; day <= 8; day++) {
            rows.append("V,trip")
                    .append(day)
                    .append(",2020-03-")
                    .append(10 + 2 * day)
                    .append("T08:00:00.250Z,1,2,3,,,\n");
        }
        write("v.csv", rows.toString());
        List<JsonNode> tracks = servedTracks();
        assertThat(tracks).hasSize(7);
        assertThat(tracks.get(0).get("startTime").asLong())
                .isEqualTo(Instant.parse("2026-11-16T08:00:00.250Z").toEpochMilli());
        assertThat(tracks.get(6).get("startTime").asLong())
                .isEqualTo(Instant.parse("2026-11-22T08:00:00.250Z").toEpochMilli());
    }

    @Test
    void rowsWithoutATripAreOneTrackADay() throws IOException {
        write(
                "v.csv",
                HEADER + "V,,2020-03-01T08:00:00Z,1,2,3,,,\nV,,2020-03-02T08:00:00Z,1,2,3,,,\n"
                        + "V,,2020-03-01T09:00:00Z,1,2,3,,,\n");
        List<JsonNode> tracks = servedTracks();
        assertThat(tracks).hasSize(2);
        assertThat(tracks.get(0).get("totalTime").asLong()).isEqualTo(3_600_000);
    }

    @Test
    void columnsAreFoundByNameAndFilesOfOtherColumnsAreLeftOut() throws IOException {
        write("a.csv", "speed_mps,lon,lat,timestamp_utc_iso,vehicle_id\n4.5,2,1,2020-03-01T08:00:00Z,V\n");
        write("extras.csv", "vehicle_id,trip_id,timestamp_utc_iso,rpm\nW,,2020-03-01T08:00:00Z,900\n");
        assertThat(Recordings.read(folder, IsoWeek.parse("2026-W47")).vehicleNames())
                .containsExactly("V");
    }

    @Test
    void impossibleAbsentAndDoubleValuesAreServedAsRecorded() throws IOException {
        write(
                "v.csv",
                HEADER + "V,t,2020-03-01T08:00:00Z,0,1555.1234567,0.045,,0,\n"
                        + "V,t,2020-03-01T08:00:00Z,,,,,,-12.5\nV,t,2020-03-01T07:59:00Z,-0.0000001,-6.5,27.778,4.25,,\n");
        try (Provider provider = Provider.replay(folder, "2026-W47", clock)) {
            long id = tracks(provider).get(0).get("id").asLong();
            String body =
                    provider.traces(provider.token(), "/trackpoints/" + id).body();
            long first = Instant.parse("2026-11-16T08:00:00Z").toEpochMilli();
            assertThat(body)
                    .contains("\"time\":" + first + ",\"latitude\":0,\"longitude\":1555.1234567,\"speed\":0.162,"
                            + "\"source\":\"GPS\",\"bearing\":0}")
                    .contains("\"time\":" + first + ",\"source\":\"GPS\",\"altitude\":-12.5}")
                    .contains("\"time\":" + (first - 60_000) + ",\"latitude\":-0.0000001,\"longitude\":-6.5,"
                            + "\"speed\":100.0008,\"source\":\"GPS\",\"accuracy\":4.25}");
        }
    }

    @Test
    void recordingsAreServedBesideTheDemoFleet() throws IOException {
        write("v.csv", HEADER + "V,t,2020-03-01T08:00:00Z,1,2,3,,,\n");
        try (Provider provider = Provider.demoAndReplay(folder, "2026-W47", clock)) {
            assertThat(provider.data("/vehicles?limit=100")).hasSize(13);
            assertThat(provider.data("/vehicles?limit=100").get(12).get("name").asText())
                    .isEqualTo("V");
            assertThat(tracks(provider)).hasSize(60);
        }
    }

    @Test
    void aTrackThatIsStillToComeIsNotListed() throws IOException {
        write("v.csv", HEADER + "V,t,2020-03-01T08:00:00Z,1,2,3,,,\n");
        try (Provider provider = Provider.replay(folder, "2026-W48", clock)) {
            assertThat(provider.data("/tracks?limit=1000")).isEmpty();
            clock.move(Duration.ofMinutes(130));
            assertThat(provider.data("/tracks?limit=1000")).hasSize(1);
        }
    }

    @Test
    void aBadValueIsNamedWithFileAndLine() throws IOException {
        write("v.csv", HEADER + "V,t,2020-03-01T08:00:00Z,1,2,fast,,,\n");
        assertThatThrownBy(() -> Recordings.read(folder, IsoWeek.parse("2026-W47")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("v.csv line 2")
                .hasMessageContaining("speed_mps is \"fast\"");
    }

    @Test
    void aFolderWithoutRecordingsIsRefused() {
        assertThatThrownBy(() -> Recordings.read(folder, IsoWeek.parse("2026-W47")))
                .hasMessageContaining("no file has the columns");
        assertThatThrownBy(() -> Recordings.read(folder.resolve("none"), IsoWeek.parse("2026-W47")))
                .hasMessageContaining("expected a folder");
    }

    private List<JsonNode> servedTracks() {
        try (Provider provider = Provider.replay(folder, "2026-W47", clock)) {
            return tracks(provider);
        }
    }

    private static List<JsonNode> tracks(Provider provider) {
        long from = Instant.parse(MONDAY).getEpochSecond();
        List<JsonNode> tracks = new ArrayList<>();
        provider.data("/tracks?startTime=" + from + "&endTime=" + (from + 7 * 86_400 - 1) + "&limit=1000&omitPage=true")
                .forEach(tracks::add);
        tracks.sort(Comparator.comparingLong(track -> track.get("id").asLong()));
        return tracks;
    }

    private static JsonNode points(Provider provider, JsonNode track) {
        return provider.data("/trackpoints/" + track.get("id").asLong() + "?limit=86400&omitPage=true");
    }

    private static void assertSame(List<String[]> rows, List<String> days, JsonNode points) {
        assertThat(points).hasSameSizeAs(rows);
        for (int i = 0; i < rows.size(); i++) {
            String[] row = rows.get(i);
            JsonNode point = points.get(i);
            assertThat(point.get("time").asLong()).isEqualTo(moved(row[2], days));
            assertSameNumber(row[3], point.get("latitude"), BigDecimal.ONE);
            assertSameNumber(row[4], point.get("longitude"), BigDecimal.ONE);
            assertSameNumber(row[5], point.get("speed"), new BigDecimal("3.6"));
            assertSameNumber(row[6], point.get("accuracy"), BigDecimal.ONE);
            assertSameNumber(row[7], point.get("bearing"), BigDecimal.ONE);
            assertSameNumber(row[8], point.get("altitude"), BigDecimal.ONE);
        }
    }

    private static void assertSameNumber(String recorded, JsonNode served, BigDecimal factor) {
        if (recorded.isEmpty()) {
            assertThat(served).isNull();
        } else {
            assertThat(served.decimalValue()).isEqualByComparingTo(new BigDecimal(recorded).multiply(factor));
        }
    }

    private static long moved(String time, List<String> days) {
        long midnight = Instant.parse(MONDAY)
                .plusSeconds(86_400L * days.indexOf(time.substring(0, 10)))
                .toEpochMilli();
        return midnight + Math.floorMod(Instant.parse(time).toEpochMilli(), 86_400_000L);
    }

    /** Trips in the order in which the files, by name, tell of them. */
    private static Map<String, List<String[]>> trips(Path data) throws IOException {
        Map<String, List<String[]>> trips = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(data)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".csv.gz"))
                    .sorted()
                    .toList()) {
                read(file, trips);
            }
        }
        return trips;
    }

    private static void read(Path file, Map<String, List<String[]>> trips) throws IOException {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            reader.lines().skip(1).map(line -> line.split(",", -1)).forEach(row -> trips.computeIfAbsent(
                            row[1], id -> new ArrayList<>())
                    .add(row));
        }
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
