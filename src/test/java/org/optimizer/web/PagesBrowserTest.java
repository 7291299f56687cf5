package org.optimizer.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.optimizer.model.Batch;
import org.optimizer.process.WeekBoard.Progress;
import org.springframework.context.ApplicationContext;

/** The pages as people meet them: in a browser, wide and narrow, in both languages, light and dark. */
@Tag("browser")
class PagesBrowserTest {
    private static final String WEEK = "/contests/contest-7/weeks/2026-W47";
    private static final String KPIS = "/sites/quarry/kpis?week=2026-W47";
    private static final String DAY = "/sites/quarry/vehicles/v1/days/2026-11-18";
    private static final String VERSIONS =
            "/rules/versions?before=sha256:0a1b2c3d4e5f6071&after=sha256:9f3c1ab77e02d4c8";
    private static final String ZONES = "/sites/quarry/zones";
    /** Elements beyond the right edge of the window, and contents beyond the edge of their table cell. */
    private static final String STICKING_OUT = """
            [...document.body.querySelectorAll('body *')]
              .filter(e => !e.closest('.skip, .spoken, thead, .map'))
              .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1
                || e.matches('td, th, .strip a') && e.scrollWidth > e.clientWidth + 1)
              .map(e => e.tagName + '.' + e.className + ' ' + e.textContent.trim())""";

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private static Chromium chromium;
    private static ApplicationContext application;
    private static String origin;

    private final Doubles.Desk desk = application.getBean(Doubles.Desk.class);
    private final DemoActivity.ZoneDrawing zones = application.getBean(DemoActivity.ZoneDrawing.class);
    private final Doubles.Board board = application.getBean(Doubles.Board.class);
    private final List<String> complaints = new ArrayList<>();
    private BrowserContext context;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
        application = PagesPreview.shared();
        origin = PagesPreview.origin();
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void reset() {
        desk.reset();
        board.reset();
        zones.reset();
    }

    @AfterEach
    void close() {
        context.close();
    }

    @ParameterizedTest
    @CsvSource({"1440,fr,LIGHT", "1440,en,DARK", "1440,fr,DARK", "390,fr,LIGHT", "390,en,DARK"})
    void everyPageFitsAndSpeaks(int width, String language, ColorScheme scheme) {
        Page page = open(width, language, scheme);
        String name = width + "-" + language + "-" + scheme.name().toLowerCase(Locale.ROOT);

        look(page, "/sign-in", "sign-in-" + name);
        signIn(page);
        look(page, "/", "home-" + name);
        look(page, WEEK, "week-" + name);
        look(page, WEEK + "/review", "review-" + name);
        look(page, WEEK + "/review/drivers/d1", "review-driver-" + name);
        look(page, WEEK + "/drivers/d1", "driver-" + name);
        look(page, WEEK + "/drivers/d13", "driver-unranked-" + name);
        look(page, KPIS, "kpis-" + name);
        look(page, DAY, "day-" + name);
        page.locator("[data-map][data-ready]").waitFor();
        look(page, ZONES, "zones-" + name);
        page.locator("[data-zones][data-ready]").waitFor();
        look(page, "/rules", "rules-" + name);
        look(page, "/rules/idle", "rule-table-" + name);
        look(page, "/rules/manoeuvre-severity?edit=true", "rule-table-edit-" + name);
        look(page, DemoRules.PAGE, "rule-change-" + name);
        look(page, VERSIONS, "rule-versions-" + name);
        desk.state = Batch.State.SENDING;
        look(page, WEEK, "sending-" + name);
        look(page, "/objections", "objections-" + name);
        look(page, "/objections/" + DemoObjections.OPEN, "objection-" + name);
        look(page, DemoObjections.PATH + "?lang=" + language, "link-" + name);
        board.progress = Optional.of(new Progress(3, 8, "2026-W43"));
        board.contests = List.of();
        look(page, "/", "progress-" + name);

        assertThat(complaints).isEmpty();
    }

    @Test
    void anExclusionIsPostedWithItsReasonAndTakenBack() {
        Page page = reviewing();

        page.locator("#driver-d2 .action summary").click();
        screenshot(page, "week-excluding");
        page.locator("#driver-d2 input[name=reason]").fill("trou GPS mardi");
        page.locator("#driver-d2 .action form button").click();
        assertThat(page.locator("#driver-d2").textContent()).contains("trou GPS mardi");
        screenshot(page, "week-excluded");
        page.locator("#driver-d2 .action button").click();

        assertThat(page.locator("#driver-d2").textContent()).doesNotContain("trou GPS mardi");
        assertThat(desk.calls).containsExactly("exclude d2 trou GPS mardi admin", "include d2 admin");
        assertThat(complaints).isEmpty();
    }

