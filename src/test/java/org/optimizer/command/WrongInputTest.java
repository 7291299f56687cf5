package org.optimizer.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.optimizer.model.Rulebook;
import org.optimizer.rules.RulesException;

/** Whatever is wrong is said in one line with file and line, and nothing is printed as if it were a result. */
class WrongInputTest {
    private static final String HEADER = "vehicle_id,trip_id,timestamp_utc_iso,lat,lon,speed_mps\n";
    private static final String GOOD = "v1,t1,2026-11-16T08:00:00Z,48.1,2.1,0\n";
    private static final String GPX =
            "<?xml version=\"1.0\"?>\n<gpx version=\"1.1\" xmlns=\"http://www.topografix.com/GPX/1/1\">\n";

    @TempDir
    Path folder;

    static Stream<Arguments> brokenFiles() {
        return Stream.of(
                arguments("a.csv", "", "1: the file is empty: expected CSV with a header, GPX 1.1 or MyCarTracks JSON"),
                arguments(
                        "a.csv",
                        "\n\n",
                        "1: expected a header such as vehicle_id,trip_id,timestamp_utc_iso,lat,lon,speed_mps"),
                arguments(
                        "a.csv",
                        "vehicle_id,lat,lon\nv1,1,2\n",
                        "1: expected a column timestamp_utc_iso, found \"vehicle_id,lat,lon\""),
                arguments(
                        "a.csv",
                        "timestamp_utc_iso,lat,lon\n2026-11-16T08:00:00Z,1,2\n",
                        "1: expected a column vehicle_id (or name the vehicle with --vehicle), found"
                                + " \"timestamp_utc_iso,lat,lon\""),
                arguments(
                        "a.csv",
                        "vehicle_id,timestamp_utc_iso,lat\nv1,2026-11-16T08:00:00Z,1\n",
                        "1: expected columns lat and lon, or speed_mps or speed_kmh, found"
                                + " \"vehicle_id,timestamp_utc_iso,lat\""),
                arguments(
                        "a.csv",
                        "vehicle_id,timestamp_utc_iso,speed_mps,speed_mps\nv1,2026-11-16T08:00:00Z,1,1\n",
                        "1: column speed_mps is there twice"),
                arguments(
                        "semicolons.csv",
                        "vehicle_id;timestamp_utc_iso;speed_mps\nv1;2026-11-16T08:00:00Z;1\n",
                        "1: expected a column timestamp_utc_iso, found \"vehicle_id;timestamp_utc_iso;speed_mps\""),
                arguments(
                        "a.csv",
                        HEADER + GOOD + "v1,t1,2026-11-16T08:00:01,48.1,2.1,0\n",
                        "3: column timestamp_utc_iso: expected an instant with Z or an offset, such as"
                                + " 2026-11-16T08:00:00Z, found \"2026-11-16T08:00:01\", which names no time zone"),
                arguments(
                        "a.csv",
                        HEADER + GOOD + "v1,t1,yesterday,48.1,2.1,0\n",
                        "3: column timestamp_utc_iso: expected an instant with Z or an offset, such as"
                                + " 2026-11-16T08:00:00Z, found \"yesterday\""),
                arguments(
                        "a.csv",
                        HEADER + "v1,t1,2026-02-30T08:00:01Z,48.1,2.1,0\n",
                        "2: column timestamp_utc_iso: expected an instant with Z or an offset, such as"
                                + " 2026-11-16T08:00:00Z, found \"2026-02-30T08:00:01Z\""),
                arguments(
                        "a.csv",
                        HEADER + "v1,t1,,48.1,2.1,0\n",
                        "2: column timestamp_utc_iso: expected an instant with Z or an offset, such as"
                                + " 2026-11-16T08:00:00Z, found \"\""),
                arguments(
                        "a.csv",
                        HEADER + GOOD + GOOD + "v1,t1,2026-11-16T08:00:02Z,48.1,2.1,fast\n",
                        "4: column speed_mps: expected a number such as 12.5, or nothing, found \"fast\""),
                arguments(
                        "a.csv",
                        HEADER + "v1,t1,2026-11-16T08:00:02Z,48.1,NaN,3\n",
                        "2: column lon: expected a number such as 12.5, or nothing, found \"NaN\""),
                arguments(
                        "a.csv",
                        HEADER + "v1,t1,2026-11-16T08:00:02Z,1e999,2,3\n",
                        "2: column lat: expected a number such as 12.5, or nothing, found \"1e999\""),
                arguments(
                        "a.csv",
                        "vehicle_id,timestamp_utc_iso,speed_mps,mock\nv1,2026-11-16T08:00:00Z,1,perhaps\n",
                        "2: column mock: expected true, false, or nothing, found \"perhaps\""),
                arguments(
                        "a.csv",
                        HEADER + GOOD + "v1,t1,2026-11-16T08:0",
                        "3: expected 6 columns as in the header, found 3"),
                arguments(
                        "a.csv",
                        HEADER + " ,t1,2026-11-16T08:00:02Z,1,2,3\n",
                        "2: column vehicle_id: expected a name, found nothing (or use --vehicle)"),
                arguments("a.csv", HEADER, "1: the file has a header and no row"),
                arguments(
                        "a.gpx",
                        GPX + "<trk><trkseg>\n<trkpt lat=\"1\" lon=\"2\"><ele>3</ele></trkpt>\n</trkseg></trk></gpx>",
                        "4: trkpt: expected a time element, found none"),
                arguments(
                        "a.gpx",
                        GPX + "<trk><trkseg>\n<trkpt lat=\"1\">\n<time>2026-11-16T08:00:00Z</time></trkpt>",
                        "4: trkpt: expected an attribute lon in degrees, found none"),
                arguments(
                        "a.gpx",
                        GPX + "<trk><trkseg>\n<trkpt lat=\"1\" lon=\"2\">\n<time>2026-11-16T08:00:00</time></trkpt>",
                        "5: time: expected an instant with Z or an offset, such as 2026-11-16T08:00:00Z, found"
                                + " \"2026-11-16T08:00:00\", which names no time zone"),
                arguments(
                        "a.gpx",
                        GPX + "<wpt lat=\"1\" lon=\"2\"/></gpx>",
                        "3: expected track points (trk/trkseg/trkpt), found none"),
                arguments("a.gpx", "<kml>\n</kml>", "1: expected a gpx element, found \"kml\""),
                arguments(
                        "a.json",
                        "{\"data\":[\n{\"latitude\":1,\"longitude\":2}]}",
                        "2: data[0]: expected a field time in epoch milliseconds, found none"),
                arguments(
                        "a.json",
                        "{\"data\":[\n{\"time\":1795413600000,\"latitude\":\"north\"}]}",
                        "2: data[0].latitude: expected a number, found \"north\""),
                arguments(
                        "a.json",
                        "{\"data\":[\n{\"time\":1795413600000,\"mock\":\"perhaps\"}]}",
                        "2: data[0].mock: expected true or false, found \"perhaps\""),
                arguments(
                        "a.json",
                        "{\"data\":[{\"time\":\"2026-11-16T08:00:00Z\"}]}",
                        "1: data[0].time: expected whole epoch milliseconds, found \"2026-11-16T08:00:00Z\""),
                arguments(
                        "a.json",
                        "{\"data\":[{\"time\":17954136000000000}]}",
                        "1: data[0].time: expected an instant of the years 0 to 9999, found \"17954136000000000\""),
                arguments("a.json", "{\"data\":[7]}", "1: data[0]: expected a point {\"time\":…}, found \"7\""),
                arguments(
                        "a.json",
                        "{\"error\":\"invalid_token\"}",
                        "1: expected a trackpoints answer {\"data\":[…]}, found JSON without an array data"),
                arguments("a.json", "{\"data\":[]}", "1: the answer has no point"));
    }

