package org.optimizer.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the page of a driver says about where his score comes from. */
class DriverPagesTest {
    private static final String DRIVERS = "/contests/contest-7/weeks/2026-W47/drivers/";

    @BeforeEach
    void reset() {
        PagesPreview.shared().getBean(Doubles.Desk.class).reset();
    }

    private static String page(String driverId) {
        return People.visitor("fleet-manager").get(DRIVERS + driverId).body().replace('\u00a0', ' ');
    }

    @Test
    void eachEventSaysWhatItCostTheWeek() {
        String page = page("d1");
        assertThat(rowOf("13:32:07", page)).contains(">6<", ">−0,63<");
        assertThat(rowOf("10:02:10", page)).contains(">1<", ">−0,11<");
    }

    @Test
    void anEventThatDoesNotCountSaysSoAndComesLast() {
        String page = page("d1");
        assertThat(rowOf("16:48:31", page)).contains("ne compte pas");
        assertThat(page.indexOf("16:48:31")).isGreaterThan(page.indexOf("10:02:10"));
    }

    private static String rowOf(String time, String page) {
        int from = page.indexOf(time.replace("13:32:07", "14:32:07"));
        return page.substring(from, page.indexOf("</tr>", from));
    }

    @Test
    void whatWouldHelpMostComesFirstInPlainWords() {
        String page = page("d1");
        assertThat(page)
                .contains("Ce qui aiderait le plus")
                .contains("1 freinage sévère, 2 freinages durs et 1 freinage fort de moins", "+1,0 point<")
                .contains("10 % des freinages comptés")
                .contains(
                        "Lever le pied plus tôt : décélération douce de 62 % à 65,6 %", "6 % de plus que cette semaine")
                .contains("RPA₅ de 0,068 m/s² à 0,062 m/s²", "9 % de moins que cette semaine");
        assertThat(page.indexOf("Lever le pied")).isLessThan(page.indexOf("Accélérer plus souplement"));
        assertThat(People.visitor("fleet-manager").get(DRIVERS + "d1?lang=en").body())
                .contains("1 severe braking, 2 harsh brakings and 1 strong braking less", "What would help most");
    }

    @Test
    void anEventNamesItsRowWithTheCellsAndTheRowItNearlyWas() {
        assertThat(rowOf("13:32:07", page("d1")))
                .contains("à partir de (m/s²) 2", "points 6")
                .contains("m/s² près, « dure »", "marge comprise");
    }

    @Test
    void aMarkShowsTheCellsOfItsRow() {
        assertThat(page("d1")).contains("vaut 50 à 9", "demi-note");
    }

    @Test
    void whatTheRankingDependsOnSaysHowMuchIsToSpare() {
        assertThat(page("d1"))
                .contains(
                        "De quoi dépend le classement",
                        "eligibility: tipper-too-few-km",
                        "de plus que la limite (150,0 km)");
        assertThat(People.visitor("fleet-manager").get(DRIVERS + "d1?lang=en").body())
                .contains("above the limit (150.0");
    }

    @Test
    void aTripThatWasRecordedTooSlowlySaysWhatItLacks() {
        assertThat(page("d1"))
                .contains("pour la classe A : un point toutes les 2,60 s au lieu de 2,00 s")
                .contains("ne sont plus ceux de la note");
    }

    @Test
    void aRateSaysWhatItWasMadeOf() {
        assertThat(page("d1"))
                .contains("42 points sur 796 km, rapprochés de la moyenne de la classe (7,0 pour 100 km)");
    }

    @Test
    void aScoreThatIsTheSameWhenMadeAgainSaysSo() {
        assertThat(page("d1"))
                .contains("recalculé à l’identique", "4be1c07d9a52")
                .doesNotContain("n’est pas la même");
    }

    @Test
    void aScoreThatWasTamperedWithSaysWhereAndWhatToDo() {
        assertThat(page("d13"))
                .contains("Recalculée, la note n’est pas la même", "prévenez un administrateur")
                .contains("points\t30\t42", "points\t30\t36", "la mesure gardée a été changée")
                .doesNotContain("recalculé à l’identique");
    }

    @Test
    void anOldScoreHasNothingToCompareWith() {
        assertThat(page("d2"))
                .contains("avant que le détail des notes soit gardé")
                .doesNotContain("recalculé à l’identique", "n’est pas la même");
    }
}
