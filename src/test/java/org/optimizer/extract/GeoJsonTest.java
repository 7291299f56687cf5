package org.optimizer.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.optimizer.model.Zone;
import org.optimizer.standin.DemoFleet;

class GeoJsonTest {
    private static final String SQUARE =
            "{\"type\":\"Polygon\",\"coordinates\":[[[2.1,48.1],[2.2,48.1],[2.2,48.2],[2.1,48.1]]]}";

    @Test
    void whatIsWrittenIsReadAsItWas() {
        List<Zone> zones = List.of(
                new Zone(
                        "q1-z1",
                        "q1",
                        "Fosse \"Nord\", n° 3",
                        "load",
                        "{\"type\":\"Point\",\"coordinates\":[2.123456789012345,-48.1]}",
                        OptionalDouble.of(45.5),
                        -3,
                        OptionalDouble.of(0)),
                new Zone("q1-z2", "q1", "Dépôt", "depot", SQUARE, OptionalDouble.empty(), 0, OptionalDouble.empty()),
                new Zone(
                        "q1-z3",
                        "q1",
                        "Piste",
                        "cruise",
                        "{\"type\":\"MultiPolygon\",\"coordinates\":[[[[179.9,0],[180,0],[180,1],[179.9,0]]],"
                                + "[[[-180,0],[-179.9,0],[-180,1],[-180,0]]]]}",
                        OptionalDouble.empty(),
                        1,
                        OptionalDouble.empty()));

        assertThat(read(GeoJson.write(zones), "q1")).isEqualTo(zones);
        assertThat(read(GeoJson.write(List.of()), "q1")).isEmpty();
        List<Zone> demo = new DemoFleet().zones();
        assertThat(read(GeoJson.write(demo), demo.get(0).siteId())).isEqualTo(demo);
    }

    @Test
    void idsAreThoseOfTheFeaturesWithinTheSite() {
        String features =
                feature("", SQUARE) + "," + feature("\"id\":7,", SQUARE) + "," + feature("\"id\":\"q1-a\",", SQUARE);

        assertThat(read(collection(features), "q1")).extracting(Zone::id).containsExactly("q1-1", "q1-7", "q1-a");
    }

    @Test
    void twoFeaturesOfOneIdAreRefused() {
        String features = feature("\"id\":\"a\",", SQUARE) + ",\n" + feature("\"id\":\"a\",", SQUARE);

        assertThatThrownBy(() -> read(collection(features), "q1"))
                .isInstanceOf(GeoJsonException.class)
                .hasMessage("zones.geojson:3: features[1].id: expected one that no other feature has, found \"a\"");
    }

    @Test
    void whatTheDatabaseCannotHoldIsRefusedWithItsLine() {
        String features = feature("", SQUARE).replace("\"pit\"", "\"" + "p".repeat(201) + "\"");

        assertThatThrownBy(() -> read(collection(features), "q1"))
                .hasMessage("zones.geojson:2: features[0].properties.name: expected at most 200 characters, found 201");
    }

    @Test
    void aNumberThatNoDatabaseHoldsIsRefused() {
        String circle = feature("", "{\"type\":\"Point\",\"coordinates\":[2,48]}")
                .replace("\"type\":\"load\"", "\"type\":\"load\",\"radius_m\":1e999");
        String dwell = feature("", SQUARE).replace("\"type\":\"load\"", "\"type\":\"load\",\"min_dwell_s\":1e999");

        assertThatThrownBy(() -> read(collection(circle), "q1"))
                .hasMessageContaining("features[0].properties.radius_m: expected metres above 0");
        assertThatThrownBy(() -> read(collection(dwell), "q1"))
                .hasMessageContaining("features[0].properties.min_dwell_s: expected seconds, 0 or more");
    }

    /** Otherwise its visits would count as loadings for the rules, and begin no cycle. */
    @Test
    void aTypeIsTheSameInCapitals() {
        String feature = feature("", SQUARE).replace("\"type\":\"load\"", "\"type\":\"Load \"");

        assertThat(read(collection(feature), "q1")).extracting(Zone::type).containsExactly("load");
    }

    @Test
    void aTextThatIsNoJsonIsSaidWithItsLine() {
        assertThatThrownBy(() -> read("{\n\"type\":", "q1"))
                .isInstanceOf(GeoJsonException.class)
                .hasMessageStartingWith("zones.geojson:2: not well-formed JSON: ");
    }

    private static List<Zone> read(String text, String siteId) {
        return GeoJson.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "zones.geojson", siteId);
    }

    private static String collection(String features) {
        return "{\"type\":\"FeatureCollection\",\"features\":[\n" + features + "]}";
    }

    private static String feature(String id, String geometry) {
        return "{\"type\":\"Feature\"," + id + "\"geometry\":" + geometry
                + ",\"properties\":{\"name\":\"pit\",\"type\":\"load\"}}";
    }
}