    @ParameterizedTest
    @MethodSource("brokenFiles")
    void aBrokenFileIsSaidWithItsLine(String name, String content, String message) throws IOException {
        Path file = Files.writeString(folder.resolve(name), content);

        assertRefused(analyse(file), file + ":" + message);
    }

    static Stream<Arguments> malformedFiles() {
        return Stream.of(
                arguments(
                        "a.csv", HEADER + GOOD + "\"v1\"x,t1,2026-11-16T08:00:01Z,1,2,3\n", 2, "not well-formed CSV "),
                arguments("a.json", "{\"data\":[\n{\"time\":1795413600000,\n", 3, "not well-formed JSON: "),
                arguments("a.json", "{\"data\":[\n{\"time\":17954136x}]}", 2, "not well-formed JSON: "),
                arguments("a.gpx", GPX + "<trk><trkseg>\n<trkpt lat=\"1\" lon=\"2\">", 4, "not well-formed XML: "),
                arguments("a.gpx", GPX + "<trk>\n</gpx>", 4, "not well-formed XML: "),
                arguments(
                        "a.gpx",
                        "<!DOCTYPE gpx [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>\n<gpx><trk><name>&x;</name></trk></gpx>",
                        2,
                        "not well-formed XML: "));
    }

    /** The parsers' own words follow. */
    @ParameterizedTest
    @MethodSource("malformedFiles")
    void aMalformedFileIsSaidWithItsLine(String name, String content, int line, String message) throws IOException {
        Path file = Files.writeString(folder.resolve(name), content);
        Cli cli = analyse(file);

        assertThat(cli.err()).startsWith(file + ":" + line + ": " + message);
        assertRefused(cli, cli.err().strip());
    }

