package org.optimizer.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may decide on messages of unknown fate and lift a pause, and with what in view. */
class UnclearSmsPagesTest {
    private static final String PAGE = "/sms/unclear";

    private final DemoUnclear unclear = PagesPreview.shared().getBean(DemoUnclear.class);
    private final DemoUnclear.Guard guard = PagesPreview.shared().getBean(DemoUnclear.Guard.class);

    @BeforeEach
    void pause() {
        guard.paused = Optional.of("database-restored");
    }

    @AfterEach
    void forget() {
        unclear.decisions.clear();
        guard.lifts.clear();
        guard.paused = Optional.empty();
    }

    @Test
    void aPauseIsSaidOnTheFirstPage() {
        assertThat(People.visitor("operator").get("/").body()).contains("L’envoi est suspendu", "/sms/unclear");
        guard.paused = Optional.empty();
        assertThat(People.visitor("operator").get("/").body()).doesNotContain("L’envoi est suspendu");
    }

    @Test
    void allThatIsKnownOfAMessageIsBesideItsTwoWaysOut() {
        String page = People.visitor("contest-approver").get(PAGE).body();

        assertThat(page)
                .contains("d07", "no answer within 15000 ms", "Aucun accusé", "Essai 2", "HTTP 503", "buffered")
                .contains("value=\"abandon\"", "value=\"resend\"")
                .doesNotContain("33639980101", "??");
        assertThat(page).containsPattern("value=\"8\"[^>]*disabled").doesNotContainPattern("value=\"7\"[^>]*disabled");
        assertThat(People.visitor("contest-approver").get(PAGE + "?lang=en").body())
                .contains("restored from a backup", "No receipt")
                .doesNotContain("??");
    }

    @Test
    void theDecisionIsThatOfThePersonSignedIn() {
        Visitor approver = People.visitor("contest-approver");
        approver.post(PAGE, Map.of("sms", "7", "settlement", "abandon"), PAGE);

        assertThat(unclear.decisions).singleElement().asString().matches("7 abandon .+");
    }

    @Test
    void whatIsNoDecisionIsRefusedInWords() {
        Visitor operator = People.visitor("operator");
        operator.post(PAGE, Map.of("sms", "7", "settlement", "perhaps"), PAGE);

        assertThat(operator.get(PAGE).body()).doesNotContain("??");
        assertThat(unclear.decisions).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ask", "send"})
    void aPauseIsLiftedByAPersonWhoSaysWhatToThinkOfWaitingMessages(String waiting) {
        Visitor operator = People.visitor("operator");
        assertThat(operator.get(PAGE).body()).contains("L’envoi est suspendu");

        operator.post(PAGE + "/lift", Map.of("waiting", waiting), PAGE);

        assertThat(guard.lifts).singleElement().asString().matches(".+ " + waiting.equals("ask"));
        assertThat(operator.get(PAGE).body()).doesNotContain("L’envoi est suspendu");
    }

    @Test
    void aFleetManagerMayNeitherLookNorDecide() {
        Visitor manager = People.visitor("fleet-manager");

        assertThat(manager.get(PAGE).statusCode()).isEqualTo(403);
        assertThat(manager.post(PAGE, Map.of("sms", "7", "settlement", "resend"), "/")
                        .statusCode())
                .isEqualTo(403);
        assertThat(unclear.decisions).isEmpty();
    }
}
