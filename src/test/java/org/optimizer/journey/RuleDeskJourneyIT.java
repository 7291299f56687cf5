package org.optimizer.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.optimizer.extract.Contests;
import org.optimizer.extract.RuleChanges;
import org.optimizer.extract.Scores;
import org.optimizer.model.Batch;
import org.optimizer.model.Contest;
import org.optimizer.model.DriverScore;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.RuleChange;
import org.optimizer.process.RulesInForce;
import org.optimizer.web.Chromium;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A threshold on its way from a spreadsheet to a week: downloaded, changed, uploaded, looked at, approved by somebody else, used
 * by the week it is meant for and by no other. In a browser, with the real engine, the demo's fleet, and weeks that pass quickly.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("browser")
@DirtiesContext
class RuleDeskJourneyIT {
    private static final Properties PROPERTIES = Properties.in("rule-desk");
    private static final HandSetClock CLOCK = new HandSetClock();
    private static final String SECOND_PERSON = "approbateur";
    private static final String ROW = "tipper-braking-strong";
    private static final Duration WEEK = Duration.ofDays(7);

    private static Chromium chromium;

    @Autowired
    private Contests contests;

    @Autowired
    private Scores scores;

    @Autowired
    private RuleChanges changes;

    @Autowired
    private RulesInForce rules;

    @Autowired
    private IdentityService identities;

    @Autowired
    private ManagementService operator;