    @Test
    void whatIsNoFileIsSaid() throws IOException {
        Path nowhere = folder.resolve("nowhere.csv");
        assertRefused(analyse(folder), folder + ":0: expected a trace file, found a directory");
        assertRefused(analyse(nowhere), nowhere + ":0: there is no such file");
    }

    @Test
    void whatIsNoTextIsSaid() throws IOException {
        Path junk = Files.write(folder.resolve("junk.csv"), new byte[] {'P', 'K', 3, 4, 0, (byte) 0xff});
        Path wide = Files.write(folder.resolve("wide.csv"), (HEADER + GOOD).getBytes(StandardCharsets.UTF_16));
        String message = ":1: not a text file: expected CSV, GPX or JSON in UTF-8, plain or packed with gzip";
        assertRefused(analyse(junk), junk + message);
        assertRefused(analyse(wide), wide + message);
    }

    @Test
    void whatIsNotUtf8IsSaid() throws IOException {
        String text = HEADER + "camión,t1,2026-11-16T08:00:00Z,48.1,2.1,0\n";
        Path latin = Files.write(folder.resolve("latin.csv"), text.getBytes(StandardCharsets.ISO_8859_1));
        assertRefused(analyse(latin), latin + ":1: expected text in UTF-8, found other bytes after this line");
    }

    @Test
    void whatIsNoGzipIsSaid() throws IOException {
        Path plain = Files.writeString(folder.resolve("plain.csv.gz"), HEADER + GOOD);
        assertRefused(
                analyse(plain),
                plain + ":0: not a gzip file, though its name ends in .gz: unpack it, or name it after what it is");
    }

    static Stream<String> longFiles() {
        String point = "<trkpt lat=\"48.1\" lon=\"2.1\"><time>2026-11-16T08:00:00Z</time></trkpt>\n";
        return Stream.of(
                HEADER + GOOD.repeat(500),
                GPX + "<trk><trkseg>\n" + point.repeat(500) + "</trkseg></trk></gpx>",
                "{\"data\":[" + "{\"time\":1795413600000,\"speed\":1},\n".repeat(500) + "{\"time\":1}]}");
    }

    @ParameterizedTest
    @MethodSource("longFiles")
    void aGzipFileThatIsCutOffIsSaid(String content) throws IOException {
        byte[] packed = packed(content);
        Path cut = Files.write(folder.resolve("cut.gz"), Arrays.copyOf(packed, packed.length - 10));
        Cli cli = analyse(cut);
        assertThat(cli.err()).matches("(?s).*cut\\.gz:\\d+: the gzip file is damaged or cut off after this line .*");
        assertRefused(cli, cli.err().strip());
    }

    @Test
    void oneBrokenFileAmongGoodOnesStopsAll() throws IOException {
        Path good = Files.writeString(folder.resolve("good.csv"), HEADER + GOOD);
        Path bad = Files.writeString(folder.resolve("bad.csv"), HEADER + "v1,t1,2026-11-16T08:00:00Z,x,2.1,0\n");
        assertRefused(
                analyse(good, bad), bad + ":2: column lat: expected a number such as 12.5, or nothing, found \"x\"");
    }

    @Test
    void aFolderOfRulesThatCannotBeUsedIsSaidInOneLine() throws IOException {
        Path good = Files.writeString(folder.resolve("good.csv"), HEADER + GOOD);
        Cli cli = Cli.analyse(
                rules -> {
                    throw new RulesException("rules/marks.table.csv:3: expected a number\nfound \"x\"");
                },
                good);
        assertRefused(cli, "rules/marks.table.csv:3: expected a number found \"x\"");
    }