    @Test
    void anApprovalNamesItsNumbersAndThenShowsTheMessages() {
        Page page = reviewing();

        page.locator(".decision .primary summary").click();
        assertThat(page.locator(".decision .primary form").textContent()).contains("13 conducteurs", "14 parties");
        screenshot(page, "week-approving");
        page.locator(".decision .primary button").click();

        assertThat(page.locator(".done").textContent()).contains("Approuvé");
        assertThat(page.locator(".messages .counts").textContent()).contains("remis", "incertain");
        assertThat(page.content()).doesNotContain("33612345601").contains("+33 ·· ·· ·· 01");
        assertThat(desk.calls).containsExactly("APPROVE 3  admin");
    }

    @ParameterizedTest
    @CsvSource({"SCORE_AGAIN,1", "CANCEL,2"})
    void scoringAgainAndCancellingCarryTheirReason(String decision, int place) {
        Page page = reviewing();

        Locator act = page.locator(".decision details.act").nth(place);
        act.locator("summary").click();
        act.locator("input[name=reason]").fill("données en retard");
        act.locator("button").click();

        assertThat(page.locator(".done").isVisible()).isTrue();
        assertThat(desk.calls).containsExactly(decision + " 3 données en retard admin");
    }

    @Test
    void aDecisionOnOldMarksIsRefusedAtItsPlace() {
        Page page = reviewing();

        desk.revision = 4;
        page.locator(".decision .primary summary").click();
        page.locator(".decision .primary button").click();

        assertThat(page.locator(".decision .refusal").textContent()).contains("notée de nouveau");
        screenshot(page, "week-refused");
        assertThat(desk.calls).isEmpty();
    }

    @Test
    void aWeekIsStartedByHand() {
        Page page = reviewing();

        page.navigate(origin + "/");
        page.locator("details.start summary").click();
        page.locator("input[name=week]").fill("2026-W40");
        page.locator("details.start button").click();

        assertThat(page.locator(".done").textContent()).contains("S40 est lancée");
        assertThat(board.calls).containsExactly("start contest-7 2026-W40 admin");
    }

    @Test
    void theBarFollowsTheFirstRunAndGivesWayToTheWeeks() {
        Page page = open(1440, "fr", ColorScheme.LIGHT);
        signIn(page);
        board.progress = Optional.of(new Progress(3, 8, "2026-W43"));
        page.navigate(origin + "/");
        assertThat(page.locator("progress").getAttribute("value")).isEqualTo("3");

        board.progress = Optional.of(new Progress(5, 8, "2026-W44"));
        page.locator("progress[value='5']").waitFor();
        board.progress = Optional.empty();

        page.waitForCondition(() -> page.locator("progress").count() == 0);
        page.locator(".strip").waitFor();
        assertThat(complaints).isEmpty();
    }

    @Test
    void theKeyboardAloneExcludesADriver() {
        Page page = reviewing();

        page.locator("#driver-d3 .action summary").focus();
        page.keyboard().press("Enter");
        page.waitForCondition(() -> (Boolean) page.evaluate("document.activeElement.name === 'reason'"));
        page.keyboard().type("boîte en panne");
        page.keyboard().press("Enter");
        page.waitForCondition(() -> !desk.calls.isEmpty());

        assertThat(desk.calls).containsExactly("exclude d3 boîte en panne admin");
    }

    @Test
    void aZoneIsDrawnTriedAndOnlyThenSaved() {
        Page page = reviewing();
        page.navigate(origin + ZONES);
        page.locator("[data-zones][data-ready]").waitFor();

        page.locator("[data-draw=polygon]").click();
        for (int[] corner : new int[][] {{300, 200}, {400, 200}, {350, 280}}) {
            page.locator(".map").click(new Locator.ClickOptions().setPosition(corner[0], corner[1]));
        }
        page.locator("[data-close]").click();
        page.locator(".drawn-zone:last-child [data-name]").fill("Fosse sud");
        page.locator("select[name=vehicle]").selectOption("v1");
        page.locator("input[name=day]").fill("2026-11-18");
        page.locator("button[formaction$=trial]").click();

        assertThat(page.locator(".trial-result h2").textContent())
                .contains("13 visites avec les zones dessinées, 12 avec celles enregistrées");
        screenshot(page, "zones-tried");
        assertThat(zones.calls).containsExactly("try 4 v1 2026-11-18");

        page.locator("button[name=save]").click();

        assertThat(page.locator(".done").textContent()).contains("4 zones enregistrées");
        assertThat(zones.saved.get(3).name()).isEqualTo("Fosse sud");
        assertThat(zones.saved.get(3).type()).isEqualTo("load");
        assertThat(complaints).isEmpty();
    }

