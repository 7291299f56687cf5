package org.optimizer.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.optimizer.rules.RuleTables;

/** Reading tables of the rules, changing their cells, taking them along and bringing them back. */
class RuleTablePagesTest {
    private static final String PAGE = "/rules/manoeuvre-severity";
    private static final String EDIT = PAGE + "?edit=true";
    private static final String WEAKEST = "cell/tipper-braking-strong/peak_from_mps2";

    private final DemoRules.Board board = PagesPreview.shared().getBean(DemoRules.Board.class);
    private final DemoRules.Desk desk = PagesPreview.shared().getBean(DemoRules.Desk.class);

    @BeforeEach
    void reset() {
        board.reset();
        desk.calls.clear();
    }

    @Test
    void theDeskListsEveryTableWithWhatItDecides() {
        String page = People.visitor("fleet-manager").get("/rules").body();
        RuleTables.views(DemoRules.FILES)
                .forEach(view -> assertThat(page).contains("href=\"/rules/" + view.table() + "\""));
        assertThat(page).contains("href=\"/rules/workbook\"").doesNotContain("type=\"file\"");
        assertThat(People.visitor("rule-author").get("/rules").body()).contains("type=\"file\"");
    }

    @Test
    void aTableIsReadInPlainWordsWithUnitsInItsHeads() {
        assertThat(People.visitor("fleet-manager").get(PAGE).body())
                .contains("m/s²", "tipper-braking-strong", ">1,1<", "benne")
                .doesNotContain("name=\"" + WEAKEST, "edit=true");
        assertThat(People.visitor("fleet-manager").get(EDIT).body()).doesNotContain("name=\"" + WEAKEST);
        assertThat(People.visitor("rule-author").get("/rules/none").statusCode())
                .isEqualTo(404);
    }

    @Test
    void rowsSayHowOftenTheyAnsweredAndThoseThatNeverDidAreGrey() {
        assertThat(People.visitor("fleet-manager").get(PAGE).body()).doesNotContain("Servi, 8 dernières");
        board.fired = Map.of("manoeuvre-severity/tipper-braking-strong", 1234);
        assertThat(People.visitor("fleet-manager").get(PAGE).body())
                .containsPattern("1.234")
                .containsPattern("id=\"van-braking-severe\" class=\" ?taken")
                .doesNotContainPattern("id=\"tipper-braking-strong\" class=\" ?taken");
        assertThat(People.visitor("fleet-manager").get("/rules").body()).contains("Jamais servi");
    }

    @Test
    void aChangedCellIsProposedAndTheOthersStay() {
        Visitor author = People.visitor("rule-author");
        assertThat(author.get(EDIT).body()).contains("name=\"" + WEAKEST + "\" value=\"1,1\"");
        assertThat(edit(author, "0,95").headers().firstValue("Location").orElse(""))
                .endsWith(DemoRules.PAGE);
        assertThat(desk.calls)
                .containsExactly(
                        "propose EDIT trop doux rule-author", "tipper-braking-strong peak_from_mps2 1.1 → 0.95");
    }

    private HttpResponse<String> edit(Visitor author, String value) {
        String page = author.get(EDIT).body();
        Map<String, String> fields = new TreeMap<>();
        Matcher field =
                Pattern.compile("name=\"(cell/[^\"]+)\" value=\"([^\"]*)\"").matcher(page);
        while (field.find()) {
            fields.put(field.group(1), unescaped(field.group(2)));
        }
        fields.put(WEAKEST, value);
        fields.put("why", "trop doux");
        Matcher base = Pattern.compile("name=\"base\" value=\"([^\"]+)\"").matcher(page);
        assertThat(base.find()).isTrue();
        fields.put("base", base.group(1));
        return author.post(PAGE, fields, EDIT);
    }

    private static String unescaped(String html) {
        return html.replace("&#39;", "'")
                .replace("&quot;", "\"")
                .replace("&lt;", "<")
                .replace("&amp;", "&");
    }

