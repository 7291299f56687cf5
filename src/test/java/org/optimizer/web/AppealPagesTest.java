package org.optimizer.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.optimizer.model.Amendment;
import org.optimizer.model.Batch;
import org.optimizer.model.DrivingEvent;
import org.optimizer.model.EventKey;

/** What the pages say about closing, teams and leagues, and what an approver may do about an event. */
class AppealPagesTest {
    private static final String WEEK = "/contests/contest-7/weeks/2026-W47";
    private static final String DRIVER = WEEK + "/drivers/d1";

    private final Doubles.Desk desk = PagesPreview.shared().getBean(Doubles.Desk.class);
    private final Doubles.Appendix appendix = PagesPreview.shared().getBean(Doubles.Appendix.class);
    private final Doubles.Appeals appeals = PagesPreview.shared().getBean(Doubles.Appeals.class);
    private final Visitor approver = People.visitor("contest-approver");
    private final DrivingEvent event = DemoWeek.events().stream()
            .filter(candidate -> candidate.points() > 0)
            .findFirst()
            .orElseThrow();

    @BeforeEach
    @AfterEach
    void reset() {
        desk.reset();
        appendix.reset();
        appeals.calls.clear();
    }

    private static Map<String, String> form(DrivingEvent event, String revision) {
        EventKey key = EventKey.of(event);
        return new HashMap<>(Map.of(
                "vehicleId", key.vehicleId(),
                "kind", key.kind().name(),
                "at", key.at().toString(),
                "revision", revision,
                "reason", "un <chien> sur la piste"));
    }

    @Test
    void aWeekSaysUntilWhenItIsProvisional() {
        for (Batch.State state : List.of(Batch.State.IN_REVIEW, Batch.State.SENDING, Batch.State.PUBLISHED)) {
            desk.state = state;
            assertThat(approver.get(WEEK).body()).contains("provisoires jusqu’au jeu. 26 nov. 2026 12:00");
        }
        desk.state = Batch.State.SCORING;
        assertThat(approver.get(WEEK).body()).doesNotContain("provisoires jusqu’au");
    }

    @Test
    void anOverdueReviewSaysThatTheWeekClosesWithItsSms() {
        appendix.past = true;
        assertThat(approver.get(WEEK).body())
                .contains("L’heure de clôture (jeu. 26 nov. 2026 12:00) est passée")
                .doesNotContain("provisoires jusqu’au");
    }

    @Test
    void aClosedWeekSaysSo() {
        desk.state = Batch.State.CLOSED;
        assertThat(approver.get(WEEK).body()).contains("Close le jeu. 26 nov. 2026 12:00");
    }

    @Test
    void theFirstPageSaysUntilWhenAPublishedWeekIsProvisional() {
        assertThat(approver.get("/").body()).contains("provisoire", "jusqu’au jeu. 12 nov. 12:00");
    }

    @Test
    void teamsAndTheTableOfAllLeaguesAreShown() {
        assertThat(approver.get(WEEK).body())
                .contains("Causse Noir", "4 classés sur 5", "Méjean", "2 classés sur 4")
                .contains("+1,62", "-0,40");
    }

    @Test
    void aGlobalScoreIsShownWithItsInterval() {
        assertThat(approver.get(WEEK).body()).contains("16,0\u00a0± 0,3");
    }

    @Test
    void onlyAnApproverIsOfferedToSetAnEventAside() {
        assertThat(approver.get(DRIVER).body()).contains(DRIVER + "/appeals", "Écarter");
        assertThat(People.visitor("operator").get(DRIVER).body()).doesNotContain("/appeals\"");
        desk.state = Batch.State.CANCELLED;
        assertThat(approver.get(DRIVER).body()).doesNotContain("/appeals\"");
    }

    @Test
    void anEventThatIsSetAsideIsShownWithItsReasonAndNotOfferedAgain() {
        int offers = offers();

        approver.post(DRIVER + "/appeals", form(event, "3"), DRIVER);

        assertThat(appeals.calls).singleElement().asString().contains("3 Upheld[driverId=d1", "contest-approver");
        assertThat(approver.get(DRIVER).body())
                .contains("L’événement est écarté", "un &lt;chien&gt; sur la piste", "class=\"out\"", "révision")
                .doesNotContain("<chien>");
        assertThat(offers()).isEqualTo(offers - 1);
        assertThat(approver.get(WEEK).body()).contains("Recours acceptés", "un &lt;chien&gt; sur la piste");
    }

    private int offers() {
        return approver.get(DRIVER).body().split("name=\"at\"", -1).length - 1;
    }

    @Test
    void anAmendmentOfAClosedWeekSaysWhatWouldHaveChanged() {
        desk.state = Batch.State.CLOSED;

        approver.post(DRIVER + "/appeals", form(event, "3"), DRIVER);

        assertThat(approver.get(DRIVER).body())
                .contains("L’avenant est ajouté", "13,7 (68,66) → 13,9 (69,30), rang 6 → 5", "avenant")
                .doesNotContain("class=\"out\"");
    }

    @Test
    void anAppealOnOldMarksIsRefusedInWords() {
        approver.post(DRIVER + "/appeals", form(event, "2"), DRIVER);
        assertThat(approver.get(DRIVER).body()).contains("class=\"refusal\"", "notée de nouveau pendant");
        assertThat(appeals.calls).isEmpty();
    }

    @Test
    void aFormThatNamesNoMomentLeadsNowhere() {
        Map<String, String> wrong = form(event, "3");
        wrong.put("at", "yesterday");
        assertThat(approver.post(DRIVER + "/appeals", wrong, DRIVER).statusCode())
                .isEqualTo(404);
    }

    @Test
    void appealsOfOthersAreOnTheWeeksPageOnly() {
        appendix.amendments.add(new Amendment(
                "d2",
                EventKey.of(event),
                "borrowed badge",
                "anne",
                DemoWeek.NOW,
                Optional.of(new BigDecimal("50.00")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
        assertThat(approver.get(WEEK).body()).contains("borrowed badge", "rang – → –");
        assertThat(approver.get(DRIVER).body()).doesNotContain("borrowed badge");
    }
}