    /** Before weeks are opened: the engine's timers keep the real time and are pulled by hand. */
    @TestConfiguration
    static class Time {
        @Bean
        @Primary
        Clock handSetClock() {
            return CLOCK;
        }
    }

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        PROPERTIES.register(registry);
    }

    @BeforeAll
    static void openBrowser() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void closeBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    @Order(1)
    void aThresholdChangedInTheWorkbookBecomesAProposalWithItsBacktest() throws Exception {
        await().atMost(Duration.ofMinutes(3)).until(() -> state(now()) == Batch.State.OPEN);
        try (BrowserContext context = chromium.browser.newContext()) {
            Page page = signedIn(context, "admin", Properties.PASSWORD);
            Path workbook = download(page);

            OfficeHand.type(workbook, ROW, 1.1, 0.95);
            page.locator("input[type=file]").setInputFiles(workbook);
            page.locator("form.upload input[name=why]").fill("too many get away with it");
            page.locator("form.upload button").click();

            page.locator(".effect-of-change").waitFor();
            assertThat(page.url()).contains("/rules/changes/");
            assertThat(page.locator(".differences").first().textContent())
                    .contains(ROW)
                    .containsPattern("1[.,]1\\D")
                    .containsPattern("0[.,]95");
            page.locator(".moves").first().waitFor();
            assertThat(page.locator(".own").textContent()).isNotBlank();
            assertThat(page.locator("button[value=APPROVE]").count())
                    .as("ways to approve one's own change")
                    .isZero();
        }
        assertThat(rules.of(now().plusWeeks(1)).version())
                .as("nothing is in force before it is approved")
                .isEqualTo(change().base());
    }

    private Path download(Page page) {
        page.navigate(origin() + "/rules");
        Download download = page.waitForDownload(
                () -> page.locator("a[href$='/rules/workbook']").click());
        Path file = PROPERTIES.folder().resolve("rules.xlsx");
        download.saveAs(file);
        return file;
    }

    @Test
    @Order(2)
    void somebodyElseApprovesItFromNextWeekOn() {
        secondPersonGetsAPassword();
        try (BrowserContext context = chromium.browser.newContext()) {
            Page page = signedIn(context, SECOND_PERSON, Properties.PASSWORD);
            page.navigate(origin() + "/rules");
            page.locator("a[href*='/rules/changes/']").first().click();
            // what a date picker would fill in; not every browser has one for weeks
            page.locator("input[name=fromWeek]").fill(now().plusWeeks(1).toString());
            page.locator("button[value=APPROVE]").click();
            page.locator(".done").waitFor();
        }
        assertThat(change().state()).isEqualTo(RuleChange.State.APPROVED);
        assertThat(change().decidedBy()).contains(SECOND_PERSON);
        assertThat(rules.of(now()).version()).isEqualTo(change().base());
        assertThat(rules.of(now().plusWeeks(1)).version()).isEqualTo(change().version());
    }

    private void secondPersonGetsAPassword() {
        User user = identities.createUserQuery().userId(SECOND_PERSON).singleResult();
        user.setPassword(Properties.PASSWORD);
        identities.saveUser(user);
    }

    @Test
    @Order(3)
    void theNextWeekUsesItAndTheWeeksBeforeStillExplainThemselvesWithTheOldOne() {
        IsoWeek last = now();
        IsoWeek next = last.plusWeeks(1);
        List<DriverScore> closedBefore = scores.list(contest().id(), last.plusWeeks(-2));

        letItEnd(last);
        letItEnd(next);

        assertThat(batch(last).rulebook()).isEqualTo(change().base());
        assertThat(batch(next).rulebook()).isEqualTo(change().version());
        assertThat(scores.list(contest().id(), next)).isNotEmpty().allSatisfy(score -> assertThat(score.rulebook())
                .isEqualTo(change().version()));
        assertThat(scores.list(contest().id(), last.plusWeeks(-2))).isEqualTo(closedBefore);
        System.out.printf(
                "%s scored with %s, %s with %s (%s: 1.1 -> 0.95 m/s2)%n",
                last, shortly(batch(last).rulebook()), next, shortly(batch(next).rulebook()), ROW);
        try (BrowserContext context = chromium.browser.newContext()) {
            Page page = signedIn(context, "admin", Properties.PASSWORD);
            for (IsoWeek week : List.of(last.plusWeeks(-2), last, next)) {
                explainsItself(page, week);
            }
        }
    }

    /** Made again from its stored facts, byte for byte, with the version that it was scored with. */
    private void explainsItself(Page page, IsoWeek week) {
        String driver = scores.list(contest().id(), week).stream()
                .filter(DriverScore::ranked)
                .findFirst()
                .orElseThrow()
                .driverId();
        page.navigate(origin() + "/contests/" + contest().id() + "/weeks/" + week + "/drivers/" + driver);
        assertThat(page.locator("h1").count()).isPositive();
        assertThat(page.locator(".tag.big.closed").count())
                .as("week " + week + " made again is the same")
                .isOne();
        assertThat(page.content()).contains(shortly(batch(week).rulebook()));
    }

    /** The clock goes on by a week, and so do the timers that waited for its end. */
    private void letItEnd(IsoWeek week) {
        await().atMost(Duration.ofMinutes(1)).until(() -> state(week) == Batch.State.OPEN && timer() != null);
        CLOCK.forward(WEEK);
        operator.executeJob(timer().getId());
        await().atMost(Duration.ofMinutes(2)).until(() -> state(week) == Batch.State.IN_REVIEW);
    }

    /** Of the one week that waits for its end. */
    private Job timer() {
        return operator.createJobQuery().timers().activityId("week-ended").singleResult();
    }

    private Page signedIn(BrowserContext context, String user, String password) {
        Page page = context.newPage();
        page.setDefaultTimeout(30_000);
        page.navigate(origin() + "/sign-in");
        page.locator("input[name=username]").fill(user);
        page.locator("input[name=password]").fill(password);
        page.locator("main button").click();
        page.locator(".who .name").waitFor();
        return page;
    }

    private static String origin() {
        return "http://localhost:" + PROPERTIES.port();
    }

    private static String shortly(String version) {
        return version.substring("sha256:".length()).substring(0, 12);
    }

    private RuleChange change() {
        return changes.list().get(0);
    }

    private IsoWeek now() {
        return rules.thisWeek();
    }

    private Contest contest() {
        return contests.list().get(0);
    }

    private Batch batch(IsoWeek week) {
        return contests.findBatch(contest().id(), week).orElseThrow();
    }

    private Batch.State state(IsoWeek week) {
        return contests.list().isEmpty()
                ? null
                : contests.findBatch(contest().id(), week).map(Batch::state).orElse(null);
    }
}
