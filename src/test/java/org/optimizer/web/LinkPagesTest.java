package org.optimizer.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.optimizer.model.Batch;
import org.optimizer.model.EventKey;
import org.optimizer.model.ScoringMethod;

/** What the holder of a link sees and may do, and what nobody learns. */
class LinkPagesTest {
    private static final String PAGE = DemoObjections.PATH + "?lang=fr";

    private final Doubles.Desk desk = PagesPreview.shared().getBean(Doubles.Desk.class);
    private final DemoObjections.Desk objections = PagesPreview.shared().getBean(DemoObjections.Desk.class);
    private final Visitor driver = new Visitor();

    @BeforeEach
    void theWeekIsOut() {
        desk.state = Batch.State.PUBLISHED;
        objections.reset();
    }

    @AfterEach
    void reset() {
        desk.reset();
        objections.reset();
    }

    private static Map<String, String> form(String words) {
        EventKey event = EventKey.of(DemoWeek.events().get(2));
        return new HashMap<>(Map.of(
                "vehicleId", event.vehicleId(),
                "kind", event.kind().name(),
                "at", event.at().toString(),
                "words", words));
    }

    @Test
    void aDriverSeesHisMarksHisEventsAndWhatWouldHelpWithoutSigningIn() {
        HttpResponse<String> answer = driver.get(PAGE);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("Ma semaine", "84,26 / 100", "Ce qui aiderait le plus")
                .contains("2,31 m/s² à partir de", "Contester");
    }

    @Test
    void nothingOfAnybodyElseAndNoPlaceIsOnThePage() {
        String page = driver.get(PAGE).body();

        DemoWeek.review(ScoringMethod.ABSOLUTE, Batch.State.PUBLISHED, 3, Map.of())
                .lines()
                .forEach(line -> assertThat(page).doesNotContain(line.driver().name()));
        assertThat(page).doesNotContain("Rang", "classés", "ex æquo", "/contests/", "+33", "mode still");
    }

    @Test
    void aPageTellsItsAddressToNobody() {
        HttpResponse<String> answer = driver.get(PAGE);

        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(answer.headers().firstValue("X-Robots-Tag")).contains("noindex, nofollow");
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "script-src 'self'");
        assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("JSESSIONID"));
    }

    @Test
    void whatOpensNothingIsAnsweredAlike() {
        HttpResponse<String> never = driver.get("/m/AAAAAAAAAAAAAAAAAAAAAA?lang=fr");
        assertThat(never.statusCode()).isEqualTo(404);
        assertThat(driver.get("/m/x?lang=fr").statusCode()).isEqualTo(404);
        assertThat(driver.post("/m/AAAAAAAAAAAAAAAAAAAAAA/objections", form("x"), "/sign-in")
                        .statusCode())
                .isEqualTo(404);
        desk.state = Batch.State.IN_REVIEW;
        HttpResponse<String> notOut = driver.get(PAGE);
        assertThat(notOut.statusCode()).isEqualTo(404);
        assertThat(withoutTime(notOut)).isEqualTo(withoutTime(never));
    }

    private static String withoutTime(HttpResponse<String> answer) {
        return answer.body().replaceAll("\"(timestamp|path)\":\"[^\"]*\"", "");
    }

    @Test
    void anObjectionIsSentWithTheDriversWords() {
        HttpResponse<String> answer =
                driver.post(DemoObjections.PATH + "/objections", form("un camion m’a coupé la route"), "/sign-in");

        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith(DemoObjections.PATH + "?sent#events");
        assertThat(objections.calls)
                .singleElement()
                .asString()
                .startsWith("raise d1 ACCELERATION 2026-11-19T09:02:10Z un camion");
        assertThat(driver.get(PAGE + "&sent").body()).contains("Votre contestation est envoyée");
    }

    @Test
    void aRefusalIsShownWhereItWasMet() {
        HttpResponse<String> answer = driver.post(DemoObjections.PATH + "/objections?lang=fr", form(" "), "/sign-in");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Dites en quelques mots", "open=\"open\"");
        assertThat(objections.calls).isEmpty();
    }

    @Test
    void whatBecameOfAnObjectionIsShownAndItIsNotOfferedAgain() {
        String page = driver.get(PAGE).body();

        assertThat(page)
                .contains("Un &lt;chien&gt; a traversé", "ouverte", "refusée", "Le délai d’un client")
                .doesNotContain("<chien>");
        assertThat(page.split("name=\"words\"", -1)).hasSize(2); // three events cost points, one is left to object to
    }

    @Test
    void thePageSpeaksTheDriversLanguageUntilHeChoosesAnother() {
        assertThat(driver.get(DemoObjections.PATH + "?lang=en").body()).contains("My week", "What would help most");
    }

    @Test
    void aContestWithoutEventsShowsItsMarksAlone() {
        desk.method = ScoringMethod.RELATIVE;
        String page = driver.get(PAGE).body();
        assertThat(page).contains("/10", "/30", "ne viennent pas d’événements").doesNotContain("name=\"words\"");
    }
}
