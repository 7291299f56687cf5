package org.optimizer.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page of the inbox folder, and what software says of log-ins. */
class InboxPagesTest {
    private final DemoInbox.Folder folder = PagesPreview.shared().getBean(DemoInbox.Folder.class);
    private final DemoInbox.LogIns logIns = PagesPreview.shared().getBean(DemoInbox.LogIns.class);

    @BeforeEach
    void reset() {
        folder.calls.clear();
        logIns.calls.clear();
    }

    @Test
    void whatWaitsWhatFailedAndWhatIsDoneIsShownInTheReadersLanguage() {
        Visitor operator = People.visitor("operator");

        assertThat(operator.get("/inbox").body())
                .contains("/srv/optimizer/data/inbox", "T09_lundi.gpx", "2,3 Mo", "en cours d’écriture")
                .contains("Ligne 4\u00a0: column lat\u00a0: un nombre comme 12.5", "T07 &lt;b&gt;.csv")
                .contains("28\u202f800 nouvelles, 12 déjà connues, 3 rejetées, 900 hors des heures de travail")
                .contains("d99", "conducteur inconnu", "personne (départ badgé)", "jamais")
                .doesNotContain("T07 <b>");
        assertThat(operator.get("/inbox?lang=en").body())
                .contains("Line 4: column lat: expected a number such as 12.5", "2.3 MB", "is still being written")
                .contains("28,800 new, 12 known already");
    }

    @Test
    void aFileDroppedOnThePageGoesIntoTheFolder() {
        Visitor operator = People.visitor("operator");
        HttpResponse<String> answer = upload(operator, "T07.csv", "a,b");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(folder.calls).containsExactly("add T07.csv a,b");
        assertThat(operator.get("/inbox").body()).contains("T07.csv est dans le dossier");
        assertThat(upload(operator, "", "a,b").statusCode()).isEqualTo(400);
        assertThat(upload(operator, "T07.csv", "x".repeat(11 << 20)).statusCode())
                .isBetween(400, 499);
        assertThat(folder.calls).hasSize(1);
    }

    private static HttpResponse<String> upload(Visitor visitor, String name, String content) {
        Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"")
                .matcher(visitor.get("/inbox").body());
        assertThat(token.find()).isTrue();
        String body = "--x\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token.group(1)
                + "\r\n--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n"
                + "Content-Type: text/csv\r\n\r\n" + content + "\r\n--x--\r\n";
        return visitor.post("/inbox/files", "multipart/form-data; boundary=x", body);
    }

    @Test
    void logInsOfUnknownPeopleAreTriedAgainOnRequest() {
        Visitor operator = People.visitor("operator");
        operator.post("/inbox/aside", Map.of("of", "3"), "/inbox");
        assertThat(logIns.calls).containsExactly("retry");
        assertThat(operator.get("/inbox").body()).contains("1 badgeage repris (sur 3)");
    }

    @Test
    void softwareIsToldWhereEachLogInWent() {
        HttpResponse<String> answer = push(PagesPreview.SENDER_KEY, """
                [{"vehicle":"T07","driver":"d1","at":"2026-11-23T06:00:00Z"}, 7,
                 {"vehicle":"T07","driver":null,"at":"2026-11-23T07:00:00Z"},
                 {"vehicle":"T07","driver":"d9","at":"2026-11-23T08:00:00Z"}, {"vehicle":7,"at":"x"}]""");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body())
                .isEqualTo("{\"accepted\":1,\"duplicates\":1,\"rejected\":[{\"index\":1,\"code\":\"BAD_ITEM\"},"
                        + "{\"index\":3,\"code\":\"UNKNOWN_DRIVER\"},{\"index\":4,\"code\":\"BAD_ITEM\"}]}");
        assertThat(logIns.calls)
                .contains("terminal LogIn[vehicle=T07, driver=, at=2026-11-23T07:00:00Z]")
                .hasSize(3);
    }

    @Test
    void whatIsNoListIsAProblem() {
        HttpResponse<String> answer = push(PagesPreview.SENDER_KEY, "{\"vehicle\":\"T07\"}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"code\":\"NO_LIST\"");
        assertThat(push(PagesPreview.SENDER_KEY, "[" + "7,".repeat(1000) + "7]").statusCode())
                .isEqualTo(413);
        assertThat(push(PagesPreview.SENDER_KEY, "[{").statusCode()).isEqualTo(400);
    }

    @Test
    void whoIsNotKnownPushesNothing() {
        assertThat(push("not-the-key-of-anybody", "[]").statusCode()).isEqualTo(401);
        assertThat(logIns.calls).isEmpty();
    }

    private static HttpResponse<String> push(String key, String body) {
        Visitor terminal = new Visitor();
        return terminal.send(terminal.request("/ingest/v1/badges")
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }
}
