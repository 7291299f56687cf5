package org.optimizer.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What operators see of rejects and held batches, and what their decisions call. */
class RejectsPagesTest {
    private final DemoRejects desk = PagesPreview.shared().getBean(DemoRejects.class);
    private final Visitor operator = People.visitor("operator");

    @BeforeEach
    void reset() {
        desk.reset();
    }

    @Test
    void reasonsAreCountedInWordsAndRowsAreShownAsText() {
        assertThat(operator.get("/rejects").body())
                .contains(
                        "position impossible",
                        "heure dans le futur",
                        "unreadable time",
                        "86400",
                        "Ligne non gardée",
                        "Benne 04 &lt;Volvo&gt;",
                        "&lt;b&gt;00/00/0000&lt;/b&gt;")
                .doesNotContain("<b>00");
    }

    @Test
    void inEnglishTooAndEachMistakeIsAFactor() {
        assertThat(operator.get("/rejects?lang=en").body())
                .contains("km/h taken for m/s: times 0.278", "knots taken for km/h: times 1.852")
                .contains("reported = 3.59 × derived from positions", "account set to m/s");
        operator.get("/rejects?lang=fr");
    }

    @Test
    void aFilterIsHandedOn() {
        operator.get("/rejects?state=DISMISSED&source=inbox&reason=empty-fix&vehicle=v1");
        assertThat(desk.calls).containsExactly("look DISMISSED inbox empty-fix v1");
    }

    @Test
    void tickedRowsAreReplayedOrDismissedWithAReason() {
        Map<String, String> form =
                Map.of("id", "a1", "source", "", "reason", "future-time", "vehicle", "", "why", "clock mended");
        operator.post("/rejects/replay", form, "/rejects");
        operator.post("/rejects/dismiss", form, "/rejects");

        assertThat(desk.calls).contains("replay [a1] clock mended operator", "dismiss [a1] clock mended operator");
    }

    @Test
    void withNoneTickedAllOfTheFilterAreMeant() {
        String next = operator.post(
                        "/rejects/replay",
                        Map.of("source", "", "reason", "future-time", "vehicle", "", "why", "clock mended"),
                        "/rejects")
                .headers()
                .firstValue("Location")
                .orElseThrow();

        assertThat(desk.calls).contains("replay [all of future-time] clock mended operator");
        assertThat(next).endsWith("/rejects?source=&reason=future-time&vehicle=");
        assertThat(operator.get(next.substring(next.indexOf("/rejects"))).body())
                .contains("7 lignes présentées", "4 passent", "2 de nouveau rejetées");
    }

    @Test
    void withoutAReasonNothingIsDone() {
        operator.post("/rejects/dismiss", Map.of("source", "", "reason", "", "vehicle", "", "why", " "), "/rejects");

        assertThat(desk.calls).noneMatch(call -> call.startsWith("dismiss"));
        assertThat(operator.get("/rejects").body()).contains("dites pourquoi");
    }

    @Test
    void aHeldDayIsConvertedByItsKey() {
        operator.post(
                "/rejects/held",
                Map.of(
                        "batch",
                        "mycartracks\r\nv1\r\n2026-11-20\r\nKMH_AS_MPS",
                        "verdict",
                        "converted",
                        "why",
                        "account"),
                "/rejects");

        assertThat(desk.calls)
                .contains("decide [Key[source=mycartracks, vehicleId=v1, day=2026-11-20, mistake=KMH_AS_MPS]] CONVERTED"
                        + " account operator");
        assertThat(operator.get("/rejects").body())
                .containsPattern("1 journée convertie\u00a0: 14.000 points enregistrés");
    }

    @Test
    void withoutADayNothingIsDecided() {
        operator.post("/rejects/held", Map.of("verdict", "converted", "why", "account"), "/rejects");
        assertThat(desk.calls).noneMatch(call -> call.startsWith("decide"));
    }

    @Test
    void theFirstPageSaysThatSomethingWaitsToThoseWhoMayDecide() {
        assertThat(operator.get("/").body()).contains("2 journées enregistrées attendent votre décision");
        assertThat(People.visitor("fleet-manager").get("/").body())
                .doesNotContain("attendent votre décision", "/rejects");
        desk.empty = true;
        assertThat(operator.get("/").body()).doesNotContain("attendent votre décision");
        assertThat(operator.get("/rejects").body()).contains("Aucun.");
    }
}
