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
import org.optimizer.model.Badge;
import org.optimizer.model.Contest;
import org.optimizer.model.Driver;
import org.optimizer.model.EtlRun;
import org.optimizer.model.Language;
import org.optimizer.model.ScoringMethod;
import org.optimizer.model.Site;
import org.optimizer.model.Team;
import org.optimizer.model.Vehicle;
import org.optimizer.model.VehicleClass;
import org.optimizer.model.Zone;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;

@EdgesTest
@Transactional
class FleetSinkTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);
    private static final Instant NOON = Instant.parse("2026-11-16T11:00:00.123Z");

    @Autowired
    private ProducerTemplate camel;

    @Autowired
    private JdbcTemplate jdbc;

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

        assertThat(jdbc.queryForList("select geo_json from zone where priority = 2", String.class))
                .containsExactly("{\"type\":\"MultiPolygon\"}");
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
        EtlRun first = new EtlRun("fetch-tracks", "v1", MONDAY, MONDAY, NOON, 1500, 10, 7, 2, 1);
        EtlRun second = new EtlRun("fetch-tracks", "v2", MONDAY, MONDAY, NOON.plusSeconds(9), 500, 1, 1, 0, 0);
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
