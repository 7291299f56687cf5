package org.optimizer.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.optimizer.model.Zone;
import org.optimizer.transform.zones.ZoneMap;

class TraccarGeofencesTest {
    /** A hundredth of a degree wide and high near Lyon, with a hole in the middle. */
    private static final String PIT = "POLYGON((45.1 4.8, 45.1 4.81, 45.11 4.81, 45.11 4.8, 45.1 4.8),"
            + " (45.104 4.804, 45.104 4.806, 45.106 4.806, 45.106 4.804, 45.104 4.804))";

    @Test
    void aTruckInThePitIsInsideAndOneInItsHoleOrBesideItIsNot() {
        ZoneMap map = Zones.mapOf(read(geofence(7, "Fosse", PIT, "\"type\":\"load\"")));

        assertThat(map.at(45.102, 4.802))
                .hasValueSatisfying(fence -> assertThat(fence.name()).isEqualTo("Fosse"));
        assertThat(map.at(45.105, 4.805)).isEmpty();
        assertThat(map.at(45.112, 4.802)).isEmpty();
        assertThat(map.at(4.802, 45.102)).isEmpty();
    }

    /** A degree of latitude is 111.2 km. */
    @Test
    void aCircleReachesAsFarAsItsRadius() {
        List<Zone> zones = read(geofence(8, "Bascule", "CIRCLE (45.2 -4.9E-1, 50.5)", "\"type\":\"weighbridge\""));

        assertThat(zones.get(0).radiusM()).isEqualTo(OptionalDouble.of(50.5));
        assertThat(Zones.mapOf(zones).at(45.20044, -0.49)).isPresent();
        assertThat(Zones.mapOf(zones).at(45.20046, -0.49)).isEmpty();
    }

    @Test
    void aRingThatIsNotClosedIsClosed() {
        String open = "POLYGON ((45.1 4.8, 45.1 4.81, 45.11 4.81, 45.11 4.8))";

        assertThat(Zones.mapOf(read(geofence(7, "Fosse", open, ""))).at(45.105, 4.8001))
                .isPresent();
    }

    @Test
    void idsAndTypesAreThoseOfTheSite() {
        List<Zone> zones = read(
                geofence(7, "Fosse", PIT, "\"type\":\"load\""),
                geofence(9, "Cour", PIT, "\"type\":\"yard\""),
                geofence(10, "Quai", PIT, ""),
                "{\"id\":11,\"name\":\"Dépôt\",\"area\":\"" + PIT + "\"}");

        assertThat(zones).extracting(Zone::id).containsExactly("q1-7", "q1-9", "q1-10", "q1-11");
        assertThat(zones).extracting(Zone::siteId).containsOnly("q1");
        assertThat(zones).extracting(Zone::type).containsExactly("load", "other", "other", "other");
    }

    @Test
    void writtenAsGeoJsonItIsReadAgain() {
        List<Zone> zones = read(geofence(7, "Fosse", PIT, ""), geofence(8, "Bascule", "CIRCLE (45.2 4.9, 50)", ""));
        byte[] written = GeoJson.write(zones).getBytes(StandardCharsets.UTF_8);

        assertThat(GeoJson.read(new ByteArrayInputStream(written), "GeoJSON", "q1"))
                .isEqualTo(zones);
    }

    @Test
    void aCorridorIsRefusedByItsName() {
        String line = geofence(9, "Piste", "LINESTRING (45.1 4.8, 45.2 4.9)", "\"polylineDistance\":25");

        assertThatThrownBy(() -> read(geofence(7, "Fosse", PIT, ""), line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("geofences[1] \"Piste\".area: expected POLYGON ((latitude longitude, …)) or CIRCLE"
                        + " (latitude longitude, metres), found \"LINESTRING (45.1 4.8, 45.2 4.9)\";"
                        + " draw a corridor along a line as a polygon around it");
    }

    @Test
    void whatIsNoPlaceOnEarthIsRefusedByItsName() {
        assertRefused(geofence(7, "Fosse", PIT.replace("45.1 ", "145.1 "), ""), "\"Fosse\"", "in degrees, found");
        assertRefused(geofence(7, "Fosse", "CIRCLE (145 4.8, 50)", ""), "\"Fosse\"", "in degrees, found");
        assertRefused(geofence(7, "Fosse", "CIRCLE (45 4.8, 0)", ""), "\"Fosse\".area", "metres above 0");
        assertRefused(geofence(7, "Fosse", "POLYGON ((45 4.8, 46 4.8))", ""), "\"Fosse\".area", "around a place");
        assertRefused(geofence(7, "Fosse", "POLYGON EMPTY", ""), "\"Fosse\".area", "around a place");
        assertRefused(geofence(7, "Fosse", "POLYGON ((45", ""), "\"Fosse\".area", "not well-formed");
        assertRefused(
                geofence(7, "Fosse", "POLYGON (EMPTY, (1 1, 1 2, 2 2, 1 1))", ""), "\"Fosse\".area", "not well-formed");
        assertRefused("{\"id\":7,\"name\":\"Fosse\"}", "\"Fosse\".area", "found \"\"");
    }

    @Test
    void whatIsNoGeofenceIsRefusedByItsPlace() {
        assertRefused("3", "geofences[0].area: expected POLYGON", "found \"\"");
        assertRefused(geofence(7, " ", PIT, ""), "geofences[0] \" \".name: expected a text");
        assertRefused(
                geofence(7, "Fosse", PIT, "").replace("\"id\":7,", ""),
                "geofences[0] \"Fosse\".id: expected a whole number, found nothing");
    }

    @Test
    void otherJsonAndNoJsonAreSaidSo() {
        assertThatThrownBy(() -> read("{},\n{"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("geofences:2: not well-formed JSON: ");
        assertThatThrownBy(() -> TraccarGeofences.read("{}", "geofences", "q1", type -> type))
                .hasMessage("geofences: expected an array of geofences, found \"{}\"");
    }

    @Test
    void anArrayIsOneAndAnObjectIsNot() {
        assertThat(TraccarGeofences.isOne(" \n[]")).isTrue();
        assertThat(TraccarGeofences.isOne("\uFEFF[]")).isTrue();
        assertThat(TraccarGeofences.isOne("{\"features\":[]}")).isFalse();
        assertThat(TraccarGeofences.read("\uFEFF[]", "geofences", "q1", type -> type))
                .isEmpty();
    }

    private static void assertRefused(String geofence, String... words) {
        assertThatThrownBy(() -> read(geofence))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .startsWith("geofences[0]")
                .contains(words);
    }

    private static List<Zone> read(String... geofences) {
        return TraccarGeofences.read(
                "[" + String.join(",", geofences) + "]",
                "geofences",
                "q1",
                type -> List.of("load", "weighbridge").contains(type) ? type : "other");
    }

    private static String geofence(int id, String name, String area, String attributes) {
        return "{\"id\":" + id + ",\"name\":\"" + name + "\",\"description\":null,\"area\":\"" + area
                + "\",\"calendarId\":0,\"attributes\":{" + attributes + "}}";
    }
}
