package org.optimizer.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page of SMS as a whole: the switch, caps, countries, and who wants none. */
class SmsPagesTest {
    private final DemoSms control = PagesPreview.shared().getBean(DemoSms.class);

    @BeforeEach
    void reset() {
        control.reset();
    }

    @Test
    void capsCountriesAndOptOutsAreShownInTheReadersLanguage() {
        Visitor approver = People.visitor("contest-approver");

        assertThat(approver.get("/sms?lang=fr").body())
                .contains("les SMS partent", "Aujourd’hui (jour UTC)", "212 sur 8\u202f000 parties, 14,68 € environ")
                .contains("8\u202f000 parties, soit 880,00 €", "198 sur 4\u202f000 parties")
                .contains("Côte d’Ivoire", "mar. 24 nov. 08:00 sur place", "0,065 €", "STOP 36180", "interdit")
                .contains("Karim Benali", "réponse STOP", "·· 42 (France)", "inconnu de nous", "1 numéro retiré")
                .contains("demandé au bureau")
                .doesNotContain("reconnu");
        assertThat(approver.get("/sms?lang=en").body())
                .contains("212 of 8,000 parts, about €14.68", "8:00 to 20:00, not on Sundays and holidays")
                .contains("not known to us", "answer STOP");
    }

    @Test
    void everythingIsStoppedWithAReasonAndLeavesAgain() {
        Visitor operator = People.visitor("operator");

        operator.post("/sms/stop", Map.of("reason", "mauvaise semaine"), "/sms");
        assertThat(operator.get("/sms?lang=fr").body())
                .contains("Tous les SMS sont arrêtés", "tout est arrêté", "mauvaise semaine &lt;b&gt;")
                .contains("/sms/release")
                .doesNotContain("action=\"/sms/stop\"");
        operator.post("/sms/release", Map.of("reason", "corrigée"), "/sms");

        assertThat(control.calls).containsExactly("stop mauvaise semaine operator", "release corrigée operator");
    }

    @Test
    void withoutAReasonNothingHappensAndThePageSaysSo() {
        Visitor operator = People.visitor("operator");
        operator.post("/sms/stop", Map.of("reason", " "), "/sms");
        assertThat(operator.get("/sms?lang=fr").body()).contains("class=\"refusal\"");
        assertThat(control.calls).isEmpty();
    }

    @Test
    void aNumberIsPutOnTheListAndTakenOffByAPerson() {
        Visitor operator = People.visitor("operator");

        operator.post("/sms/opt-outs", Map.of("phone", "0612345678"), "/sms");
        assertThat(operator.get("/sms?lang=fr").body()).contains("Ce n’est pas le numéro d’un mobile");
        operator.post("/sms/opt-outs", Map.of("phone", "+33612345678"), "/sms");
        operator.post("/sms/opt-ins", Map.of("number", "1".repeat(64), "reason", "au bureau"), "/sms");

        assertThat(control.calls).containsExactly("out +33612345678 operator", "in 1 au bureau operator");
    }

    @Test
    void aWeekSaysWhatItsMessagesWaitFor() {
        Visitor approver = People.visitor("contest-approver");
        String week = "/contests/contest-7/weeks/2026-W47";
        assertThat(approver.get(week + "?lang=fr").body())
                .contains("Les SMS vers Côte d’Ivoire attendent l’heure d’envoi\u00a0: mar. 24 nov. 08:00 sur place");
        control.stopped = true;
        assertThat(approver.get(week + "?lang=en").body())
                .contains("All SMS are stopped")
                .doesNotContain("wait for their hour");
    }

    @Test
    void aChangedKeyIsSaid() {
        control.lost = 3;
        assertThat(People.visitor("operator").get("/sms?lang=fr").body())
                .contains("3 numéros ne peuvent plus être reconnus");
    }
}
