package org.optimizer.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.optimizer.model.ScoringMethod;

/** What pages say of a contest whose counts or marks come from a provider. */
class ProvidedPagesTest {
    private static final String WEEK = "/contests/contest-7/weeks/2026-W47";

    private final Doubles.Desk desk = PagesPreview.shared().getBean(Doubles.Desk.class);
    private final DemoWaits waits = PagesPreview.shared().getBean(DemoWaits.class);

    @BeforeEach
    void reset() {
        desk.reset();
    }

    @AfterEach
    void waitNoMore() {
        waits.waiting = false;
        desk.reset();
    }

    private static String page(String path) {
        return People.visitor("contest-approver")
                .get(path)
                .body()
                .replace('\u00a0', ' ')
                .replace('\u202f', ' ');
    }

    @Test
    void theReviewShowsMarksOfTenTheirTotalAndWhatTheProviderCounted() {
        desk.method = ScoringMethod.EVENT_RATES;

        String page = page(WEEK);

        assertThat(page).contains("Sur 30", "Ce que dit globo", "402 km (402 km en tout)".replace(" km", ""));
        assertThat(page).contains("partagée entre ceux qui y ont badgé").doesNotContain("Méthode de 2019, à côté");
        assertThat(page).contains("taux ");
        assertThat(page(WEEK + "?lang=en")).contains("What globo says", "rate ", "Of 30");
    }

    @Test
    void aDriverReadsFromTheCountToTheMarkInWords() {
        desk.method = ScoringMethod.EVENT_RATES;

        String page = page(WEEK + "/drivers/d1");

        // 7.5 × 0.3 × 1000 / (401.7 × 0.6214) = 9.01
        assertThat(page)
                .contains("Accélérations brusques : 7,5 cette semaine, 7,5 depuis le début du concours.")
                .contains("7,5 × 0,30 pour 1 000 miles, sur 401,7 km : taux de 9,01.")
                .contains("de la flotte ont un taux plus bas")
                .contains("Chaque semaine, tout ce que globo a compté");
        assertThat(page(WEEK + "/drivers/d1?lang=en"))
                .contains("Harsh accelerations: 7.5 this week, 7.5 since the contest began.")
                .contains("a rate of 9.01.");
    }

    @Test
    void whoStoodReadsWhyHeHasNoMark() {
        desk.method = ScoringMethod.EVENT_RATES;

        assertThat(page(WEEK + "/drivers/d14")).contains("rien n’est divisé par zéro");
    }

    @Test
    void marksThatAProviderGaveAreOfTen() {
        desk.method = ScoringMethod.FED_SCORES;

        assertThat(page(WEEK)).contains("Sur 10", "Ce que dit scorefeed", "évén.");
        assertThat(page(WEEK + "/drivers/d1"))
                .contains("scorefeed a donné 8,7 sur 10 cette semaine.")
                .contains(
                        "Moyenne des semaines, pondérée par la distance (à défaut par le temps de conduite) : 8,7 sur 10.")
                .contains("Freinages brusques : 2 cette semaine, 2 depuis le début du concours.");
    }

    @Test
    void aWeekThatWaitsForItsProviderSaysWhyAndWhenItIsAskedAgain() {
        assertThat(page(WEEK)).doesNotContain("La semaine attend");
        waits.waiting = true;

        assertThat(page(WEEK))
                .contains(
                        "La semaine attend :",
                        "week 2026-W47 is not closed there yet",
                        "Nouvel essai, sans rien faire :");
        assertThat(page("/")).contains("S47 attend :", "is not closed there yet");
    }

    @Test
    void aContestOfRecordingsIsAsItWas() {
        assertThat(page(WEEK)).contains("Méthode de 2019, à côté").doesNotContain("Ce que dit");
    }
}
