package org.optimizer.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TimeZone;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;
import org.optimizer.config.EdgesTest;
import org.optimizer.extract.Contests;
import org.optimizer.extract.Drivers;
import org.optimizer.extract.EtlRuns;
import org.optimizer.extract.RulebookFiles;
import org.optimizer.extract.Sites;
import org.optimizer.extract.Teams;
import org.optimizer.extract.Vehicles;
import org.optimizer.extract.Zones;
import org.optimizer.model.Badge;
import org.optimizer.model.Contest;
import org.optimizer.model.Driver;
import org.optimizer.model.EtlRun;
import org.optimizer.model.IntakeCount;
import org.optimizer.model.Language;
import org.optimizer.model.ScoringMethod;
import org.optimizer.model.Shift;
import org.optimizer.model.Site;
import org.optimizer.model.Team;
import org.optimizer.model.Vehicle;
import org.optimizer.model.VehicleClass;
import org.optimizer.model.Zone;
import org.optimizer.model.ZonePair;
import org.optimizer.transform.zones.ZoneMap;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@EdgesTest
@Transactional
class FleetSinkTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);
    private static final Instant NOON = Instant.parse("2026-11-16T11:00:00.123Z");

    @Autowired
    private ProducerTemplate camel;

    @Test
    void aSiteIsReadAsItWasWrittenAndReplacedByItsId() {
        FleetSink sink = new FleetSink(camel);
        sink.saveSite(new Site("q1", "Carrière", ZoneId.of("Europe/Paris"), "FR"));
        Site renamed = new Site(
                "q1", "Carrière du Nord", ZoneId.of("Africa/Abidjan"), "CI", DayOfWeek.TUESDAY, LocalTime.of(9, 30));
        assertThat(new Sites(camel).get("q1").closingDay()).isEqualTo(DayOfWeek.THURSDAY);
        sink.saveSite(renamed);

        assertThat(new Sites(camel).list()).containsExactly(renamed);
        assertThat(new Sites(camel).get("q1")).isEqualTo(renamed);
        assertThatThrownBy(() -> new Sites(camel).get("q9"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("q9");
    }

    @Test
    void theTeamsOfAContestAreReplacedTogether() {
        FleetSink sink = new FleetSink(camel);
        Team larzac = new Team("c1", "t1", "Larzac", List.of("d1", "d3"));
        Team empty = new Team("c1", "t2", "Méjean", List.of());
        Team other = new Team("c2", "t1", "Elsewhere", List.of("d1"));
        sink.saveTeams("c2", List.of(other));
        sink.saveTeams("c1", List.of(new Team("c1", "t9", "Gone", List.of("d1"))));
        sink.saveTeams("c1", List.of(empty, larzac));

        assertThat(new Teams(camel).list("c1")).containsExactly(larzac, empty);
        assertThat(new Teams(camel).list("c2")).containsExactly(other);
    }

    @Test
    void vehiclesAndDriversComeInOrderOfTheirIds() {
        Vehicle one = new Vehicle("v1", "q1", "sensor 1", VehicleClass.TIPPER);
        Vehicle two = new Vehicle("v2", "q1", "sensor 2", VehicleClass.DUMPER);
        Driver anne = new Driver("d1", "q1", "Anne", Optional.of("+33612345678"), Language.FR);
        Driver bob = new Driver("d2", "q1", "Bob", Optional.empty(), Language.EN);
        FleetSink sink = new FleetSink(camel);
        sink.saveVehicles(List.of(two, one));
        sink.saveVehicles(List.of());
        sink.saveDrivers(List.of(bob, anne));
        sink.saveDrivers(List.of(anne));

        assertThat(new Vehicles(camel).list()).containsExactly(one, two);
        assertThat(new Drivers(camel).listBySite("q1")).containsExactly(anne, bob);
        assertThat(new Drivers(camel).listBySite("elsewhere")).isEmpty();
    }

    @Test
    void logInsBeforeAnInstantAreFoundAsFarBackAsAsked() {
        Badge old = new Badge("v1", "d1", NOON.minusSeconds(3 * 86_400));
        Badge recent = new Badge("v1", "d2", NOON.minusMillis(1));
        FleetSink sink = new FleetSink(camel);
        sink.saveBadges(List.of(new Badge("v1", "d3", NOON), recent, old, new Badge("v2", "d1", NOON.minusSeconds(5))));
        sink.saveBadges(List.of(recent));

        Drivers drivers = new Drivers(camel);
        assertThat(drivers.listBadges("v1", NOON, 3)).containsExactly(old, recent);
        assertThat(drivers.listBadges("v1", NOON, 2)).containsExactly(recent);
    }

    @Test
    void aLogInInTheHourThatParisSkipsKeepsItsTime() {
        Badge badge = new Badge("v1", "d1", Instant.parse("2026-03-29T02:30:00.001Z"));
        new FleetSink(camel).saveBadges(List.of(badge));

        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Paris"));
        try {
            assertThat(new Drivers(camel).listBadges("v1", badge.at().plusSeconds(1), 1))
                    .containsExactly(badge);
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void aZoneIsReplacedByItsId() {
        FleetSink sink = new FleetSink(camel);
        sink.saveZones(List.of(new Zone(
                "z1",
                "q1",
                "Pit",
                "load",
                "{\"type\":\"Polygon\"}",
                OptionalDouble.empty(),
                1,
                OptionalDouble.empty())));
        sink.saveZones(List.of(new Zone(
                "z1",
                "q1",
                "Pit",
                "load",
                "{\"type\":\"MultiPolygon\"}",
                OptionalDouble.empty(),
                2,
                OptionalDouble.of(45))));

        assertThat(new Zones(camel).listBySite("q1"))
                .singleElement()
                .satisfies(zone -> assertThat(zone.geoJson()).isEqualTo("{\"type\":\"MultiPolygon\"}"))
                .satisfies(zone -> assertThat(zone.minDwellS()).hasValue(45));
    }

    @Test
    void allZonesOfASiteAreReplacedAtOnceAndThoseOfOthersStay() {
        Zone circle = circle("z1", "q1", OptionalDouble.of(30));
        Zone elsewhere = circle("z9", "q2", OptionalDouble.empty());
        FleetSink sink = new FleetSink(camel);
        sink.replaceZones("q2", List.of(elsewhere));
        sink.replaceZones(
                "q1", List.of(circle("z0", "q1", OptionalDouble.empty()), circle("z1", "q1", OptionalDouble.empty())));
        sink.replaceZones("q1", List.of(circle));

        Zones zones = new Zones(camel);
        assertThat(zones.listBySite("q1")).containsExactly(circle);
        assertThat(zones.listBySite("q2")).containsExactly(elsewhere);
        assertThat(zones.mapOf("q1").at(48.1, 2.1)).hasValueSatisfying(fence -> {
            assertThat(fence.name()).isEqualTo("zone z1");
            assertThat(fence.minDwellS()).hasValue(30);
        });
        assertThat(zones.mapOf("q1").at(48.11, 2.1)).isEmpty();
        sink.replaceZones("q1", List.of());
        assertThat(zones.mapOf("q1")).isSameAs(ZoneMap.NONE);
        assertThatThrownBy(() -> sink.replaceZones("q1", List.of(elsewhere)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("z9");
    }

    @Test
    void aZoneWhoseGeometryIsBrokenIsNamed() {
        Zone broken = new Zone(
                "z1", "q1", "Pit", "load", "{\"type\":\"Polygon\"}", OptionalDouble.empty(), 0, OptionalDouble.empty());
        new FleetSink(camel).replaceZones("q1", List.of(broken));

        assertThatThrownBy(() -> new Zones(camel).mapOf("q1"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("zone z1.geometry.coordinates: expected rings of positions, found none");
    }

    private static Zone circle(String id, String siteId, OptionalDouble minDwellS) {
        return new Zone(
                id,
                siteId,
                "zone " + id,
                "load",
                "{\"type\":\"Point\",\"coordinates\":[2.1,48.1]}",
                OptionalDouble.of(60),
                1,
                minDwellS);
    }

    @Test
    void pairsAndShiftsOfASiteAreReplacedAtOnce() {
        ZonePair pair = new ZonePair("q1", "Fosse", "Plateforme");
        Shift day = new Shift("q1", "jour", LocalTime.of(5, 0), LocalTime.of(13, 0));
        Shift night = new Shift("q1", "nuit", LocalTime.of(21, 30), LocalTime.of(5, 0));
        FleetSink sink = new FleetSink(camel);
        sink.saveZonePairs("q1", List.of(new ZonePair("q1", "a", "b"), pair));
        sink.saveZonePairs("q1", List.of(pair));
        sink.saveShifts("q1", List.of(new Shift("q1", "jour", LocalTime.of(6, 0), LocalTime.of(14, 0))));
        sink.saveShifts("q1", List.of(night, day));

        Zones zones = new Zones(camel);
        assertThat(zones.pairs("q1")).containsExactly(pair);
        assertThat(zones.shifts("q1")).containsExactly(day, night);
        assertThat(zones.pairs("q2")).isEmpty();
        assertThat(zones.shifts("q2")).isEmpty();
    }

    @Test
    void aContestKeepsTheOrderOfItsVehicles() {
        FleetSink sink = new FleetSink(camel);
        sink.saveContest(contest(List.of("v3", "v1", "v2")));
        sink.saveContest(contest(List.of("v2", "v1")));

        Contests contests = new Contests(camel);
        assertThat(contests.list()).containsExactly(contest(List.of("v2", "v1")));
        assertThat(contests.get("c1").vehicleIds()).containsExactly("v2", "v1");
        assertThatThrownBy(() -> contests.get("c2")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Contest contest(List<String> vehicleIds) {
        return new Contest(
                "c1",
                "q1",
                "Winter",
                ScoringMethod.ABSOLUTE,
                MONDAY,
                MONDAY.plusWeeks(8),
                MONDAY.plusWeeks(1),
                vehicleIds);
    }

    @Test
    void theLogOfFetchingIsReadNewestFirst() {
        EtlRunSink sink = new EtlRunSink(camel);
        EtlRun first = new EtlRun("fetch-tracks", "v1", MONDAY, MONDAY, NOON, 1500, new IntakeCount(1, 2, 3, 4, 5, 6));
        EtlRun second = new EtlRun("fetch-tracks", "v2", MONDAY, MONDAY, NOON.plusSeconds(9), 500, IntakeCount.NONE);
        sink.add(first);
        sink.add(second);

        EtlRuns runs = new EtlRuns(camel);
        assertThat(runs.listNewest(10)).containsExactly(second, first);
        assertThat(runs.listNewest(1)).containsExactly(second);
        assertThat(runs.findLastEnd("fetch-tracks")).contains(NOON.plusMillis(9500));
        assertThat(runs.findLastEnd("fetch-moons")).isEmpty();
    }

    @Test
    void aVersionOfTheRulesIsKeptOnceAndNeverChanged() {
        RulebookSink sink = new RulebookSink(camel);
        sink.keep("sha256:1", Map.of("a.csv", "é\n€", "b.drl", "rule"), NOON);
        sink.keep("sha256:1", Map.of("a.csv", "forged"), NOON.plusSeconds(1));

        RulebookFiles files = new RulebookFiles(camel);
        assertThat(files.find("sha256:1")).contains(Map.of("a.csv", "é\n€", "b.drl", "rule"));
        assertThat(files.find("sha256:2")).isEmpty();
    }
}
