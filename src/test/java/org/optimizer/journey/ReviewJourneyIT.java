package org.optimizer.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.optimizer.extract.Contests;
import org.optimizer.extract.Outbox;
import org.optimizer.load.ContestSink;
import org.optimizer.load.FactsSink;
import org.optimizer.load.FleetSink;
import org.optimizer.load.RulebookSink;
import org.optimizer.model.Batch;
import org.optimizer.model.Contest;
import org.optimizer.model.Driver;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.Language;
import org.optimizer.model.ScoringMethod;
import org.optimizer.model.Site;
import org.optimizer.model.Sms;
import org.optimizer.model.Vehicle;
import org.optimizer.process.ReviewDesk;
import org.optimizer.process.ReviewDesk.Line;
import org.optimizer.process.ReviewDesk.Review;
import org.optimizer.rules.RulebookShelf;
import org.optimizer.testing.GeneratedFleet;
import org.optimizer.testing.Ledger;
import org.optimizer.testing.Visitor;
import org.optimizer.web.Chromium;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** A person reviews 500 drivers by keyboard alone, in a browser, on the real product: three excluded, one text edited, approved. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT)
class ReviewJourneyIT {
    private static final Properties PROPERTIES = Properties.in("review");
    private static final int DRIVERS = 500;
    private static final int WARM_UPS = 10;
    private static final Site SITE = new Site("big", "Grande Carrière", ZoneId.of("Europe/Paris"), "FR");
    private static final IsoWeek WEEK =
            IsoWeek.of(LocalDate.now(Clock.system(SITE.zone()))).plusWeeks(-1);

    /** How long from the last key to the server's word that it is kept. */
    private static final String STOPWATCH = """
            () => {
              window.times = [];
              document.addEventListener('keydown', () => { window.pressed = performance.now(); }, true);
              new MutationObserver(() => {
                if (document.getElementById('said').textContent === document.querySelector('[data-review]').dataset.saved) {
                  window.times.push(performance.now() - window.pressed);
                }
              }).observe(document.getElementById('said'), { childList: true });
            }""";

    private static final String SERVER = """
            () => performance.getEntriesByType('resource')
                .filter(call => call.initiatorType === 'fetch' && /(exclusions|wordings)$/.test(call.name))
                .map(call => call.responseEnd - call.startTime)""";

    @Autowired
    private FleetSink fleet;

    @Autowired
    private FactsSink facts;

    @Autowired
    private ContestSink contestSink;

    @Autowired
    private RulebookSink rulebookSink;

    @Autowired
    private RulebookShelf shelf;

    @Autowired
    private Contests contests;

    @Autowired
    private Outbox outbox;

    @Autowired
    private ReviewDesk desk;

    @Autowired
    private RuntimeService engine;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Clock clock;

