package org.optimizer.transform.sanity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.optimizer.model.Contest;
import org.optimizer.model.Driver;
import org.optimizer.model.DriverScore;
import org.optimizer.model.IntakeCount;
import org.optimizer.model.Language;
import org.optimizer.model.SanityData;
import org.optimizer.model.SanityData.Contested;
import org.optimizer.model.SanityData.Driven;
import org.optimizer.model.SanityData.LogIn;
import org.optimizer.model.SanityData.NotFetched;
import org.optimizer.model.SanityData.Recorded;
import org.optimizer.model.SanityData.Visited;
import org.optimizer.model.SanityFinding;
import org.optimizer.model.ScoringMethod;
import org.optimizer.model.Vehicle;
import org.optimizer.model.VehicleClass;
import org.optimizer.rules.RulesFolder;

/** A site whose five trucks and drivers do everything right, Monday to Friday; a test spoils what it is about. */
final class SiteWeek {
    static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);
    static final LocalDate SUNDAY = MONDAY.plusDays(6);
    static final int TRUCKS = 5;

    final List<Vehicle> vehicles = new ArrayList<>();
    final List<Driver> drivers = new ArrayList<>();
    final List<Driven> driven = new ArrayList<>();
    final List<Recorded> recorded = new ArrayList<>();
    final List<LogIn> logIns = new ArrayList<>();
    final List<Visited> visited = new ArrayList<>();
    final Map<String, Map<String, Integer>> notes = new HashMap<>();
    final Map<String, Map<String, Integer>> rejects = new HashMap<>();
    final Map<String, Integer> fixesRead = new HashMap<>();
    final Map<String, IntakeCount> intake = new HashMap<>();
    final Map<String, NotFetched> notFetched = new HashMap<>();
    boolean hasZones = true;
    Optional<List<DriverScore>> scores = Optional.empty();

    SiteWeek() {
        for (int i = 1; i <= TRUCKS; i++) {
            String truck = "t" + i;
            String driver = "d" + i;
            vehicles.add(new Vehicle(truck, "q", "T0" + i, VehicleClass.TIPPER));
            drivers.add(new Driver(driver, "q", "Driver " + i, Optional.of("+33639980101"), Language.FR));
            visited.add(new Visited(truck, Optional.of(driver)));
            fixesRead.put(truck, 100_000);
            intake.put(truck, new IntakeCount(100_000, 0, 0, 0, 0, 0));
            for (int week = 0; week <= SanityReport.USUAL_WEEKS; week++) {
                drives(truck, driver, MONDAY.minusWeeks(week));
            }
        }
    }

    private void drives(String truck, String driver, LocalDate monday) {
        for (int day = 0; day < 5; day++) {
            drives(truck, Optional.of(driver), monday.plusDays(day), 100, 8 * 3600);
        }
    }

    /** One day, with a log-in where somebody is named. */
    void drives(String truck, Optional<String> driver, LocalDate day, double km, double seconds) {
        driven.add(new Driven(truck, driver, day, km, seconds, km));
        if (!day.isBefore(MONDAY)) {
            recorded.add(new Recorded(truck, day));
            driver.ifPresent(who -> logIns.add(new LogIn(truck, who, day, true)));
        }
    }

    static LocalDate day(int ofWeek) {
        return MONDAY.plusDays(ofWeek);
    }

    /** Nothing came of a truck on these days of the week, 0 being Monday. */
    void silent(String truck, int... days) {
        Set<LocalDate> gone = new HashSet<>();
        IntStream.of(days).forEach(day -> gone.add(day(day)));
        driven.removeIf(each -> each.vehicleId().equals(truck) && gone.contains(each.day()));
        recorded.removeIf(each -> each.vehicleId().equals(truck) && gone.contains(each.day()));
    }

    void nobodyLogsInOn(String truck) {
        logIns.removeIf(each -> each.vehicleId().equals(truck));
    }

    /** A driver's trips of the week, without the log-ins. */
    void noTripOf(String driver) {
        driven.removeIf(each -> each.driverId().filter(driver::equals).isPresent()
                && !each.day().isBefore(MONDAY));
    }

    SanityData data() {
        Contest contest = new Contest(
                "c",
                "q",
                "Contest",
                ScoringMethod.ABSOLUTE,
                MONDAY.minusWeeks(9),
                SUNDAY,
                MONDAY,
                vehicles.stream().map(Vehicle::id).toList());
        return new SanityData(
                "q",
                MONDAY,
                SUNDAY,
                vehicles,
                drivers,
                hasZones,
                driven,
                recorded,
                Map.of("t1", Instant.parse("2026-11-10T13:05:00Z")),
                logIns,
                visited,
                notes,
                rejects,
                fixesRead,
                intake,
                notFetched,
                List.of(new Contested(contest, scores)));
    }

    SanityReport report() {
        return SanityReport.of(data(), RulesFolder.shipped());
    }

    /** As {@code t1 no-track serious 5}. */
    List<String> findings() {
        return report().findings().stream().map(SiteWeek::text).toList();
    }

    static String text(SanityFinding finding) {
        return "%s %s %s %s"
                .formatted(
                        finding.subjectId(),
                        finding.kind().code(),
                        finding.severity().code(),
                        Math.round(finding.found() * 1000) / 1000.0);
    }

    static Set<LocalDate> days(int... ofWeek) {
        Set<LocalDate> days = new TreeSet<>();
        IntStream.of(ofWeek).forEach(day -> days.add(day(day)));
        return days;
    }

    static Instant at(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
