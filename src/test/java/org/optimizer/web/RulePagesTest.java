package org.optimizer.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.optimizer.model.Backtest;
import org.optimizer.model.RuleChange.State;

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
    void theDeskSaysWhatIsInForceAndWhatWaits() {
        assertThat(People.visitor("rule-author").get("/rules").body())
                .contains("9f3c1ab77e02", "en vigueur", "à décider", "le début", "dossier rules/")
                .contains("Le dossier rules/ contient d’autres règles", "freinages &lt;forts&gt; trop peu chers")
                .contains("href=\"" + DemoRules.PAGE + "\"");
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
    void theAuthorIsToldWhyHeMayNotDecideAndGetsNoForm() {
        board.author = "rule-approver";
        assertThat(People.visitor("rule-approver").get(DemoRules.PAGE).body())
                .contains("C’est votre changement")
                .doesNotContain("value=\"APPROVE\"");
        assertThat(People.visitor("fleet-manager").get(DemoRules.PAGE).body()).doesNotContain("value=\"APPROVE\"");
    }

    @Test
    void aRunningBacktestShowsHowFarItIsAndAsksAgain() {
        board.backtest = Backtest.State.RUNNING;
        board.state = State.PROPOSED;
        assertThat(People.visitor("rule-approver").get(DemoRules.PAGE).body())
                .contains("1 sur 2", "<progress value=\"1\" max=\"2\"", "data-then=\"reload\"")
                .doesNotContain("value=\"APPROVE\"");
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
        assertThat(author.post(back, Map.of("why", "trop dur"), "/rules")
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .endsWith(DemoRules.PAGE);
        author.post(back, Map.of("why", " "), "/rules");
        assertThat(author.get("/rules").body()).contains("un motif est nécessaire");
        assertThat(desk.calls).containsExactly("propose ROLLBACK trop dur rule-author");
    }
}