    static Stream<Arguments> wrongUses() {
        return Stream.of(
                arguments(
                        "--vehicle-class=bus",
                        "Invalid value for option '--vehicle-class': vehicle class \"bus\": expected one of van, rigid,"
                                + " tipper, artic, dumper (see: analyse --help)"),
                arguments(
                        "--time-zone=Paris",
                        "Invalid value for option '--time-zone': expected a time zone such as Europe/Paris, found"
                                + " \"Paris\" (see: analyse --help)"),
                arguments(
                        "--method=best",
                        "Invalid value for option '--method': expected one of absolute, relative, found \"best\" (see:"
                                + " analyse --help)"),
                arguments(
                        "--format=xml",
                        "Invalid value for option '--format': expected one of json, text, found \"xml\" (see: analyse"
                                + " --help)"),
                arguments("--wheels=6", "Unknown option: '--wheels=6' (see: analyse --help)"));
    }

    @ParameterizedTest
    @MethodSource("wrongUses")
    void aWrongOptionIsSaidWithWhatIsExpected(String option, String message) {
        assertRefused(analyse(option, "x.csv"), message);
    }

    @Test
    void noFileAtAllIsSaid() {
        assertRefused(analyse(), "Missing required parameter: 'FILE' (see: analyse --help)");
    }

    static Stream<Arguments> brokenZones() {
        return Stream.of(
                arguments("[]", "1: expected a FeatureCollection, found other JSON"),
                arguments("{\"type\":\"Feature\"}", "1: expected {\"type\":\"FeatureCollection\",\"features\":[…]}"),
                arguments(
                        zone("{\"type\":\"LineString\",\"coordinates\":[]}", "\"name\":\"a\",\"type\":\"load\""),
                        "2: features[0].geometry.type: expected Polygon, MultiPolygon, or Point with"
                                + " properties.radius_m, found \"\"LineString\"\""),
                arguments(
                        zone("{\"type\":\"Point\",\"coordinates\":[2,48]}", "\"name\":\"a\",\"type\":\"load\""),
                        "2: features[0].properties.radius_m: expected metres above 0, found nothing"),
                arguments(
                        zone(
                                "{\"type\":\"Point\",\"coordinates\":[2,98]}",
                                "\"name\":\"a\",\"type\":\"b\",\"radius_m\":9"),
                        "2: features[0].geometry.coordinates: expected [longitude, latitude] in degrees, found"
                                + " \"[2,98]\""),
                arguments(
                        zone("{\"type\":\"Point\",\"coordinates\":[2,48]}", "\"type\":\"load\",\"radius_m\":9"),
                        "2: features[0].properties.name: expected a text, found nothing"),
                arguments(
                        zone(
                                "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[0,1],[0,0]]]}",
                                "\"name\":\"a\",\"type\":\"b\""),
                        "2: features[0].geometry.coordinates[0]: expected 4 positions or more, found 3"),
                arguments(
                        zone(
                                "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[0,1],[1,1],[1,0]]]}",
                                "\"name\":\"a\",\"type\":\"b\""),
                        "2: features[0].geometry.coordinates[0]: expected a closed ring, whose last position is its"
                                + " first"),
                arguments(
                        zone(
                                "{\"type\":\"Point\",\"coordinates\":[2,48]}",
                                "\"name\":\"a\",\"type\":\"b\",\"radius_m\":9,\"min_dwell_s\":-1"),
                        "2: features[0].properties.min_dwell_s: expected seconds, 0 or more, found \"-1\""),
                arguments(
                        zone(
                                "{\"type\":\"Point\",\"coordinates\":[2,48]}",
                                "\"name\":\"a\",\"type\":\"b\",\"radius_m\":9,\"priority\":1.5"),
                        "2: features[0].properties.priority: expected a whole number, found \"1.5\""));
    }

    private static String zone(String geometry, String properties) {
        return "{\"type\":\"FeatureCollection\",\"features\":[\n{\"type\":\"Feature\",\"geometry\":" + geometry
                + ",\"properties\":{" + properties + "}}]}";
    }

    @ParameterizedTest
    @MethodSource("brokenZones")
    void aBrokenZoneIsSaidWithItsLine(String content, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("zones.geojson"), content);

        assertRefused(analyse("--zones", file, "x.csv"), file + ":" + message);
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static Cli analyse(Object... args) {
        return Cli.analyse(rules -> (Rulebook) null, args);
    }

    private static void assertRefused(Cli cli, String message) {
        assertThat(cli.err()).isEqualTo(message + System.lineSeparator());
        assertThat(cli.out()).isEmpty();
        assertThat(cli.status()).isEqualTo(2);
    }
}
