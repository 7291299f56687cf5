package org.optimizer.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.optimizer.model.Badge;
import org.optimizer.model.Driver;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.Language;
import org.optimizer.model.Site;
import org.optimizer.model.SiteCalendar;
import org.optimizer.model.Zone;
import org.optimizer.transform.intake.WorkingHours;

class DemoFleetTest {
    private static final IsoWeek WEEK = IsoWeek.parse("2026-W47");

    private final DemoFleet fleet = new DemoFleet();
    private final DemoPhones phones = new DemoPhones();

    @Test
    void thereAreTwelveTippersAndFourteenDriversOfWhomOneHasNoPhone() {
        assertThat(fleet.vehicles()).hasSize(12);
        assertThat(fleet.drivers()).hasSize(14).extracting(Driver::name).doesNotHaveDuplicates();
        assertThat(fleet.drivers())
                .filteredOn(driver -> driver.phone().isEmpty())
                .hasSize(1);
        assertThat(fleet.drivers())
                .filteredOn(driver -> driver.language() == Language.EN)
                .hasSize(2);
    }

    @Test
    void everyNumberIsOfTheRangeThatIsKeptForFilms() {
        assertThat(fleet.drivers())
                .flatExtracting(driver -> driver.phone().stream().toList())
                .allSatisfy(phone -> assertThat(phone).matches("\\+3363998\\d{4}"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void inEveryWeekEveryDriverLogsInOnAtLeastThreeDaysAndOnOneTruckADay(int later) {
        LocalDate monday = WEEK.plusWeeks(later).monday();
        Map<String, Long> days = new TreeMap<>();
        for (LocalDate day = monday; day.isBefore(monday.plusDays(7)); day = day.plusDays(1)) {
            List<Badge> badges = fleet.badges(day, day);
            assertThat(badges).extracting(Badge::driverId).doesNotHaveDuplicates();
            badges.forEach(badge -> days.merge(badge.driverId(), 1L, Long::sum));
        }
        assertThat(days).hasSize(14);
        assertThat(days.values()).allMatch(count -> count >= 3);
        assertThat(days.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(60);
    }

    @Test
    void theWeekRepeatsAfterSixWeeks() {
        LocalDate tuesday = WEEK.monday().plusDays(1);
        assertThat(withoutDay(tuesday.plusWeeks(6))).isEqualTo(withoutDay(tuesday));
        assertThat(withoutDay(tuesday.plusWeeks(1))).isNotEqualTo(withoutDay(tuesday));
    }

    @Test
    void aLogInComesBeforeTheFirstPoint() {
        LocalDate day = WEEK.monday();
        Map<String, Badge> badges =
                fleet.badges(day, day).stream().collect(Collectors.toMap(Badge::vehicleId, badge -> badge));
        for (int truck = 0; truck < 12; truck++) {
            long first = points(truck, day).atMs(0);
            Badge badge = badges.get(fleet.vehicles().get(truck).id());
            assertThat(first - badge.at().toEpochMilli()).isBetween(1L, 60_000L);
        }
    }

    /** Nothing of the demo is lost at the door: it drives within its own shifts, also when clocks change. */
    @ParameterizedTest
    @ValueSource(strings = {"2026-W47", "2026-W13", "2026-W43"})
    void everyPointLiesInWorkingHours(String week) {
        Site site = fleet.sites().get(0);
        WorkingHours hours = WorkingHours.of(site, new SiteCalendar(site.id(), site.zone(), fleet.shifts()));
        assertThat(hours.isAlways()).isFalse();
        for (int day = 0; day < 9; day++) {
            for (int truck = 0; truck < 12; truck++) {
                for (Track track : tracks(truck, IsoWeek.parse(week).monday().plusDays(day))) {
                    Points points = phones.points(track);
                    assertThat(IntStream.range(0, points.size()).mapToLong(points::atMs))
                            .allMatch(hours::contains);
                }
            }
        }
    }

    @Test
    void zonesAreClosedPolygonsNearMillau() throws IOException {
        assertThat(fleet.zones()).extracting(Zone::type).contains("load", "unload", "depot", "cruise");
        for (Zone zone : fleet.zones()) {
            JsonNode geometry = Provider.JSON.readTree(zone.geoJson());
            JsonNode ring = geometry.get("coordinates").get(0);
            assertThat(geometry.get("type").asText()).isEqualTo("Polygon");
            assertThat(ring.get(0)).isEqualTo(ring.get(ring.size() - 1));
            ring.forEach(corner -> {
                assertThat(corner.get(0).asDouble()).isBetween(3.0, 3.4);
                assertThat(corner.get(1).asDouble()).isBetween(44.0, 44.2);
            });
        }
    }

    @Test
    void theLastEndedWeekIsTheFirstLiveOneOfTheContest() {
        var contest = fleet.contest(IsoWeek.parse("2026-W48"));
        assertThat(contest.batchNumber(WEEK)).isEqualTo(6);
        assertThat(contest.isShadow(WEEK)).isFalse();
        assertThat(contest.isShadow(WEEK.plusWeeks(-1))).isTrue();
        assertThat(contest.runsIn(IsoWeek.parse("2026-W48"))).isTrue();
    }

    @Test
    void speedIsNeverNegativeAndNeverJumpsInAnyOfTheSixWeeks() {
        long least = 0;
        long most = 0;
        for (int day = 0; day < 42; day++) {
            for (int truck = 0; truck < 12; truck++) {
                for (Track track : tracks(truck, WEEK.monday().plusDays(day))) {
                    Points points = phones.points(track);
                    for (int row = 1; row < points.size(); row++) {
                        long seconds = (points.atMs(row) - points.atMs(row - 1)) / 1000;
                        long jump = Math.abs(points.speedMmps(row) - points.speedMmps(row - 1));
                        most = Math.max(most, seconds == 1 ? jump : 0);
                        least = Math.min(least, points.speedMmps(row));
                    }
                }
            }
        }
        assertThat(least).isZero();
        assertThat(most).isBetween(1500L, 3000L);
    }

    @Test
    void aTrackOfFourHoursIsDrivenAndWrittenInLessThanSixtyMilliseconds() throws IOException {
        List<Long> nanos = new ArrayList<>();
        for (int run = 0; run < 30; run++) {
            long start = System.nanoTime();
            DemoPhones fresh = new DemoPhones();
            Points points = fresh.points(
                    fresh.find(WEEK.monday().toEpochDay() * 100 + 1 + run % 12).orElseThrow());
            new PointsWriter(OutputStream.nullOutputStream())
                    .write(1, Sent.of(points, FaultKind.KMH, kind -> false), false, 0, points.size());
            nanos.add(System.nanoTime() - start);
        }
        nanos.sort(null);
        assertThat(nanos.get(15) / 1e6).isLessThan(60);
    }

    @Test
    void placesMoveAsFastAsTheSpeedSays() {
        Points points = points(0, WEEK.monday());
        double byPlaces = 0;
        double bySpeed = 0;
        for (int row = 30; row < points.size(); row += 30) {
            double moved = metres(points, row - 30, row);
            double driven = driven(points, row - 30, row);
            assertThat(moved).isLessThan(driven + 30);
            if (driven > 400) {
                assertThat(moved).isGreaterThan(driven * 0.93 - 15);
                byPlaces += moved;
                bySpeed += driven;
            }
        }
        assertThat(byPlaces / bySpeed).isBetween(0.98, 1.01);
    }

    @Test
    void aStandingTruckReportsZeroWhileItsPlaceDriftsByMetres() {
        Points points = points(0, WEEK.monday());
        assertThat(IntStream.range(0, 150).mapToLong(points::speedMmps)).containsOnly(0L);
        assertThat(metres(points, 0, 149)).isBetween(0.01, 25.0);
    }

    @Test
    void everyCycleStandsInTheLoadingZoneAndInTheUnloadingZone() throws IOException {
        Points points = points(0, WEEK.monday());
        int loadings = dwells(points, "load");
        assertThat(loadings).isBetween(5, 10);
        assertThat(dwells(points, "unload")).isEqualTo(loadings);
        assertThat(dwells(points, "weighbridge")).isEqualTo(loadings);
    }

    @Test
    void theHaulRoadGivesAnHourOfCruiseAWeekAndManyCleanLaunches() {
        int cruise = 0;
        int launches = 0;
        for (int day = 0; day < 5; day++) {
            Points points = points(0, WEEK.monday().plusDays(day));
            cruise += (int) IntStream.range(0, points.size())
                    .filter(row -> points.speedMmps(row) > 40_000 / 3.6)
                    .count();
            launches += launches(points);
        }
        assertThat(cruise).isGreaterThan(3600);
        assertThat(launches).isGreaterThan(20);
    }

    @Test
    void aRoughDriverBrakesHarderAndDrivesFasterThanACalmOne() {
        Points calm = drivenBy(0);
        Points rough = drivenBy(4);
        assertThat(hardSeconds(rough, -1300)).isGreaterThan(20).isGreaterThan(5 * hardSeconds(calm, -1300));
        assertThat(hardSeconds(rough, 1000)).isGreaterThan(20).isGreaterThan(5 * hardSeconds(calm, 1000));
        assertThat(secondsOver(rough, 82)).isGreaterThan(300);
        assertThat(secondsOver(calm, 82)).isZero();
    }

    @Test
    void oneTruckIsSilentOnWednesdays() {
        LocalDate wednesday = weekOfIndex(2).plusDays(2);
        assertThat(tracks(6, wednesday)).isEmpty();
        assertThat(tracks(6, wednesday.plusDays(1))).hasSize(1);
        assertThat(tracks(6, wednesday.plusWeeks(1))).isEmpty();
        assertThat(tracks(7, wednesday)).hasSize(1);
    }

    @Test
    void oneDriversPhoneSavesItsBatteryForAWeek() {
        LocalDate monday = weekOfIndex(4);
        int truck = truckOf(8, monday);
        Points points = points(truck, monday);
        assertThat(IntStream.range(1, points.size()).mapToLong(row -> points.atMs(row) - points.atMs(row - 1)))
                .containsOnly(5000L);
    }

    @Test
    void aWeakPhoneLosesTheCuttingOnEveryPassAndMoreThanAnHourOnThursdays() {
        LocalDate thursday = WEEK.monday().plusDays(3);
        assertThat(gaps(points(4, thursday.minusDays(1)), 15, 120)).isGreaterThan(8);
        assertThat(gaps(points(4, thursday.minusDays(1)), 3000, 9999)).isZero();
        assertThat(gaps(points(4, thursday), 5600, 9999)).isEqualTo(1);
        assertThat(gaps(points(5, thursday), 2, 99_999)).isZero();
    }

    private List<Long> withoutDay(LocalDate day) {
        Points points = points(1, day);
        long start = points.atMs(0);
        return IntStream.range(0, points.size())
                .mapToObj(row -> (points.atMs(row) - start) * 31 + points.speedMmps(row) + points.latE7(row))
                .toList();
    }

    private static LocalDate weekOfIndex(int index) {
        return IntStream.range(0, 6)
                .mapToObj(later -> WEEK.plusWeeks(later).monday())
                .filter(monday -> DemoRoster.weekIndex(monday) == index)
                .findFirst()
                .orElseThrow();
    }

    private static int truckOf(int driver, LocalDate day) {
        return IntStream.range(0, 12)
                .filter(truck -> DemoRoster.driver(truck, day).orElseThrow() == driver)
                .findFirst()
                .orElseThrow();
    }

    private Points drivenBy(int driver) {
        return WEEK.days().stream()
                .filter(day -> day.isBefore(WEEK.monday().plusDays(5)))
                .flatMap(day -> IntStream.range(0, 12)
                        .filter(truck ->
                                truck != 4 && DemoRoster.driver(truck, day).orElseThrow() == driver)
                        .mapToObj(truck -> points(truck, day)))
                .findFirst()
                .orElseThrow();
    }

    private List<Track> tracks(int truck, LocalDate day) {
        long midnight = day.atStartOfDay(DemoRoster.ZONE).toInstant().toEpochMilli();
        return phones.tracks(phones.cars().get(truck), midnight, midnight + 86_399_999);
    }

    private Points points(int truck, LocalDate day) {
        return phones.points(tracks(truck, day).get(0));
    }

    private static double driven(Points points, int from, int to) {
        return IntStream.range(from, to).mapToLong(points::speedMmps).sum() / 1000.0;
    }

    private static double metres(Points points, int from, int to) {
        double north = (points.latE7(to) - points.latE7(from)) / 1e7 * 111_195;
        double east = (points.lonE7(to) - points.lonE7(from)) / 1e7 * 111_195 * Math.cos(Math.toRadians(44.09));
        return Math.hypot(north, east);
    }

    /** Visits of a zone (all its corners' box) in which the truck stands for at least 30 s. */
    private int dwells(Points points, String type) throws IOException {
        Zone zone = fleet.zones().stream()
                .filter(each -> each.type().equals(type))
                .findFirst()
                .orElseThrow();
        JsonNode ring =
                Provider.JSON.readTree(zone.geoJson()).get("coordinates").get(0);
        int dwells = 0;
        int standing = 0;
        for (int row = 0; row < points.size(); row++) {
            boolean isInside = points.lonE7(row) > ring.get(0).get(0).asDouble() * 1e7
                    && points.lonE7(row) < ring.get(2).get(0).asDouble() * 1e7
                    && points.latE7(row) > ring.get(0).get(1).asDouble() * 1e7
                    && points.latE7(row) < ring.get(2).get(1).asDouble() * 1e7;
            standing = !isInside ? 0 : standing + (points.speedMmps(row) < 500 ? 1 : 0);
            dwells += standing == 30 && points.speedMmps(row) < 500 ? 1 : 0;
        }
        return dwells;
    }

    /** Stops of more than 60 s after which the truck is faster than 20 km/h a minute later. */
    private static int launches(Points points) {
        int launches = 0;
        int standing = 0;
        for (int row = 0; row + 60 < points.size(); row++) {
            boolean isStanding = points.speedMmps(row) < 556;
            launches += !isStanding && standing > 60 && points.speedMmps(row + 60) > 5556 ? 1 : 0;
            standing = isStanding ? standing + 1 : 0;
        }
        return launches;
    }

    /** Seconds in which the mean change over four seconds is beyond a limit, in mm/s². */
    private static long hardSeconds(Points points, int limit) {
        return IntStream.range(4, points.size())
                .mapToLong(row -> (points.speedMmps(row) - points.speedMmps(row - 4)) / 4)
                .filter(change -> limit < 0 ? change < limit : change > limit)
                .count();
    }

    private static long secondsOver(Points points, int kmh) {
        return IntStream.range(0, points.size())
                .filter(row -> points.speedMmps(row) * 3.6 > kmh * 1000.0)
                .count();
    }

    private static long gaps(Points points, int fromS, int toS) {
        return IntStream.range(1, points.size())
                .mapToLong(row -> (points.atMs(row) - points.atMs(row - 1)) / 1000)
                .filter(gap -> gap >= fromS && gap <= toS)
                .count();
    }
}
