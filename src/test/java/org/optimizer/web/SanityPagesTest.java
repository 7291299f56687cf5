package org.optimizer.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the pages say of the data, and what people may say about it. */
class SanityPagesTest {
    private static final String PAGE = "/sites/quarry/sanity";
    private static final String WEEK = "/contests/contest-7/weeks/2026-W47";

    private final DemoSanity desk = PagesPreview.shared().getBean(DemoSanity.class);

    @BeforeEach
    void reset() {
        desk.reset();
    }

    @Test
    void eachFindingIsASentenceWithWhatToDo() {
        String page = People.visitor("fleet-manager").get(PAGE).body();
        assertThat(page)
                .contains(
                        "T07 &lt;Volvo&gt;",
                        "rien reçu depuis mar. 17 nov. 14:32, alors que la flotte a roulé 3 jours\u00a0; badgé 2 jours",
                        "Vérifier le téléphone et son chargeur",
                        "12 % des points à une heure impossible".replace(" %", "\u00a0%"),
                        "trop peu de kilomètres\u00a0: 96,4, il en faut 150; moon phase")
                .doesNotContain("<Volvo>", "??sanity", "+33");
        assertThat(page.split("<details class=\"act\"", -1))
                .as("a fleet manager only reads")
                .hasSize(1);
    }

    @Test
    void inEnglishItSaysTheSame() {
        String page = People.visitor("operator").get(PAGE + "?lang=en").body();
        assertThat(page)
                .contains("nothing received since Tue 17 Nov 14:32, while the fleet drove on 3 days; log-ins on 2 days")
                .contains("too few kilometres", "Check the phone and its charger")
                .doesNotContain("??sanity");
    }

    @Test
    void mildFindingsCanBeLeftOut() {
        assertThat(People.visitor("operator").get(PAGE + "?severity=serious").body())
                .contains("Aucune trace")
                .doesNotContain("Horloge fausse");
        assertThat(People.visitor("operator").get(PAGE + "?severity=whatever").statusCode())
                .isEqualTo(404);
        assertThat(People.visitor("operator").get(PAGE + "?contest=nothing").statusCode())
                .isEqualTo(404);
    }

    @Test
    void anOperatorMarksAFindingAsKnownAndTakesItBack() {
        Visitor operator = People.visitor("operator");
        operator.post(
                PAGE + "/known",
                Map.of("key", DemoSanity.SILENT, "name", "T07", "until", "2026-11-30", "reason", "à l’atelier"),
                PAGE);
        assertThat(operator.get(PAGE).body())
                .contains("T07\u00a0: connu jusqu’au lun. 30 nov. 2026.", "à l’atelier", "N’est plus connu");

        operator.post(PAGE + "/unknown", Map.of("key", DemoSanity.SILENT, "name", "T07"), PAGE);
        assertThat(operator.get(PAGE).body()).doesNotContain("à l’atelier");
    }

    @Test
    void aMarkWithoutAReasonIsRefusedInWords() {
        Visitor operator = People.visitor("operator");
        operator.post(
                PAGE + "/known",
                Map.of("key", DemoSanity.SILENT, "name", "T07", "until", "2026-11-30", "reason", " "),
                PAGE);
        assertThat(operator.get(PAGE).body()).contains("Rien n’a été noté", "expected 1 to 1000 characters");
    }

    @Test
    void theHistoryOfAVehicleShowsEachCheck() {
        assertThat(People.visitor("fleet-manager").get(PAGE + "/v7").body())
                .contains("Historique\u00a0: T07 &lt;Volvo&gt;", "Contrôle après contrôle", "nouveau", "ouvert");
        assertThat(People.visitor("fleet-manager").get(PAGE + "/v99").body())
                .contains("Aucun contrôle n’a rien trouvé");
        assertThat(People.visitor("fleet-manager").get("/sites/moon/sanity/v7").statusCode())
                .isEqualTo(404);
    }

    @Test
    void theExportHoldsEachFindingAndNoTelephoneNumber() {
        String csv =
                new String(People.visitor("fleet-manager").bytes(PAGE + ".csv").body(), StandardCharsets.UTF_8);
        assertThat(csv.lines()).hasSize(22);
        assertThat(csv)
                .startsWith("\ufeffsite_id;kind;subject;")
                .contains("quarry;no-track;vehicle;v7;T07 <Volvo>;;serious;3,000;")
                .doesNotContain("+33");
    }

    @Test
    void countsAndMailsThatDidNotLeaveAreShown() {
        String page = People.visitor("operator").get(PAGE).body();
        assertThat(page).contains("Badge dans la semaine", "Mail server connection failed", "21 constats, 2 nouveaux");
        assertThat(People.visitor("fleet-manager").get(PAGE).body()).doesNotContain("Mail server connection failed");
    }

    @Test
    void beforeTheFirstCheckThePageSaysSo() {
        desk.checked = false;
        assertThat(People.visitor("admin").get(PAGE).body()).contains("Pas encore de contrôle");
        assertThat(People.visitor("admin").get(WEEK).body()).contains("n’a pas encore été contrôlée");
    }

    @Test
    void theFirstPageCountsWhatWaitsForThoseWhoMaySeeIt() {
        assertThat(People.visitor("operator").get("/").body())
                .contains("3 constats attendent", "href=\"" + PAGE + "\"", "href=\"/sanity\"");
        assertThat(People.visitor("contest-approver").get("/").body())
                .doesNotContain("constats attendent", "href=\"/sanity\"");
    }

    @Test
    void theReviewSaysWhatIsMissingAboveTheDrivers() {
        String page = People.visitor("contest-approver").get(WEEK).body();
        assertThat(page)
                .contains("Ce qui manque cette semaine", "Badge dans la semaine\u00a0: 2 sur 14", "et 10 à savoir")
                .contains("rien reçu depuis mar. 17 nov. 14:32")
                .doesNotContain("Note de la semaine\u00a0: 0");
        assertThat(page.indexOf("Ce qui manque cette semaine")).isLessThan(page.indexOf("class=\"ranking\""));
    }

    @Test
    void aDriversFindingsStandInHisLine() {
        String page = People.visitor("contest-approver").get(WEEK).body();
        String row = page.substring(page.indexOf("id=\"driver-d8\""));
        assertThat(row.substring(0, row.indexOf("</tr>")))
                .contains("a roulé 3 jours sans badger")
                .as("said by the line itself")
                .doesNotContain("ne reçoit pas de SMS");
    }

    @Test
    void aCheckThatFailedIsSaidAndTheReviewGoesOn() {
        desk.failure = Optional.of("table trace_day: cannot be read.");
        assertThat(People.visitor("contest-approver").get(WEEK).body())
                .contains("n’ont pas pu être contrôlées\u00a0: table trace_day: cannot be read.", "class=\"ranking\"");
        assertThat(People.visitor("operator").get(PAGE).body()).contains("a échoué\u00a0: table trace_day");
    }
}
