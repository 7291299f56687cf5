package org.optimizer.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.optimizer.extract.files.TraceFile;
import org.optimizer.model.Trace;

class TraceFileTest {
    private static final String ROWS = """
            vehicle_id,trip_id,timestamp_utc_iso,lat,lon,speed_mps,accuracy_m,bearing,altitude_m
            v1,t1,2026-11-16T08:00:00Z,48.1,2.1,12.5,4,90.5,101
            v1,t1,2026-11-16T08:00:01Z,48.2,2.2,,,,
            """;

    @TempDir
    Path folder;

    private final Recordings recordings = new Recordings();

    @Test
    void everyColumnIsReadAndEmptyIsNotRecorded() throws IOException {
        read("a.csv", ROWS);

        Trace trace = trace("v1");
        assertThat(trace.tracks()).containsExactly("t1");
        assertThat(trace.at(0)).hasToString("2026-11-16T08:00:00Z");
        assertThat(trace.latitudeDeg(0)).isEqualTo(48.1);
        assertThat(trace.longitudeDeg(0)).isEqualTo(2.1);
        assertThat(trace.speedMmps()).containsExactly(12500, Trace.ABSENT);
        assertThat(trace.accuracyMm()).containsExactly(4000, Trace.ABSENT);
        assertThat(trace.bearingCdeg()).containsExactly(9050, Trace.ABSENT);
        assertThat(trace.altitudeMm()).containsExactly(101000, Trace.ABSENT);
    }

    @Test
    void columnsAreFoundByNameInAnyOrderAfterAByteOrderMark() throws IOException {
        read(
                "a.csv",
                "\uFEFFspeed_kmh,Lon,colour,lat,timestamp_utc_iso,vehicle_id\r\n"
                        + "36,2.1,red,48.1,2026-11-16T09:00:00.250+01:00,\"v,1\"\r\n");

        Trace trace = trace("v,1");
        assertThat(trace.at(0)).hasToString("2026-11-16T08:00:00.250Z");
        assertThat(trace.speedMmps()).containsExactly(10_000);
        assertThat(trace.latitudeDeg(0)).isEqualTo(48.1);
        assertThat(trace.longitudeDeg(0)).isEqualTo(2.1);
    }

    @Test
    void metresPerSecondWinOverKilometresPerHour() throws IOException {
        read("a.csv", """
                vehicle_id,timestamp_utc_iso,speed_mps,speed_kmh
                v1,2026-11-16T08:00:00Z,1,99
                v1,2026-11-16T08:00:01Z,,36
                """);

        assertThat(trace("v1").speedMmps()).containsExactly(1000, 10_000);
    }

    @Test
    void rowsMayComeInAnyOrderAndFilesOfOneVehicleAreOneRecording() throws IOException {
        String[] lines = ROWS.split("\n");
        read("a.csv", ROWS);
        Trace inOrder = trace("v1");
        Recordings apart = new Recordings();
        read("b.csv", lines[0] + "\n" + lines[2] + "\n", apart);
        read("c.csv", lines[0] + "\n" + lines[1] + "\n", apart);

        assertThat(apart.byVehicle().get("v1").trace())
                .usingRecursiveComparison()
                .isEqualTo(inOrder);
    }

    @Test
    void twoVehiclesInOneFileAreTwoRecordings() throws IOException {
        read("a.csv", ROWS + "v0,t9,2026-11-16T08:00:01Z,48.2,2.2,,,,\n");

        assertThat(recordings.byVehicle()).containsOnlyKeys("v0", "v1");
    }

    @Test
    void gzipIsToldByItsContentWhateverTheName() throws IOException {
        Path file = folder.resolve("packed.csv");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(ROWS.getBytes(StandardCharsets.UTF_8));
        }
        read(file, Optional.empty(), recordings);