    @Test
    void aMistakeIsSaidAtItsCellAndWhatWasTypedStays() {
        HttpResponse<String> answer = edit(People.visitor("rule-author"), "99");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .containsPattern(
                        "(?s)name=\"" + WEAKEST + "\" value=\"99\"[^>]*aria-invalid=\"true\".{0,40}class=\"fault\"")
                .contains("value=\"trop doux\"");
        assertThat(desk.calls).isEmpty();
    }

    @Test
    void valuesThatWereOverrunByOtherRulesAreNotProposed() {
        Visitor author = People.visitor("rule-author");
        HttpResponse<String> answer =
                author.post(PAGE, Map.of("base", "sha256:0a1b2c3d4e5f6071", "why", "x", WEAKEST, "0,95"), EDIT);
        assertThat(answer.body())
                .contains("d’autres règles sont entrées en vigueur")
                .contains("value=\"1,1\"");
        assertThat(desk.calls).isEmpty();
    }

    @Test
    void aTableIsTakenAlongAsAWorkbookAndAsText() {
        Visitor reader = People.visitor("fleet-manager");
        byte[] workbook = reader.bytes("/rules/workbook").body();
        assertThat(RuleTables.read("rules.xlsx", workbook, DemoRules.FILES).problems())
                .isEmpty();
        assertThat(RuleTables.read("rules.xlsx", workbook, DemoRules.FILES).files())
                .isEqualTo(DemoRules.FILES);
        HttpResponse<byte[]> csv = reader.bytes("/rules/contest/csv");
        assertThat(new String(csv.body(), UTF_8)).isEqualTo(DemoRules.FILES.get("contest.table.csv"));
        assertThat(csv.headers().firstValue("Content-Disposition").orElse("")).contains("contest.table.csv");
        assertThat(reader.get("/rules/none/csv").statusCode()).isEqualTo(404);
    }

    @Test
    void anUploadedTableIsProposed() {
        String changed = DemoRules.FILES
                .get("manoeuvre-severity.table.csv")
                .replace(
                        "tipper-braking-strong,tipper,braking,strong,1.1,",
                        "tipper-braking-strong,tipper,braking,strong,0.95,");
        assertThat(upload("manoeuvre-severity.table.csv", changed)
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .endsWith(DemoRules.PAGE);
        assertThat(desk.calls)
                .containsExactly(
                        "propose UPLOAD trop doux rule-author", "tipper-braking-strong peak_from_mps2 1.1 → 0.95");
    }

    @Test
    void whatIsWrongWithAnUploadIsSaidCellByCellWithWhatToWrite() {
        String changed = DemoRules.FILES
                .get("manoeuvre-severity.table.csv")
                .replace(
                        "tipper-braking-strong,tipper,braking,strong,1.1,",
                        "tipper-braking-strong,tiper,braking,strong,1.1,");
        HttpResponse<String> answer = upload("manoeuvre-severity.table.csv", changed);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains(
                        "tipper-braking-strong",
                        "tiper",
                        "<strong>tipper</strong>",
                        "Rien n’a changé",
                        "value=\"trop doux\"");
        assertThat(upload("note.txt", "hello").body()).contains("note.txt", "Rien n’a changé");
        assertThat(desk.calls).isEmpty();
    }

    private static HttpResponse<String> upload(String name, String text) {
        Visitor author = People.visitor("rule-author");
        Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"")
                .matcher(author.get("/rules").body());
        assertThat(token.find()).isTrue();
        String line = "--edge\r\nContent-Disposition: form-data; name=";
        String body = line + "\"_csrf\"\r\n\r\n" + token.group(1) + "\r\n" + line + "\"why\"\r\n\r\ntrop doux\r\n"
                + line + "\"file\"; filename=\"" + name + "\"\r\nContent-Type: text/csv\r\n\r\n" + text
                + "\r\n--edge--\r\n";
        return author.send(author.request("/rules/upload")
                .header("Content-Type", "multipart/form-data; boundary=edge")
                .POST(BodyPublishers.ofString(body)));
    }
}
