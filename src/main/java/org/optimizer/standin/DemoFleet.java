package org.optimizer.standin;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.optimizer.model.Badge;
import org.optimizer.model.Contest;
import org.optimizer.model.Driver;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.Language;
import org.optimizer.model.ScoringMethod;
import org.optimizer.model.Shift;
import org.optimizer.model.Site;
import org.optimizer.model.Team;
import org.optimizer.model.Vehicle;
import org.optimizer.model.VehicleClass;
import org.optimizer.model.Zone;
import org.optimizer.model.ZonePair;

/**
 * The people and things of the demo: an invented quarry near Millau with twelve tippers and fourteen drivers. The same
 * at every start. Telephone numbers are of the range that is kept for films (06 39 98).
 */
public final class DemoFleet {
    private static final String SITE = "grands-causses";
    private static final String PIT = "Fosse de chargement";
    private static final String PAD = "Plateforme de déchargement";
    private static final int WEEKS_BEFORE = 6;

    private static final List<Person> PEOPLE = List.of(
            new Person("Claire Vidal", new DrivingStyle(0.76, 0.18, 0.50, 0.20, 7, 74, 1.6, 0.97)),
            new Person("Bastien Roux", new DrivingStyle(0.84, 0.20, 0.56, 0.22, 8, 76, 1.8, 0.99)),
            new Person("Mehdi Benali", new DrivingStyle(1.06, 0.22, 0.70, 0.25, 9, 78, 2.4, 1.03)),
            new Person("Sophie Galtier", new DrivingStyle(0.82, 0.20, 0.52, 0.22, 7, 75, 1.9, 0.98)),
            new Person("Jean-Luc Cazals", new DrivingStyle(1.24, 0.24, 1.24, 0.25, 20, 83, 3.6, 1.14)),
            new Person("Antoine Rouquette", new DrivingStyle(0.96, 0.21, 0.80, 0.24, 10, 77, 2.4, 1.03)),
            new Person("Lucas Vernhet", new DrivingStyle(1.36, 0.24, 1.12, 0.26, 15, 82, 3.2, 1.12)),
            new Person("Nathalie Bonnefous", new DrivingStyle(0.88, 0.20, 0.64, 0.22, 8, 76, 2.1, 1.00)),
            new Person("Karim Haddad", new DrivingStyle(1.00, 0.22, 1.00, 0.25, 12, 79, 2.8, 1.06)),
            new Person("Thomas Boudet", new DrivingStyle(1.12, 0.22, 0.86, 0.25, 11, 80, 2.9, 1.08)),
            new Person("Pierre Malaval", new DrivingStyle(0.86, 0.20, 0.95, 0.25, 13, 76, 2.0, 1.02)),
            new Person("Julien Sabatier", new DrivingStyle(1.18, 0.24, 0.68, 0.22, 9, 77, 2.4, 1.05)),
            new Person("Owen Hughes", new DrivingStyle(0.94, 0.20, 0.62, 0.22, 8, 83, 3.0, 1.04)),
            new Person("Rebecca Lawson", new DrivingStyle(0.86, 0.19, 0.60, 0.22, 8, 76, 1.9, 0.99)));

    /** The one whom no SMS can reach. */
    private static final int WITHOUT_PHONE = 10;

    private static final int FIRST_ENGLISH = 12;

    private static final List<String> TEAMS = List.of("Causse Noir", "Larzac", "Méjean");

    public List<Site> sites() {
        return List.of(new Site(SITE, "Carrière des Grands Causses", DemoRoster.ZONE, "FR"));
    }

    public List<Vehicle> vehicles() {
        return IntStream.range(0, DemoRoster.TRUCKS)
                .mapToObj(truck -> new Vehicle(vehicleId(truck), SITE, sensor(truck), VehicleClass.TIPPER))
                .toList();
    }

    public List<Driver> drivers() {
        return IntStream.range(0, DemoRoster.DRIVERS)
                .mapToObj(DemoFleet::driver)
                .toList();
    }

    /** The log-ins of the days from the first to the last, both included, by time. */
    public List<Badge> badges(LocalDate first, LocalDate last) {
        List<Badge> badges = new ArrayList<>();
        first.datesUntil(last.plusDays(1))
                .forEach(day -> IntStream.range(0, DemoRoster.TRUCKS).forEach(truck -> DemoRoster.login(truck, day)
                        .ifPresent(at -> badges.add(new Badge(
                                vehicleId(truck),
                                driverId(DemoRoster.driver(truck, day).orElseThrow()),
                                at)))));
        badges.sort(Comparator.comparing(Badge::at));
        return List.copyOf(badges);
    }

