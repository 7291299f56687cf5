package org.optimizer.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.optimizer.model.Backtest;
import org.optimizer.model.BacktestKpi;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.KpiCount;
import org.optimizer.model.RuleChange.State;
import org.optimizer.model.ScoringMethod;
import org.optimizer.process.FolderWatch;
import org.optimizer.rules.RuleTables;

/** Looking at a change of the rules, and deciding on it. */
class RulePagesTest {
    private final DemoRules.Board board = PagesPreview.shared().getBean(DemoRules.Board.class);
    private final DemoRules.Desk desk = PagesPreview.shared().getBean(DemoRules.Desk.class);

    @BeforeEach
    void reset() {
        board.reset();
        desk.calls.clear();
    }

    @Test
    void theVersionsSayWhoBroughtThemWhenAndWhy() {
        assertThat(People.visitor("fleet-manager").get("/rules/versions").body())
                .contains("9f3c1ab77e02", "en vigueur", "le début", "dossier rules/", "plus juste")
                .contains("5c7d54876d70 (à décider")
                .doesNotContain("/return");
    }

    @Test
    void twoVersionsAreComparedCellByCell() {
        Visitor author = People.visitor("rule-author");
        assertThat(author.get("/rules/versions?before=sha256:0a1b2c3d4e5f6071&after=sha256:9f3c1ab77e02d4c8")
                        .body())
                .contains("tipper-braking-strong", "<del>1</del>", "<strong>2</strong>")
                .contains("value=\"sha256:9f3c1ab77e02d4c8\" selected");
        assertThat(author.get("/rules/versions?before=sha256:9f3c1ab77e02d4c8&after=sha256:9f3c1ab77e02d4c8")
                        .body())
                .contains("Ces deux versions sont les mêmes");
        assertThat(author.get("/rules/versions?before=x&after=y").statusCode()).isEqualTo(404);
    }

    @Test
    void theDeskSaysWhatIsInForceAndWhatWaits() {
        assertThat(People.visitor("rule-author").get("/rules").body())
                .contains("9f3c1ab77e02", "en vigueur", "à décider", "/rules/versions")
                .contains("Le dossier rules/ contient d’autres règles", "freinages &lt;forts&gt; trop peu chers")
                .contains("href=\"" + DemoRules.PAGE + "\"");
    }

    @Test
    void whatIsWrongWithTheFolderIsSaidInTheReadersWordsOrAsItIs() {
        Map<String, String> files = new TreeMap<>(DemoRules.FILES);
        files.computeIfPresent("contest.table.csv", (name, text) -> text.replace("decay,0.8,", "decay,viel,"));
        board.problem = new FolderWatch.Problem("contest.table.csv:3: expected", RuleTables.check(files));
        assertThat(People.visitor("fleet-manager").get("/rules").body())
                .contains("Le dossier rules/ a été modifié et contient une faute", "decay", "viel")
                .doesNotContain("contest.table.csv:3: expected");
        board.problem = new FolderWatch.Problem("kpi.drt: expected its end", List.of());
        assertThat(People.visitor("fleet-manager").get("/rules").body()).contains("<li>kpi.drt: expected its end</li>");
    }

    @Test
    void aChangeShowsItsCellsItsEffectAndTheSmsThatWouldReadOtherwise() {
        assertThat(People.visitor("rule-approver").get(DemoRules.PAGE).body())
                .contains("tipper-braking-strong", "<del>1</del>", "<strong>2</strong>")
                .contains("2 conducteurs sur 14 changent de rang", "2 SMS seraient autres (sur 28)")
                .contains("<del>Sem.47: note 14,8/20</del>", "Sem.47: note 14,3/20")
                .contains("/contests/contest-7/weeks/2026-W47/drivers/d1", "1 ligne n’a jamais servi")
                .contains("value=\"APPROVE\"");
    }

    @Test
    void aChangeOfWhatVehiclesDoShowsTheirFiguresBeforeAndAfter() {
        assertThat(People.visitor("rule-approver").get(DemoRules.PAGE).body()).doesNotContain("Véhicules : ");
        IsoWeek week = IsoWeek.parse("2026-W47");
        board.kpis = List.of(
                new BacktestKpi("elsewhere", week, KpiCount.CYCLES, 212, 207),
                new BacktestKpi("elsewhere", week, KpiCount.IDLE_H, 12.25, 12.26));

        assertThat(People.visitor("rule-approver").get(DemoRules.PAGE).body())
                .contains("Véhicules : elsewhere", "1 chiffre serait autre (sur 2", "Cycles complets")
                .contains("<td class=\"n\" data-label=\"Avant\">212</td>", ">207</td>", ">-5</td>")
                .contains("Heures d’arrêt inactif", ">12,3</td>");
    }

