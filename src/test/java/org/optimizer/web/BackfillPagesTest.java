package org.optimizer.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.optimizer.model.Backfill;

class BackfillPagesTest {
    private static final String LOOK = "/backfill?scope=site:quarry&from=2026-11-16&to=2026-11-22";
    private static final String ORDER =
            "{\"scope\":\"all\",\"from\":\"2026-11-16\",\"to\":\"2026-11-22\",\"reason\":\"%s\",\"dryRun\":%s}";

    private final DemoBackfills backfills = PagesPreview.shared().getBean(DemoBackfills.class);
    private final Visitor operator = People.visitor("operator");

    @BeforeEach
    @AfterEach
    void reset() {
        backfills.reset();
    }

    @Test
    void beforeAnythingIsFetchedItIsShownWhatIsStoredAndWhichWeeksAreTouched() {
        assertThat(operator.get(LOOK).body())
                .contains("2 véhicules\u00a0: 7 journées-véhicule seraient demandées de nouveau", "5 sur 7")
                .contains("Benne &lt;2&gt;", "non\u00a0: ses points arrivent d’eux-mêmes", "il y a 3 j")
                .contains("close\u00a0: reçoit des faits, jamais d’autres résultats", "peut être noté à côté");
        assertThat(backfills.calls).isEmpty();
    }

    @Test
    void aRangeThatIsNoneIsRefusedInWords() {
        assertThat(operator.get("/backfill?scope=all&from=2026-11-22&to=2026-11-16")
                        .body())
                .contains("class=\"refusal\"", "Rien n’a été lancé");
        assertThat(operator.get("/backfill?scope=all&from=x&to=2026-11-16").body())
                .contains("expected two days such as");
    }

    @Test
    void itIsStartedWithAReasonWatchedAndCancelled() {
        var answer = operator.post(
                "/backfill",
                Map.of("scope", "site:quarry", "from", "2026-11-16", "to", "2026-11-22", "reason", "routeur"),
                LOOK);
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/backfill/" + DemoBackfills.ID);
        assertThat(backfills.calls).containsExactly("start site:quarry 2026-11-16 2026-11-22 routeur operator");

        String page = "/backfill/" + DemoBackfills.ID;
        assertThat(operator.get(page).body())
                .contains("17 journées-véhicule demandées sur 28", "value=\"60\"", "un &lt;routeur&gt; sans réseau")
                .contains("data-live=\"" + page + "/progress\"");
        assertThat(operator.get(page + "/progress").body()).doesNotContain("data-done");

        operator.post(page + "/cancel", Map.of(), page);
        assertThat(backfills.calls).contains("cancel " + DemoBackfills.ID + " operator");
        assertThat(operator.get(page).body())
                .contains("Annulé. Ce qui a été trouvé reste.")
                .doesNotContain("/cancel\"");
        assertThat(operator.get(page + "/progress").body()).contains("data-done");
    }

    @Test
    void oneThatHasStoppedSaysWhy() {
        backfills.incident = Optional.of("Le fournisseur a répondu 503 trois fois.");
        assertThat(operator.get("/backfill/" + DemoBackfills.ID).body())
                .contains("arrêté", "Le fournisseur a répondu 503 trois fois.");
        assertThat(operator.get("/backfill/none").statusCode()).isEqualTo(404);
        assertThat(operator.post("/backfill/none/cancel", Map.of(), "/backfill").statusCode())
                .isEqualTo(404);
    }

    @Test
    void theCommandLineOrdersAndWatchesWithItsPasswordAndNobodyElseDoes() {
        String user = "operator:" + People.PASSWORD;
        Visitor stranger = new Visitor();

        assertThat(stranger.postAs(user, "/api/backfills", ORDER.formatted("", true))
                        .body())
                .contains("\"id\":\"\"", "\"asked\":7", "\"state\":\"closed\"", "\"daysWithFixes\":5");
        assertThat(backfills.calls).isEmpty();
        var started = stranger.postAs(user, "/api/backfills", ORDER.formatted("router", false));
        assertThat(started.statusCode()).isEqualTo(202);
        assertThat(started.body()).contains(DemoBackfills.ID);
        assertThat(backfills.calls).containsExactly("start all 2026-11-16 2026-11-22 router operator");
        backfills.state = Backfill.State.DONE;
        assertThat(stranger.getAs(user, "/api/backfills/" + DemoBackfills.ID).body())
                .contains("\"state\":\"done\"", "\"done\":28,\"of\":28");

        for (String other : new String[] {"fleet-manager", "contest-approver", "nobody"}) {
            assertThat(stranger.postAs(other + ":" + People.PASSWORD, "/api/backfills", ORDER.formatted("x", true))
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(stranger.postAs(People.FORGETFUL + ":wrong", "/api/backfills", ORDER.formatted("x", true))
                        .statusCode())
                .isEqualTo(401);
        assertThat(operator.get("/api/backfills/" + DemoBackfills.ID).statusCode())
                .isEqualTo(401);
    }

    @Test
    void anOrderThatCannotBeUsedIsAnsweredWithWhatWasExpected() {
        String user = "operator:" + People.PASSWORD;
        Visitor stranger = new Visitor();
        assertThat(stranger.postAs(user, "/api/backfills", ORDER.formatted(" ", false))
                        .body())
                .isEqualTo("{\"error\":\"reason: expected 1 to 1000 characters, found 0\"}");
        assertThat(stranger.postAs(user, "/api/backfills", "{\"from\":\"yesterday\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(stranger.postAs(user, "/api/backfills", "{}").body()).contains("expected scope, from and to");
        assertThat(stranger.getAs(user, "/api/backfills/none").statusCode()).isEqualTo(400);
    }
}
