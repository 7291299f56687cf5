package org.optimizer.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the page of providers says, and what its button asks. */
class ProviderPagesTest {
    private final DemoProviders providers = PagesPreview.shared().getBean(DemoProviders.class);

    @BeforeEach
    void reset() {
        providers.reset();
    }

    @Test
    void vehiclesWithAProblemComeFirstWithTheReasonAndTheDays() {
        String page = People.visitor("operator").get("/providers").body();
        assertThat(page)
                .contains(
                        "Benne 02 &lt;Volvo&gt;", "found more; nothing of this answer was kept", "4 tentatives depuis")
                .contains("sam. 21 nov. 2026 – dim. 22 nov. 2026", "10\u00a0% de 40 demandes", "il y a 10 min")
                .contains("Dossier de dépôt", "Ses points arrivent d’eux-mêmes", "Aucun véhicule n’a cette source.");
        assertThat(page.indexOf("Benne 02")).isLessThan(page.indexOf("Benne 01"));
        assertThat(page.split("action=\"/providers/test\"", -1))
                .as("only what can be asked has a button")
                .hasSize(2);
    }

    @Test
    void inEnglishToo() {
        assertThat(People.visitor("operator").get("/providers?lang=en").body())
                .contains("Providers of traces", "4 attempts since", "10% of 40 requests", "Newest fix");
    }

    @Test
    void whatConcernsAllVehiclesStandsAboveThem() {
        providers.failsForAll = true;
        String page = People.visitor("operator").get("/providers").body();
        assertThat(page.indexOf("POST token: expected status 200, found 401"))
                .isPositive()
                .isLessThan(page.indexOf("Benne 02"));
    }

    @Test
    void theButtonSaysWhatItFound() {
        Visitor operator = People.visitor("operator");
        operator.get("/providers");
        operator.post("/providers/test", Map.of("source", "mycartracks"), "/providers");
        assertThat(operator.get("/providers").body()).contains("Il répond\u00a0: 12 véhicules, en 0,34 s.");

        providers.answers = false;
        operator.post("/providers/test", Map.of("source", "mycartracks"), "/providers");
        assertThat(operator.get("/providers").body())
                .contains("Il ne répond pas comme prévu. MyCarTracks POST token", "client-secret");
    }

    @Test
    void aSourceThatIsNotThereIsNotFound() {
        assertThat(People.visitor("operator")
                        .post("/providers/test", Map.of("source", "elsewhere"), "/providers")
                        .statusCode())
                .isEqualTo(404);
    }
}
