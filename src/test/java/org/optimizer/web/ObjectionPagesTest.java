package org.optimizer.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an approver sees of an objection before he decides, and what those who write rules see of all. */
class ObjectionPagesTest {
    private static final String ONE = "/objections/" + DemoObjections.OPEN;

    private final DemoObjections.Desk desk = PagesPreview.shared().getBean(DemoObjections.Desk.class);
    private final DemoObjections.Minutes minutes = PagesPreview.shared().getBean(DemoObjections.Minutes.class);
    private final Visitor approver = People.visitor("contest-approver");

    @BeforeEach
    @AfterEach
    void reset() {
        desk.reset();
        minutes.forgotten = false;
    }

    @Test
    void theMinuteAroundTheEventIsShownWithTheRowOfTheRules() {
        String page = approver.get(ONE).body();

        assertThat(page)
                .contains("Amélie Fontaine", "Un &lt;chien&gt; a traversé", "La minute autour")
                .contains("peak_from_mps2", "2.0", "tipper-braking-severe")
                .contains("0\u00a0s, 62,0\u00a0km/h", "class=\"event\"");
        assertThat(page.split("<circle r=\"2.2\"", -1)).hasSize(1 + 61);
    }

    @Test
    void withoutARecordingThePageSaysSo() {
        minutes.forgotten = true;
        assertThat(approver.get(ONE).body())
                .contains("n’existe pas ou plus", "Aucune table n’a cette ligne")
                .doesNotContain("<polyline");
    }

    @Test
    void aDecisionIsCarriedOutInTheNameOfWhoMadeIt() {
        approver.post(ONE, Map.of("verdict", "UPHOLD", "reason", "vu sur la trace"), ONE);

        assertThat(desk.calls).containsExactly("UPHOLD " + DemoObjections.OPEN + " vu sur la trace contest-approver");
        assertThat(approver.get(ONE).body()).contains("Acceptée\u00a0: l’événement ne coûte plus");
    }

    @Test
    void aDecisionWithoutAReasonIsRefusedInWords() {
        approver.post(ONE, Map.of("verdict", "REFUSE", "reason", " "), ONE);

        assertThat(approver.get(ONE).body()).contains("class=\"refusal\"", "un motif est nécessaire");
        assertThat(desk.calls).isEmpty();
    }

    @Test
    void whatIsDecidedIsShownWithItsReasonAndNotOfferedAgain() {
        assertThat(approver.get("/objections/" + DemoObjections.REFUSED).body())
                .contains("par anne", "Le délai d’un client")
                .doesNotContain("name=\"verdict\"");
    }

    @Test
    void anUnknownObjectionLeadsNowhere() {
        assertThat(approver.get("/objections/none").statusCode()).isEqualTo(404);
        assertThat(approver.post("/objections/none", Map.of("verdict", "REFUSE", "reason", "x"), ONE)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void rowsOfTheRulesAreCountedForAllWhoNeedThemAndDriversAreNamedToApproversOnly() {
        String counts = People.visitor("operator").get("/objections").body();
        assertThat(counts)
                .contains("tipper-braking-severe", "214", "75\u00a0%")
                .doesNotContain("Amélie", "chien", "/objections/");
        assertThat(approver.get("/objections").body())
                .contains("À décider", "Amélie Fontaine", "Un &lt;chien&gt; a traversé", ONE);
    }
}