    private final Ledger ledger = new Ledger(PROPERTIES.standInPort());

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        PROPERTIES.register(registry);
        registry.add("optimizer.standin.demo", () -> "false");
        registry.add("optimizer.sms.per-second", () -> "50");
    }

    @Test
    void fiveHundredDriversAreReviewedByKeyboardAndExactlyTheRightSmsArrive() {
        Contest contest = fleetOf500();
        score(contest, WEEK.plusWeeks(-1), Batch.State.CLOSED);
        score(contest, WEEK, Batch.State.IN_REVIEW);
        Review before = desk.open(contest.id(), WEEK);
        assertThat(before.lines()).hasSize(DRIVERS);
        assertThat(ledger.recipients()).isEmpty();

        warmUp("/contests/" + contest.id() + "/weeks/" + WEEK + "/review");
        List<String> excluded = new ArrayList<>();
        String edited = review(contest, excluded);

        Review after = desk.open(contest.id(), WEEK);
        await().atMost(Duration.ofMinutes(3))
                .until(() -> outbox.countByState(contest.id(), WEEK).getOrDefault(Sms.State.DELIVERED, 0)
                        == DRIVERS - excluded.size());
        assertThat(excluded).hasSize(3);
        assertThat(ledger.recipients())
                .containsExactlyInAnyOrderElementsOf(after.lines().stream()
                        .filter(line -> !excluded.contains(line.driver().id()))
                        .map(line -> line.driver().phone().orElseThrow().substring(1))
                        .toList());
        assertThat(ledger.texts("text"))
                .containsExactlyInAnyOrderElementsOf(after.lines().stream()
                        .flatMap(line -> line.message().stream())
                        .toList());
        Line own = after.lines().stream()
                .filter(line -> line.driver().id().equals(edited))
                .findFirst()
                .orElseThrow();
        assertThat(own.message())
                .contains("Bravo, rang " + own.standing().rank().orElseThrow() + " sur "
                        + own.standing().rankedOf() + ". STOP 36180");
        System.out.println("R29, 500 drivers by keyboard: SMS sent "
                + ledger.recipients().size() + " of " + DRIVERS
                + ", to excluded drivers 0, as edited 1; the person changed "
                + overridden(contest) + " lines, from the first look to the approval "
                + secondsToDecide(contest) + " s");
    }

    /** Any review but the first after a start: by a person who changes his mind. */
    private void warmUp(String path) {
        Visitor other = Visitor.signedIn(PROPERTIES.port(), "admin", Properties.PASSWORD);
        other.get(path);
        for (int revision = 1; revision <= 2 * WARM_UPS; revision += 2) {
            Map<String, String> fields = Map.of("driverId", "d1", "reason", "GPS", "revision", "" + revision);
            assertThat(other.script(path + "/exclusions", fields).statusCode()).isEqualTo(200);
            other.script(path + "/undo", Map.of("revision", "" + (revision + 1)));
        }
        assertThat(desk.open("c500", WEEK).lines())
                .allMatch(line -> line.exclusion().isEmpty());
    }

    /** @param excluded receives whom the person took out @return whose text was edited */
    private String review(Contest contest, List<String> excluded) {
        try (Chromium chromium = Chromium.start()) {
            Page page = chromium.browser
                    .newContext(new Browser.NewContextOptions()
                            .setViewportSize(1440, 900)
                            .setLocale("fr"))
                    .newPage();
            signIn(page);
            page.navigate(origin() + "/contests/" + contest.id() + "/weeks/" + WEEK + "/review");
            page.locator("[data-review][data-ready]").waitFor();
            page.evaluate(STOPWATCH);
            for (int i = 0; i < 3; i++) {
                excluded.add(exclude(page, i));
            }
            String edited = edit(page);
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target", "screenshots", "review-500.png"))
                    .setFullPage(false));
            report("key to saved", page.evaluate("window.times"));
            report("of which server", page.evaluate(SERVER));
            approve(page);
            return edited;
        }
    }

    private int overridden(Contest contest) {
        return jdbc.queryForObject(
                "select count(distinct driver_id) from (select driver_id from exclusion where contest_id = ?"
                        + " union all select driver_id from sms_outbox where contest_id = ? and worded_by is not null) o",
                Integer.class,
                contest.id(),
                contest.id());
    }

    private long secondsToDecide(Contest contest) {
        Timestamp looked = jdbc.queryForObject(
                "select min(first_at) from review_look where contest_id = ? and iso_week = ?",
                Timestamp.class,
                contest.id(),
                WEEK.toString());
        Timestamp decided = jdbc.queryForObject(
                "select max(decided_at) from review_decision where contest_id = ? and iso_week = ?",
                Timestamp.class,
                contest.id(),
                WEEK.toString());
        return (decided.getTime() - looked.getTime()) / 1000;
    }

    private String exclude(Page page, int i) {
        page.keyboard().press("j");
        String driver = page.locator("tr.current").getAttribute("data-id");
        page.keyboard().press("x");
        page.keyboard().type("trou GPS");
        page.keyboard().press("Enter");
        saved(page, i + 1);
        assertThat(page.locator("tr.current.taken").getAttribute("data-id")).isEqualTo(driver);
        return driver;
    }

    private String edit(Page page) {
        page.keyboard().press("j");
        page.keyboard().press("j");
        while (page.locator("tr.current .rank strong").textContent().equals("–")) {
            page.keyboard().press("j");
        }
        String driver = page.locator("tr.current").getAttribute("data-id");
        page.keyboard().press("e");
        page.locator("#sheet textarea:focus").waitFor();
        page.keyboard().press("Control+A");
        page.keyboard().insertText("Bravo, rang {rank} sur {of}.");
        page.keyboard().press("Escape");
        saved(page, 4);
        return driver;
    }

    private static void saved(Page page, int times) {
        page.waitForFunction("n => window.times.length >= n", times);
    }

    private static void approve(Page page) {
        page.keyboard().press("a");
        page.locator("#approve input[name=reason]:focus").waitFor();
        page.keyboard().press("Enter");
        page.locator(".done").waitFor();
    }

    private static void report(String what, Object times) {
        List<Long> millis = ((List<?>) times)
                .stream().map(time -> Math.round(((Number) time).doubleValue())).toList();
        System.out.printf(
                Locale.ROOT,
                "review of %d drivers, %s: %s ms (exclude, exclude, exclude, edit)%n",
                DRIVERS,
                what,
                millis);
    }

    private static void signIn(Page page) {
        page.navigate(origin() + "/sign-in");
        page.locator("input[name=username]").fill("admin");
        page.locator("input[name=password]").fill(Properties.PASSWORD);
        page.locator("main button").click();
        page.locator(".who .name").waitFor();
        page.waitForLoadState(LoadState.NETWORKIDLE);
    }

    private static String origin() {
        return "http://localhost:" + PROPERTIES.port();
    }

    private Contest fleetOf500() {
        fleet.saveSite(SITE);
        List<String> vehicles =
                IntStream.range(0, DRIVERS).mapToObj(i -> "v" + i).toList();
        fleet.saveVehicles(IntStream.range(0, DRIVERS)
                .mapToObj(i -> new Vehicle("v" + i, SITE.id(), "V" + i, GeneratedFleet.vehicleClass(i)))
                .toList());
        fleet.saveDrivers(IntStream.range(0, DRIVERS)
                .mapToObj(i -> new Driver(
                        "d" + i, SITE.id(), "Conducteur " + i, Optional.of("+3363998%04d".formatted(i)), Language.FR))
                .toList());
        Contest contest = new Contest(
                "c500",
                SITE.id(),
                "Cinq cents",
                ScoringMethod.ABSOLUTE,
                WEEK.plusWeeks(-1).monday(),
                WEEK.sunday(),
                WEEK.monday(),
                vehicles);
        GeneratedFleet generated = new GeneratedFleet(7);
        for (IsoWeek week : List.of(WEEK.plusWeeks(-1), WEEK)) {
            transaction.executeWithoutResult(status -> IntStream.range(0, DRIVERS)
                    .forEach(
                            i -> generated.week("v" + i, "d" + i, week.monday()).forEach(facts::replace)));
        }
        fleet.saveContest(contest);
        return contest;
    }

    /** The real process from its scoring on: what it would fetch is there. */
    private void score(Contest contest, IsoWeek week, Batch.State until) {
        String version = shelf.current().version();
        rulebookSink.keep(version, shelf.currentFiles(), clock.instant());
        Batch batch = new Batch(
                contest.id(),
                week,
                contest.batchNumber(week),
                Batch.State.FETCHING,
                0,
                version,
                List.of(),
                clock.instant());
        contestSink.open(batch);
        engine.createProcessInstanceByKey("weekly-contest")
                .businessKey(batch.businessKey())
                .setVariables(Map.of("contestId", contest.id(), "week", week.toString()))
                .startBeforeActivity("plan-scoring")
                .execute();
        await().atMost(Duration.ofMinutes(5))
                .until(() ->
                        contests.findBatch(contest.id(), week).orElseThrow().state() == until
                                && (until == Batch.State.CLOSED
                                        || desk.open(contest.id(), week).waiting()));
    }
}
