package org.optimizer.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.optimizer.model.Batch;

/** What the pages say about data that came after the scoring, and what an approver may do with them. */
class LateDataPagesTest {
    private static final String WEEK = "/contests/contest-7/weeks/2026-W47";

    private final Doubles.Desk desk = PagesPreview.shared().getBean(Doubles.Desk.class);
    private final DemoRevisions revisions = PagesPreview.shared().getBean(DemoRevisions.class);
    private final Visitor approver = People.visitor("contest-approver");

    @BeforeEach
    @AfterEach
    void reset() {
        desk.reset();
        revisions.reset();
    }

    @Test
    void aWeekWithoutLateDataSaysNothingOfThem() {
        assertThat(approver.get(WEEK).body()).doesNotContain("Nouvelles données", "id=\"late\"");
    }

    @Test
    void inReviewTheNoticeNamesDriversVehiclesDaysAndKmAndOffersToScoreAgain() {
        revisions.late = DemoRevisions.LATE;

        assertThat(approver.get(WEEK).body())
                .contains(
                        "Nouvelles données\u00a0: noter de nouveau",
                        "2 journées de 2 conducteurs",
                        "(+32 km)",
                        "Benne 1",
                        "mer. 18 nov. 2026")
                .contains(
                        "180,2 → 212,4", "96,0, conduite autre", "Données arrivées en retard\u00a0: 2 journées, +32 km")
                .doesNotContain(WEEK + "/revisions");

        approver.post(WEEK + "/decision", Map.of("decision", "SCORE_AGAIN", "revision", "3", "reason", "late"), WEEK);
        assertThat(desk.calls).containsExactly("SCORE_AGAIN 3 late contest-approver");
    }

    @Test
    void whoMayOnlyReadIsToldAndOfferedNothing() {
        revisions.late = DemoRevisions.LATE;
        assertThat(People.visitor("fleet-manager").get(WEEK).body())
                .contains("Nouvelles données")
                .doesNotContain("SCORE_AGAIN", WEEK + "/revisions");
    }

    @Test
    void onceTheResultsAreOutLateDataAreScoredBesideThemWithAReason() {
        desk.state = Batch.State.CLOSED;
        revisions.isOut = true;
        revisions.late = DemoRevisions.LATE;
        assertThat(approver.get(WEEK).body()).contains(WEEK + "/revisions").doesNotContain("SCORE_AGAIN");

        approver.post(WEEK + "/revisions", Map.of("reason", "un <camion> sans réseau"), WEEK);

        assertThat(approver.get(WEEK).body())
                .contains("La révision 1 se tient à côté des résultats", "un &lt;camion&gt; sans réseau")
                .contains("13,7 (68,66) → 14,2 (71,02)", "6 → 4", "1 conducteur garde note et place")
                .doesNotContain("<camion>");
    }

    @Test
    void aRevisionOfNothingNewIsRefusedInWords() {
        desk.state = Batch.State.CLOSED;
        approver.post(WEEK + "/revisions", Map.of("reason", "again"), WEEK);
        assertThat(approver.get(WEEK).body()).contains("class=\"refusal\"", "Rien n’a changé depuis");
    }

    @Test
    void theFirstPageSaysWhichWeeksHaveNewData() {
        assertThat(approver.get("/").body())
                .contains("2 journées de conducteurs ont changé après la notation\u00a0: notez de nouveau")
                .contains("peuvent être notées à côté");
    }
}
