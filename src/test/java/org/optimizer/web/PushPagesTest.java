package org.optimizer.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PushPagesTest {
    private static final String SPACE = "[ \u00a0\u202f,]";

    @Test
    void theOperatorSeesWhatCameWhatWaitsAndWhatCouldNotBeTaken() {
        String page = People.visitor("operator").get("/pushes").body();

        assertThat(page)
                .contains("Données poussées", "événements et notes", "En attente d’enregistrement", "T07")
                .contains("Véhicule ou boîtier inconnu", "359633100458590", "Échelle impossible")
                .containsPattern("86" + SPACE + "134")
                .containsPattern("93" + SPACE + "752");
    }

    @Test
    void inEnglishToo() {
        assertThat(People.visitor("admin").get("/pushes?lang=en").body())
                .contains("Pushes", "events and marks", "Waiting to be stored", "Unknown vehicle or device")
                .containsPattern("1" + SPACE + "812");
    }
}
