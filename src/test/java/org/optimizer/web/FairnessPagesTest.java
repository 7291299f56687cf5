package org.optimizer.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the fairness page says, and how people get there. */
class FairnessPagesTest {
    private static final String PAGE = "/contests/contest-7/fairness";

    private final DemoFairness audit = PagesPreview.shared().getBean(DemoFairness.class);

    @BeforeEach
    void reset() {
        audit.audited = true;
        audit.reported = true;
    }

    @Test
    void eachFactorIsASentenceWithItsFiguresAndAPicture() {
        String page = People.visitor("fleet-manager").get(PAGE).body();
        assertThat(page)
                .containsPattern(
                        "Plus l’enregistrement est lent, plus la note est haute\u00a0: r\u00a0=\u00a00,\\d\\d \\(0,\\d\\d à 0,\\d\\d\\), 13 conducteurs, 104 semaines")
                .contains("régler tous les téléphones sur un point par seconde")
                .containsPattern("Aucun lien visible entre le véhicule et la note")
                .contains(
                        "class=\"ranked\"",
                        "class=\"unranked\"",
                        "Secondes entre deux points",
                        "Semaine après semaine");
        assertThat(page.split("<svg class=\"plot\"", -1)).hasSize(5);
    }

    @Test
    void inEnglishTheFiguresHaveAPoint() {
        String page = People.visitor("fleet-manager").get(PAGE + "?lang=en").body();
        assertThat(page).containsPattern("The slower the recording, the higher the score: r\u00a0=\u00a00\\.\\d\\d");
    }

    @Test
    void namesOfVehiclesAreShownAsText() {
        assertThat(People.visitor("admin").get(PAGE).body())
                .contains("Benne 04 &lt;Volvo&gt;", ">v9<")
                .doesNotContain("<Volvo>");
    }

    @Test
    void aFigureThatNoPhoneReportsIsSaidSoWithoutAPicture() {
        audit.reported = false;
        String page = People.visitor("admin").get(PAGE).body();
        assertThat(page)
                .contains("Trop peu pour en dire quelque chose\u00a0: aucun conducteur", "Semaine après semaine");
        assertThat(page.split("<svg class=\"plot\"", -1)).hasSize(4);
    }

    @Test
    void beforeTheFirstAuditThePageSaysSo() {
        audit.audited = false;
        assertThat(People.visitor("admin").get(PAGE).body())
                .contains("Pas encore d’audit")
                .doesNotContain("<svg class=\"plot\"");
    }

    @Test
    void itIsLinkedFromTheFirstPageAndFromTheWeek() {
        Visitor manager = People.visitor("fleet-manager");
        assertThat(manager.get("/").body()).contains("href=\"" + PAGE + "\"");
        assertThat(manager.get("/contests/contest-7/weeks/2026-W47").body()).contains("href=\"" + PAGE + "\"");
    }

    @Test
    void aContestThatIsNotThereIsNotFound() {
        assertThat(People.visitor("admin").get("/contests/nothing/fairness").statusCode())
                .isEqualTo(404);
    }
}