        assertThat(trace("v1").size()).isEqualTo(2);
    }

    @Test
    void aFileWithoutVehicleTakesTheOneOfTheCommandLine() throws IOException {
        Path file = Files.writeString(
                folder.resolve("a.csv"), "timestamp_utc_iso,speed_mps\n2026-11-16 08:00:00+00:00,1\n");
        read(file, Optional.of("truck"), recordings);

        assertThat(trace("truck").at(0)).hasToString("2026-11-16T08:00:00Z");
    }

    @Test
    void gpxGivesTracksWithSpeedWhereverARecorderPutsIt() throws IOException {
        read("truck 7.gpx", """
                <?xml version="1.0" encoding="UTF-8"?>
                <gpx version="1.1" creator="x" xmlns="http://www.topografix.com/GPX/1/1"
                     xmlns:tpx="http://www.garmin.com/xmlschemas/TrackPointExtension/v2">
                  <metadata><name>not a track</name><time>2020-01-01T00:00:00Z</time></metadata>
                  <wpt lat="1" lon="1"><time>2020-01-01T00:00:00Z</time></wpt>
                  <trk><name>Morning</name><trkseg>
                    <trkpt lat="48.1" lon="2.1"><ele>101.5</ele><time>2026-11-16T08:00:00Z</time>
                      <extensions><tpx:TrackPointExtension><tpx:speed>12.5</tpx:speed><tpx:course>90</tpx:course>
                      </tpx:TrackPointExtension></extensions></trkpt>
                    <trkpt lat="48.2" lon="2.2"><time>2026-11-16T08:00:01Z</time></trkpt>
                  </trkseg></trk>
                  <trk><trkseg><trkpt lat="48.3" lon="2.3"><time>2026-11-16T09:00:00Z</time><speed>1</speed></trkpt>
                  </trkseg></trk>
                </gpx>
                """);

        Trace trace = trace("truck 7");
        assertThat(trace.size()).isEqualTo(3);
        assertThat(trace.tracks()).containsExactly("Morning", "");
        assertThat(trace.speedMmps()).containsExactly(12_500, Trace.ABSENT, 1000);
        assertThat(trace.bearingCdeg()).containsExactly(9000, Trace.ABSENT, Trace.ABSENT);
        assertThat(trace.altitudeMm()).containsExactly(101_500, Trace.ABSENT, Trace.ABSENT);
        assertThat(trace.latitudeDeg(2)).isCloseTo(48.3, within(1e-7));
    }

    @Test
    void trackpointsComeInKilometresPerHourAndEpochMilliseconds() throws IOException {
        read("sensor12.json", """
                {"page":0,"data":[
                 {"id":990000001,"time":1795413600000,"latitude":48.85661,"longitude":2.35222,"speed":0.0,"source":"GPS",
                  "altitude":35.0,"bearing":null,"accuracy":6.0},
                 {"id":990000002,"time":1795413601250,"latitude":48.85663,"longitude":2.35229,"speed":36,"tags":["a"]}]}
                """);

        Trace trace = trace("sensor12");
        assertThat(trace.at(1).toEpochMilli()).isEqualTo(1_795_413_601_250L);
        assertThat(trace.speedMmps()).containsExactly(0, 10_000);
        assertThat(trace.accuracyMm()).containsExactly(6000, Trace.ABSENT);
        assertThat(trace.bearingCdeg()).isNull();
    }

    @Test
    void aMockFixIsSaidInOneOfThreeWaysAndEmptyIsNone() throws IOException {
        StringBuilder rows = new StringBuilder("vehicle_id,timestamp_utc_iso,speed_mps,mock\n");
        String[] said = {"true", "1", "Yes", "false", "0", "NO", ""};
        for (int second = 0; second < said.length; second++) {
            rows.append("v1,2026-11-16T08:00:0" + second + "Z,1," + said[second] + "\n");
        }
        read("a.csv", rows.toString());

        assertThat(trace("v1").mock()).containsExactly(1, 1, 1, 0, 0, 0, 0);
    }

    @Test
    void trackpointsMaySayThatTheyAreMock() throws IOException {
        read("sensor12.json", """
                {"data":[{"time":1795413600000,"speed":1,"mock":true},{"time":1795413601000,"speed":1},
                 {"time":1795413602000,"speed":1,"mock":null},{"time":1795413603000,"speed":1,"mock":false}]}
                """);

        assertThat(trace("sensor12").mock()).containsExactly(1, 0, 0, 0);
    }

    @Test
    void rowsOfOneInstantAreCounted() throws IOException {
        read("a.csv", ROWS + "v1,t1,2026-11-16T08:00:01Z,48.2,2.2,,,,\n".repeat(2));

        Recording recording = recordings.of("v1");
        assertThat(recording.rows()).isEqualTo(4);
        assertThat(recording.trace().size()).isEqualTo(2);
        assertThat(recording.repeatedInstants()).hasValueSatisfying(note -> {
            assertThat(note.kind()).isEqualTo("repeated-instant");
            assertThat(note.count()).isEqualTo(2);
            assertThat(note.firstAt()).hasToString("2026-11-16T08:00:01Z");
        });
    }

    private void read(String name, String content) throws IOException {
        read(name, content, recordings);
    }

    private void read(String name, String content, Recordings into) throws IOException {
        read(Files.writeString(folder.resolve(name), content), Optional.empty(), into);
    }

    private static void read(Path file, Optional<String> vehicle, Recordings into) {
        new TraceFile(file, vehicle).readInto(id -> Optional.of(into.of(id)), in -> in);
    }

    private Trace trace(String vehicleId) {
        return recordings.of(vehicleId).trace();
    }
}
