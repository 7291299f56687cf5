package org.optimizer.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.optimizer.extract.Contests;
import org.optimizer.extract.Facts;
import org.optimizer.extract.Outbox;
import org.optimizer.extract.Rejects;
import org.optimizer.extract.Scores;
import org.optimizer.load.FleetSink;
import org.optimizer.model.Badge;
import org.optimizer.model.Batch;
import org.optimizer.model.Contest;
import org.optimizer.model.DrivenTrip;
import org.optimizer.model.Driver;
import org.optimizer.model.DriverScore;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.Language;
import org.optimizer.model.Reason;
import org.optimizer.model.Reject;
import org.optimizer.model.ScoringMethod;
import org.optimizer.model.Site;
import org.optimizer.model.Sms;
import org.optimizer.model.Vehicle;
import org.optimizer.model.VehicleClass;
import org.optimizer.process.ReviewDesk;
import org.optimizer.rules.RulebookShelf;
import org.optimizer.testing.Ledger;
import org.optimizer.testing.RealTraces;
import org.optimizer.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Real drives of three sites, replayed by the stand-in: from the fetch to the SMS, beside what {@code analyse} says of the files. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RecordingsJourneyIT {
    private static final Properties PROPERTIES = Properties.in("recordings");
    private static final Path REPLAYED = PROPERTIES.folder().resolve("replayed");
    private static final String APPROVER = "ines";

    /** Telephone numbers +33 6 39 98 xx xx belong to nobody: they are kept for works of fiction. */
    private static final Place CURITIBA =
            place("NDSBR", "Curitiba", "America/Sao_Paulo", "BR", "NDSBR_A", "Rafael", "+33639980201");

    private static final Place RABAT =
            place("RSK_TWIZY", "Rabat", "Africa/Casablanca", "MA", "TWIZY", "Salma", "+33639980202");
    private static final Place HAMM =
            place("ENVIROCAR", "Hamm", "Europe/Berlin", "DE", "EC_0fd5ef", "Jürgen", "+33639980203");
    /** Whether its closing time is past depends on the day on which the test runs. */
    private static final Set<Batch.State> OUT = Set.of(Batch.State.PUBLISHED, Batch.State.CLOSED);

    private static final List<Place> PLACES = List.of(CURITIBA, RABAT, HAMM);

    /** The last week that has ended at all three sites: at the western one weeks end last. */
    private static final IsoWeek WEEK =
            IsoWeek.of(LocalDate.now(Clock.system(CURITIBA.site().zone()))).plusWeeks(-1);

    @Autowired
    private FleetSink fleet;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private IdentityService identities;

    @Autowired
    private Contests contests;

    @Autowired
    private Facts facts;

    @Autowired
    private Scores scores;

    @Autowired
    private Rejects rejects;

    @Autowired
    private Outbox outbox;

    @Autowired
    private ReviewDesk desk;

    @Autowired
    private RulebookShelf shelf;

    private final Ledger ledger = new Ledger(PROPERTIES.standInPort());

    /** A site with one vehicle, its one driver, and a contest for the one week. */
    private record Place(String set, Site site, Vehicle vehicle, Driver driver) {
        Contest contest() {
            return new Contest(
                    "contest-" + site.id(),
                    site.id(),
                    "Contest of " + site.name(),
                    ScoringMethod.ABSOLUTE,
                    WEEK.monday(),
                    WEEK.sunday(),
                    WEEK.monday(),
                    List.of(vehicle.id()));
        }

        String path() {
            return "/contests/" + contest().id() + "/weeks/" + WEEK;
        }

        List<Path> files() {
            return RealTraces.files(set);
        }
    }

    private static Place place(
            String set, String town, String zone, String country, String sensor, String driver, String phone) {
        String id = town.toLowerCase(Locale.ROOT);
        return new Place(
                set,
                new Site(id, town, ZoneId.of(zone), country),
                new Vehicle("van-" + id, id, sensor, VehicleClass.VAN),
                new Driver("driver-" + id, id, driver, Optional.of(phone), Language.FR));
    }

    /** Before the product starts, which reads the folder then. */
    @BeforeAll
    static void copyRecordings() throws IOException {
        for (Place place : PLACES) {
            Path folder = Files.createDirectories(REPLAYED.resolve(place.set()));
            for (Path file : place.files()) {
                Files.copy(file, folder.resolve(file.getFileName().toString()));
            }
        }
    }

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        PROPERTIES.register(registry);
        registry.add("optimizer.standin.demo", () -> "false");
        registry.add("optimizer.standin.replay-folder", REPLAYED::toString);
        registry.add("optimizer.standin.replay-week", WEEK::toString);
    }

    @Test
    @Order(1)
    void threeWeeksAreFetchedAndScoredAndWaitForReview() {
        transaction.executeWithoutResult(status -> PLACES.forEach(this::save));
        Visitor admin = Visitor.signedIn(PROPERTIES.port(), "admin", Properties.PASSWORD);
        for (Place place : PLACES) {
            admin.get("/");
            admin.post("/contests/" + place.contest().id() + "/weeks", Map.of("week", WEEK.toString()));
        }

        await().atMost(Duration.ofMinutes(3))
                .untilAsserted(() -> assertThat(PLACES).allMatch(this::waitsForReview));

        assertThat(ledger.recipients()).isEmpty();
    }

    private void save(Place place) {
        fleet.saveSite(place.site());
        fleet.saveVehicles(List.of(place.vehicle()));
        fleet.saveDrivers(List.of(place.driver()));
        fleet.saveBadges(List.of(new Badge(
                place.vehicle().id(),
                place.driver().id(),
                WEEK.monday().minusDays(3).atTime(12, 0).toInstant(ZoneOffset.UTC))));
        fleet.saveContest(place.contest());
    }

    private boolean waitsForReview(Place place) {
        return state(place).equals(Optional.of(Batch.State.IN_REVIEW))
                && desk.open(place.contest().id(), WEEK).waiting();
    }

    @Test
    @Order(2)
    void whatIsStoredIsWhatAnalyseSaysOfTheFiles() throws IOException {
        System.out.printf(
                "%-10s %5s %12s %11s %6s %12s %9s %7s %s%n",
                "site", "trips", "standstills", "manoeuvres", "curves", "lines equal", "km apart", "score", "ranked");
        for (Place place : PLACES) {
            Account stored = stored(place);
            Account moved = said(
                    place,
                    MovedFiles.write(place.files(), WEEK, PROPERTIES.folder().resolve("moved-" + place.set())));
            Account said = said(place, place.files());

            assertSame(place.set(), stored, moved);
            assertSameButForNights(place.set(), stored, said);
            assertOneRecordingATrip(said.recordings(), stored.recordings());
            print(place, stored, said);
        }
    }

    private static Account said(Place place, List<Path> files) {
        AnalyseCommand command = new AnalyseCommand(PROPERTIES.folder().resolve(place.set() + ".json"));
        return new AnalyseAccount(
                        command.run(place.vehicle().vehicleClass(), place.site().zone(), files))
                .account();
    }

    /** Of the files in the week of the replay: every digit that is printed. */
    private static void assertSame(String set, Account stored, Account said) {
        assertThat(stored.trips()).as("trips of " + set).isNotEmpty();
        SoftAssertions.assertSoftly(softly -> {
            assertSameButForNights(softly, set, stored, said);
            softly.assertThat(stored.kilometres()).as("kilometres of " + set).isEqualTo(said.kilometres());
            softly.assertThat(stored.standstills()).as("standstills of " + set).isEqualTo(said.standstills());
        });
    }

    /**
     * Of the files as they are: days that lie apart there come one after the other in the replayed week, and a van that is
     * found where it was left has stood for the night between. Its last and first seconds then belong to that standstill,
     * and their drift, some metres, to no distance.
     */
    private static void assertSameButForNights(String set, Account stored, Account said) {
        SoftAssertions.assertSoftly(softly -> {
            assertSameButForNights(softly, set, stored, said);
            softly.assertThat(stored.standstills()).as("standstills of " + set).containsSubsequence(said.standstills());
            softly.assertThat(kilometresApart(stored, said))
                    .as("kilometres of " + set)
                    .isLessThan(0.01);
        });
    }

    private static void assertSameButForNights(SoftAssertions softly, String set, Account stored, Account said) {
        softly.assertThat(stored.trips()).as("trips of " + set).isEqualTo(said.trips());
        softly.assertThat(stored.manoeuvres()).as("manoeuvres of " + set).isEqualTo(said.manoeuvres());
        softly.assertThat(stored.curves()).as("curves of " + set).isEqualTo(said.curves());
        softly.assertThat(stored.days()).as("days of " + set).isEqualTo(said.days());
        softly.assertThat(stored.notes()).as("notes of " + set).isEqualTo(said.notes());
        softly.assertThat(stored.week()).as("week of " + set).isEqualTo(said.week());
    }

    private static double kilometresApart(Account one, Account other) {
        assertThat(one.kilometres()).hasSameSizeAs(other.kilometres());
        return IntStream.range(0, one.kilometres().size())
                .mapToDouble(
                        index -> Math.abs(Double.parseDouble(one.kilometres().get(index))
                                - Double.parseDouble(other.kilometres().get(index))))
                .max()
                .orElse(0);
    }

    private Account stored(Place place) {
        String vehicle = place.vehicle().id();
        List<DrivenTrip> driven = facts.tripsByDriver(
                        List.of(place.driver().id()), List.of(vehicle), WEEK.monday(), WEEK.sunday())
                .get(place.driver().id());
        return new StoredAccount(
                        facts.list(vehicle, WEEK.monday(), WEEK.sunday()),
                        rejects.list(new Rejects.Filter(Reject.State.NEW, "", "", vehicle), 10_000),
                        driven,
                        score(place),
                        shelf.current())
                .account();
    }

    /** The provider has numbers of its own for the recordings; no two of the file's are one there, and none is torn. */
    private static void assertOneRecordingATrip(List<String> inFiles, List<String> atProvider) {
        List<String> pairs = new ArrayList<>();
        for (int trip = 0; trip < inFiles.size(); trip++) {
            pairs.add(inFiles.get(trip) + " is " + atProvider.get(trip));
        }
        assertThat(atProvider).hasSameSizeAs(inFiles);
        assertThat(pairs.stream().distinct())
                .hasSize((int) inFiles.stream().distinct().count())
                .hasSize((int) atProvider.stream().distinct().count());
    }

    private void print(Place place, Account stored, Account said) {
        DriverScore score = score(place);
        System.out.printf(
                "%-10s %5d %12d %11d %6d %12d %9.4f %7s %s%n",
                place.set(),
                stored.trips().size(),
                stored.standstills().size(),
                stored.manoeuvres().size(),
                stored.curves().size(),
                stored.lines(),
                kilometresApart(stored, said),
                score.score().map(Object::toString).orElse("none"),
                score.ranked() ? "yes" : reasons(score).toString());
    }

    @Test
    @Order(3)
    void aFixEveryFiveSecondsIsScoredAndNotRankedAndThePageSaysWhy() {
        DriverScore score = score(HAMM);
        assertThat(score.score()).isPresent();
        assertThat(score.ranked()).isFalse();
        assertThat(reasons(score)).contains("slow-sampling");

        String page = Visitor.signedIn(PROPERTIES.port(), "admin", Properties.PASSWORD)
                .get(HAMM.path())
                .body();

        assertThat(page)
                .contains("Jürgen", "non classé")
                .containsPattern("trop peu de kilomètres enregistrés chaque seconde\\h: 0\\h%, il faut 70\\h%");
    }

    @Test
    @Order(4)
    void whoDroveEnoughIsRankedAndWhoDidNotIsNot() {
        assertThat(score(RABAT).ranked()).isTrue();
        assertThat(score(RABAT).facts().distanceKm()).isGreaterThan(200);
        assertThat(score(CURITIBA).ranked()).isFalse();
        assertThat(reasons(score(CURITIBA))).containsExactly("too-few-km");
    }

    @Test
    @Order(5)
    void anApproverSendsOneSmsToEachDriverAndTheWeeksArePublished() {
        String password = "approves-and-nothing-else";
        makeApprover(password);
        Visitor approver = Visitor.signedIn(PROPERTIES.port(), APPROVER, password);

        PLACES.forEach(place -> approve(approver, place));
        await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> assertThat(PLACES)
                .allMatch(place -> state(place).filter(OUT::contains).isPresent()));

        List<String> numbers = PLACES.stream()
                .map(place -> place.driver().phone().orElseThrow().substring(1))
                .toList();
        assertThat(ledger.recipients()).containsExactlyInAnyOrderElementsOf(numbers);
        assertThat(outbox.listByWeek(RABAT.contest().id(), WEEK))
                .singleElement()
                .satisfies(sms -> {
                    assertThat(sms.state()).isEqualTo(Sms.State.DELIVERED);
                    assertThat(sms.approvedBy()).isEqualTo(APPROVER);
                });
        for (Place place : List.of(CURITIBA, HAMM)) {
            assertThat(outbox.listByWeek(place.contest().id(), WEEK))
                    .singleElement()
                    .satisfies(sms -> assertThat(sms.text()).containsPattern("(non classé|not ranked): .*\\(\\d+"));
        }
    }

    private void makeApprover(String password) {
        User user = identities.newUser(APPROVER);
        user.setPassword(password);
        identities.saveUser(user);
        identities.createMembership(APPROVER, "contest-approver");
    }

    private void approve(Visitor approver, Place place) {
        approver.get(place.path());
        int revision = desk.open(place.contest().id(), WEEK).batch().revision();
        approver.post(
                place.path() + "/decision",
                Map.of("decision", "APPROVE", "revision", Integer.toString(revision), "reason", ""));
    }

    private DriverScore score(Place place) {
        List<DriverScore> week = scores.list(place.contest().id(), WEEK);
        assertThat(week).as("scores of " + place.set()).hasSize(1);
        return week.get(0);
    }

    private static List<String> reasons(DriverScore score) {
        return score.reasons().stream().map(Reason::code).toList();
    }

    private Optional<Batch.State> state(Place place) {
        return contests.findBatch(place.contest().id(), WEEK).map(Batch::state);
    }
}