    public List<ZonePair> zonePairs() {
        return List.of(new ZonePair(SITE, PIT, PAD));
    }

    /** The trucks of the demo drive in the morning; see {@link DemoRoster}. */
    public List<Shift> shifts() {
        return List.of(
                new Shift(SITE, "Matin", LocalTime.of(5, 0), LocalTime.of(13, 0)),
                new Shift(SITE, "Après-midi", LocalTime.of(13, 0), LocalTime.of(21, 0)));
    }

    public List<Zone> zones() {
        Road pit = DemoMap.JUNCTION_TO_PIT;
        Road pad = DemoMap.WEIGHBRIDGE_TO_PAD;
        Road weighbridge = DemoMap.TO_WEIGHBRIDGE;
        return List.of(
                zone("pit", PIT, "load", around(pit, 95, 95), 10),
                zone("pad", PAD, "unload", around(pad, 90, 80), 10),
                zone("weighbridge", "Pont-bascule", "weighbridge", around(weighbridge, 30, 35), 5),
                zone("depot", "Dépôt", "depot", DemoMap.around(0, 0, 110, 90), 5),
                zone(
                        "cruise",
                        "Piste, vitesse stabilisée",
                        "cruise",
                        DemoMap.alongHaulRoad(900, DemoMap.HAUL_OUT.lengthM() - 900, 35),
                        1));
    }

    /**
     * The contest: six ended weeks, the running one and six to come. All but the last ended week are for looking only; that
     * one is live, so its results wait for a person.
     */
    public Contest contest(IsoWeek running) {
        return new Contest(
                "grands-causses",
                SITE,
                "Conduite souple, Carrière des Grands Causses",
                ScoringMethod.ABSOLUTE,
                running.plusWeeks(-WEEKS_BEFORE).monday(),
                running.plusWeeks(WEEKS_BEFORE).sunday(),
                running.plusWeeks(-1).monday(),
                vehicles().stream().map(Vehicle::id).toList());
    }

    /** Every driver is in one of three teams: as on the roster, in turn. */
    public List<Team> teams(String contestId) {
        return IntStream.range(0, TEAMS.size())
                .mapToObj(team -> new Team(contestId, "team-" + (team + 1), TEAMS.get(team), members(team)))
                .toList();
    }

    private static List<String> members(int team) {
        return IntStream.range(0, DemoRoster.DRIVERS)
                .filter(driver -> driver % TEAMS.size() == team)
                .mapToObj(DemoFleet::driverId)
                .toList();
    }

    static DrivingStyle style(int driver, LocalDate day) {
        return PEOPLE.get(driver).style.inForm(DemoRoster.form(driver, day));
    }

    static String driverName(int driver) {
        return PEOPLE.get(driver).name;
    }

    /** The name under which the provider knows a truck. */
    static String sensor(int truck) {
        return String.format(Locale.ROOT, "sensor%02d", truck + 1);
    }

    static String vehicleId(int truck) {
        return String.format(Locale.ROOT, "benne-%02d", truck + 1);
    }

    static String driverId(int driver) {
        return String.format(Locale.ROOT, "gc-%02d", driver + 1);
    }

    private static Driver driver(int driver) {
        Optional<String> phone = driver == WITHOUT_PHONE
                ? Optional.empty()
                : Optional.of(String.format(Locale.ROOT, "+33639980%03d", 101 + driver));
        Language language = driver >= FIRST_ENGLISH ? Language.EN : Language.FR;
        return new Driver(driverId(driver), SITE, PEOPLE.get(driver).name, phone, language);
    }

    private static Zone zone(String id, String name, String type, String geoJson, int priority) {
        return new Zone(
                SITE + "-" + id, SITE, name, type, geoJson, OptionalDouble.empty(), priority, OptionalDouble.empty());
    }

    /** A rectangle around a road's end. */
    private static String around(Road road, double halfWidthM, double halfHeightM) {
        return DemoMap.around(road.eastM(road.lengthM()), road.northM(road.lengthM()), halfWidthM, halfHeightM);
    }

    /** A driver's name and ways. */
    private record Person(String name, DrivingStyle style) {}
}