    @Test
    void aCircleIsDrawnFromItsMiddleToItsEdge() {
        Page page = reviewing();
        page.navigate(origin + ZONES);
        page.locator("[data-zones][data-ready]").waitFor();

        page.locator("[data-draw=circle]").click();
        page.locator(".map").click(new Locator.ClickOptions().setPosition(300, 200));
        page.locator(".map").click(new Locator.ClickOptions().setPosition(340, 200));
        page.locator("button[name=save]").click();
        page.locator(".done").waitFor();

        assertThat(zones.saved).hasSize(4);
        assertThat(zones.saved.get(3).radiusM().orElse(0)).isGreaterThan(1);
    }

    @Test
    void theKeyboardAloneChangesAZoneByItsText() {
        Page page = reviewing();
        page.navigate(origin + ZONES);
        page.locator("[data-zones][data-ready]").waitFor();

        page.locator(".geojson summary").focus();
        page.keyboard().press("Enter");
        page.locator("[data-text]")
                .fill(page.locator("[data-text]").inputValue().replace("Plateforme", "Quai"));
        page.locator("[data-text]").press("Tab");
        page.locator(".drawn-zone [data-name]").nth(1).waitFor();

        assertThat(page.locator(".drawn-zone [data-name]").nth(1).inputValue()).isEqualTo("Quai");
        page.locator("button[name=save]").focus();
        page.keyboard().press("Enter");
        page.locator(".done").waitFor();
        assertThat(zones.saved.get(1).name()).isEqualTo("Quai");
    }

    @Test
    void camundasPagesOpenWithTheSameSignIn() {
        Page page = open(1440, "en", ColorScheme.LIGHT);
        signIn(page);

        page.navigate(origin + "/camunda/app/cockpit/default/");
        page.locator("text=Running Process Instances").first().waitFor();
        // its scripts go on loading; left halfway they would keep Tasklist's from starting
        page.waitForLoadState(LoadState.NETWORKIDLE);
        screenshot(page, "cockpit");
        page.navigate(origin + "/camunda/app/tasklist/default/");
        page.locator("text=Weeks to review").first().waitFor();
        screenshot(page, "tasklist");
    }

    @Test
    void theReviewIsDoneByKeyboardAlone() {
        Page page = reviewing();
        page.navigate(origin + WEEK + "/review");
        page.locator("[data-review][data-ready]").waitFor();

        page.keyboard().press("j");
        String first = page.locator("tr.current").getAttribute("data-id");
        page.keyboard().press("x");
        page.keyboard().type("trou GPS");
        page.keyboard().press("Enter");
        page.locator("tr.current.taken").waitFor();
        screenshot(page, "review-excluded");
        page.keyboard().press("u");
        page.locator("tr.current:not(.taken)").waitFor();
        page.keyboard().press("e");
        page.locator("#sheet textarea:focus").waitFor();
        page.keyboard().press("Control+A");
        page.keyboard().type("Bravo, rang {rank} sur {of}");
        page.keyboard().press("Escape");
        page.locator("tr.current:has-text('modifié par admin')").waitFor();
        page.keyboard().press("o");
        page.locator("#sheet h2:focus").waitFor();
        screenshot(page, "review-sheet");
        page.keyboard().press("Escape");
        page.keyboard().press("a");
        page.locator("#approve input[name=reason]:focus").waitFor();
        screenshot(page, "review-approving");
        page.keyboard().press("Enter");
        page.locator(".done").waitFor();

        assertThat(desk.calls.stream().filter(call -> !call.startsWith("look")))
                .containsExactly(
                        "exclude " + first + " trou GPS admin",
                        "undo admin",
                        "reword " + first + " Bravo, rang {rank} sur {of} admin",
                        "APPROVE 6  admin");
        assertThat(complaints).isEmpty();
    }

    private Page reviewing() {
        Page page = open(1440, "fr", ColorScheme.LIGHT);
        signIn(page);
        page.navigate(origin + WEEK);
        return page;
    }

    private Page open(int width, String language, ColorScheme scheme) {
        context = chromium.browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setLocale(language)
                .setColorScheme(scheme)
                .setReducedMotion(ReducedMotion.REDUCE));
        Page page = context.newPage();
        page.setDefaultTimeout(15_000);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        return page;
    }

    private void signIn(Page page) {
        page.navigate(origin + "/sign-in");
        page.locator("input[name=username]").fill("admin");
        page.locator("input[name=password]").fill(PagesPreview.PASSWORD);
        page.locator("main button").click();
        page.waitForURL(origin + "/**");
        assertThat(page.locator(".who .name").textContent()).isEqualTo("admin");
    }

    private void look(Page page, String path, String name) {
        page.navigate(origin + path);
        screenshot(page, name);
        assertThat(page.evaluate(STICKING_OUT))
                .as("what sticks out at the right of " + name)
                .isEqualTo(List.of());
        assertThat(page.content()).as(name).doesNotContain("??");
    }

    private static void screenshot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true));
    }
}