    @Test
    void contestsOfOtherMethodsAreNamedWithTheReasonWhyTheyAreNotCompared() {
        board.others = List.of(
                DemoWeek.contest("old", ScoringMethod.RELATIVE), DemoWeek.contest("globo", ScoringMethod.EVENT_RATES));

        assertThat(People.visitor("rule-approver").get(DemoRules.PAGE).body())
                .contains("(méthode relative) : non comparé, ce changement ne touche pas ses règles")
                .contains("(comptages d’un fournisseur) : non comparé");
        board.table = "relative.table.csv";
        assertThat(People.visitor("rule-approver").get(DemoRules.PAGE).body())
                .contains("(méthode relative) : ce changement touche ses règles, mais")
                .contains("(comptages d’un fournisseur) : non comparé");
    }

    @Test
    void whoeverDecidesIsWarnedOfAVersionThatWouldBeTakenBack() {
        assertThat(People.visitor("rule-approver").get(DemoRules.PAGE).body())
                .contains("la version 77aa02d4c89f est déjà approuvée à partir de 2026-W49");
        board.state = State.REFUSED;
        assertThat(People.visitor("rule-approver").get(DemoRules.PAGE).body()).doesNotContain("est déjà approuvée");
        assertThat(People.visitor("rule-approver").get("/rules").body())
                .contains("La version 77aa02d4c89f est approuvée à partir de 2026-W49");
    }

    @Test
    void theAuthorIsToldWhyHeMayNotDecideAndGetsNoForm() {
        board.author = "rule-approver";
        assertThat(People.visitor("rule-approver").get(DemoRules.PAGE).body())
                .contains("C’est votre changement")
                .doesNotContain("value=\"APPROVE\"");
        assertThat(People.visitor("fleet-manager").get(DemoRules.PAGE).body()).doesNotContain("value=\"APPROVE\"");
    }

    @Test
    void aTrialShowsTheWeeksBesideWhatCountedToThoseWhoMakeRules() {
        board.state = State.TRIAL;
        assertThat(People.visitor("rule-approver").get(DemoRules.PAGE).body())
                .contains("À l’essai", TRIAL_ONLY, "S46 n’a pas pu être notée à l’essai", "value=\"APPROVE\"");
        assertThat(People.visitor("rule-author").get(WEEK).body()).contains(DemoRules.PAGE + "#trial");
    }

    private static final String TRIAL_ONLY = DemoTrial.GAINED + " en plus";

    private static final String WEEK = "/contests/contest-7/weeks/2026-W47";

    @Test
    void nobodyElseSeesATrialOnAnyPageOrExport() {
        board.state = State.TRIAL;
        for (String role : List.of("fleet-manager", "contest-approver", "operator")) {
            Visitor reader = People.visitor(role);
            for (String page : List.of("/", WEEK, WEEK + "/drivers/d14", WEEK + "/drivers/d1", "/rules")) {
                assertThat(reader.get(page).body()).as(role + " " + page).doesNotContain(TRIAL_ONLY, "#trial");
            }
            assertThat(reader.get(DemoRules.PAGE).body()).as(role).doesNotContain("id=\"trial\"");
        }
    }

    @Test
    void aRunningBacktestShowsHowFarItIsAndAsksAgain() {
        board.backtest = Backtest.State.RUNNING;
        board.state = State.PROPOSED;
        assertThat(People.visitor("rule-approver").get(DemoRules.PAGE).body())
                .contains(
                        "1 sur 2",
                        "<progress value=\"1\" max=\"2\"",
                        "data-then=\"reload\"",
                        DemoRules.PAGE + "/progress")
                .contains("Arrêter et retirer ce changement")
                .doesNotContain("value=\"APPROVE\"");
        assertThat(People.visitor("rule-approver")
                        .get(DemoRules.PAGE + "/progress")
                        .body())
                .contains("1 sur 2")
                .doesNotContain("data-done");
        board.state = State.IN_APPROVAL;
        assertThat(People.visitor("rule-approver")
                        .get(DemoRules.PAGE + "/progress")
                        .body())
                .contains("data-done");
    }

    @Test
    void aDecisionIsCarriedOutAndARefusalIsSaidInWords() {
        Visitor approver = People.visitor("rule-approver");
        approver.post(
                DemoRules.PAGE + "/decision", Map.of("decision", "APPROVE", "fromWeek", "2026-W49"), DemoRules.PAGE);
        assertThat(approver.get(DemoRules.PAGE).body()).contains("gardent leurs règles");
        approver.post(DemoRules.PAGE + "/decision", Map.of("decision", "APPROVE"), DemoRules.PAGE);
        assertThat(approver.get(DemoRules.PAGE).body()).contains("indiquez la première semaine");
        assertThat(desk.calls).containsExactly("APPROVE " + DemoRules.CHANGE + " 2026-W49  rule-approver");
    }

    @Test
    void whoGoesBackProposesAndSaysWhy() {
        Visitor author = People.visitor("rule-author");
        String back = "/rules/versions/sha256:0a1b2c3d4e5f6071/return";
        assertThat(author.post(back, Map.of("why", "trop dur"), "/rules/versions")
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .endsWith(DemoRules.PAGE);
        author.post(back, Map.of("why", " "), "/rules/versions");
        assertThat(author.get("/rules/versions").body()).contains("un motif est nécessaire");
        assertThat(desk.calls).containsExactly("propose ROLLBACK trop dur rule-author");
    }
}
